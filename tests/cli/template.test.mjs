import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { corpusFile, folder, root, run, unpack } from './lesesaal.mjs';

const program = resolve(process.env.LESESAAL_TEMPLATE_TOOL ?? join(root, 'build/native/lesesaal-template'));
const shell = '<!doctype html><html lang="de"><head><!--lesesaal:csp--><title>x</title><!--lesesaal:style--></head>' +
  '<body><!--lesesaal:blocks--><!--lesesaal:corpus--><!--lesesaal:script--></body></html>\n';

function make(place, parts) {
  const files = { shell, script: 'start();', style: 'p{}', program: '\0asm', notices: 'Lizenzen', font: 'ttf', ...parts };
  const path = (name) => place.write(name, files[name]);
  const { status, stderr } = spawnSync(program, ['--shell', path('shell'), '--script', path('script'), '--style', path('style'),
    '--program', path('program'), '--notices', path('notices'), '--font', `inter=${path('font')}`, '-o', place.file('template.html')]);
  return { status, err: stderr.toString() };
}

test('template: the policy names script and style by the hash of what stands in the page', (t) => {
  const place = folder(t);
  assert.deepEqual(make(place, { script: 'start("ä");\r\n' }), { status: 0, err: '' });
  const html = place.read('template.html').toString();
  const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const [, script] = html.match(/<script type="module">([^<]*)<\/script>/);
  const [, style] = html.match(/<style>([^<]*)<\/style>/);
  assert.equal(script, 'start("ä");\n');
  const [, policy] = html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/);
  assert.equal(policy, `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)}; ` +
    "img-src data:; base-uri 'none'; form-action 'none'");
  assert.equal(unpack(html, 'program').toString(), '\0asm');
  assert.equal(unpack(html, 'fonts.inter').toString(), 'ttf');
  assert.equal(unpack(html, 'notices').toString(), 'Lizenzen');
});

test('template: pack fills it, and every flipped character of a block is found', (t) => {
  const place = folder(t);
  make(place, {});
  assert.equal(run('pack', corpusFile, '-o', place.file('page.html'), '--template', place.file('template.html')).status, 0);
  assert.equal(run('inspect', place.file('page.html')).status, 0);
  const html = place.read('page.html').toString('latin1');
  const begin = html.indexOf('>', html.indexOf('vnd.lesesaal.program')) + 1;
  for (let at = begin; html[at] !== '<'; at++) {
    const flipped = html.slice(0, at) + (html[at] === 'A' ? 'B' : 'A') + html.slice(at + 1);
    const { status, err } = run('inspect', place.write('flipped.html', flipped));
    assert.equal(status, 1);
    assert.match(err, /block 'program' is damaged/);
  }
});

test('template: what would break out of its element, or a shell without its places, is refused', (t) => {
  const place = folder(t);
  for (const parts of [{ script: 'x = "</SCRIPT>"' }, { script: '"<!--"' }, { style: '</style>' }, { script: 'a\0b' },
    { shell: shell.replace('<!--lesesaal:csp-->', '') }, { shell: shell + '<!--lesesaal:style-->' }]) {
    const { status, err } = make(place, parts);
    assert.equal(status, 1);
    assert.match(err, /^lesesaal-template: .+\n$/);
  }
  assert.ok(!existsSync(place.file('template.html')));
});
