// The built page with one data block damaged, as a bad copy would leave it.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { unpackBlock } from '../../zstd.mjs';
import { builtPage } from './room.mjs';

// Where the Base64 of a block stands.
export function placeOf(html, name) {
  const start = new RegExp(`<script type="application/vnd\\.lesesaal\\.${name.replaceAll('.', '\\.')}"[^>]*>`).exec(html);
  if (!start) throw new Error(`the page has no block ${name}`);
  const begin = start.index + start[0].length;
  return { begin, end: html.indexOf('</script>', begin) };
}

// One bit of one byte in the middle.
export function withFlippedByte(html, name) {
  const { begin, end } = placeOf(html, name);
  const bytes = Buffer.from(html.slice(begin, end), 'base64');
  bytes[bytes.length >> 1] ^= 0x10;
  return html.slice(0, begin) + bytes.toString('base64') + html.slice(end);
}

// The last third of the block is missing.
export function withCutBlock(html, name) {
  const { begin, end } = placeOf(html, name);
  const kept = Math.floor(((end - begin) * 2) / 3 / 4) * 4;
  return html.slice(0, begin + kept) + html.slice(end);
}

// The file ends in the middle of the block.
export function endingIn(html, name) {
  const { begin, end } = placeOf(html, name);
  return html.slice(0, (begin + end) >> 1);
}

export function makeBlock(name, bytes) {
  const sum = createHash('sha256').update(bytes).digest('hex');
  return `<script type="application/vnd.lesesaal.${name}" data-bytes="${bytes.length}" data-sha256="${sum}">${gzipSync(bytes).toString('base64')}</script>`;
}

// A whole block with other bytes in it, as another version of the program would have written it.
function withBlock(html, name, bytes) {
  const { begin, end } = placeOf(html, name);
  return html.slice(0, html.lastIndexOf('<script', begin)) + makeBlock(name, bytes) + html.slice(end + '</script>'.length);
}

// A block that the page did not have, where such belong.
export function withNewBlock(html, name, bytes) {
  const marker = '<!--lesesaal:corpus-->';
  return html.replace(marker, () => `${makeBlock(name, bytes)}\n${marker}`);
}

export function readBlock(html, name) {
  const { begin, end } = placeOf(html, name);
  return unpackBlock(html.slice(html.lastIndexOf('<script', begin), begin), html.slice(begin, end));
}

// As earlier versions packed all blocks, and this one all but the corpus.
export const withGzip = (html, name) => withBlock(html, name, readBlock(html, name));

// SQLite's user_version, four bytes from byte 60 on, is the version of the schema.
export function withNewerSchema(html, name) {
  const database = readBlock(html, name);
  database.writeUInt32BE(99, 60);
  return withBlock(html, name, database);
}

export function writeAltered(path, alter, name) {
  const html = readFileSync(builtPage, 'latin1');
  const altered = alter(html, name);
  if (altered === html) throw new Error(`block ${name} is as it was`);
  writeFileSync(path, altered, 'latin1');
  return path;
}
