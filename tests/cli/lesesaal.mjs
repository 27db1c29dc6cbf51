// Runs the command line in a folder of its own; makes page templates without it.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { unpackBlock } from '../zstd.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const corpusFile = join(root, 'assets/corpus/kommune21.txt');
const program = resolve(process.env.LESESAAL_CLI ?? join(root, 'dist/lesesaal'));

/** A folder that is gone after the test. */
export function folder(t) {
  const path = mkdtempSync(join(tmpdir(), 'lesesaal-cli-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    file: (name) => join(path, name),
    write(name, content) {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
    read: (name) => readFileSync(join(path, name)),
  };
}

export function run(...args) {
  const { status, stdout, stderr } = spawnSync(program, args, { maxBuffer: 1 << 28 });
  return { status, out: stdout.toString(), err: stderr.toString() };
}

export function json(...args) {
  const { status, out, err } = run(...args, '--json');
  if (status !== 0) throw new Error(`exit ${status}: ${err}`);
  return JSON.parse(out);
}

/** A block as a browser would write it: by the container's description, without the CRC-32 that may be missing. */
export function block(name, content) {
  const bytes = Buffer.from(content);
  const digest = createHash('sha256').update(bytes).digest('hex');
  const base64 = gzipSync(bytes).toString('base64');
  return `<script type="application/vnd.lesesaal.${name}" data-bytes="${bytes.length}" data-sha256="${digest}">${base64}</script>\n`;
}

export function template(blocks = block('program', 'wasm')) {
  return `<!doctype html>\n<html lang="de">\n<head><meta charset="utf-8"><title>Lesesaal</title></head>\n<body>\n${blocks}` +
    '<!--lesesaal:corpus-->\n<script>boot()</script>\n</body>\n</html>\n';
}

/** The raw bytes of a block in a page. */
export function unpack(html, name) {
  const [, tag, base64] = html.match(new RegExp(`(<script type="application/vnd.lesesaal.${name}"[^>]*>)([^<]*)</script>`));
  return unpackBlock(tag, base64);
}

/** Packs inputs into a page of the folder. */
export function pack(place, inputs, ...options) {
  const page = place.file('page.html');
  const templatePath = place.write('template.html', template());
  const result = run('pack', ...[inputs].flat(), '-o', page, '--template', templatePath, ...options);
  if (result.status !== 0) throw new Error(`exit ${result.status}: ${result.err}`);
  return page;
}
