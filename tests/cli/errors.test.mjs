import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { block, corpusFile, folder, pack, run, template, unpack } from './lesesaal.mjs';

/** One line on standard error that begins with the file, exit 1, nothing on standard output. */
function assert_refused({ status, out, err }, file, words) {
  assert.equal(status, 1, err);
  assert.equal(out, '');
  assert.equal(err.split('\n').length, 2, err);
  assert.ok(err.startsWith(`lesesaal: ${file}: `), err);
  assert.match(err, words);
}

test('bad input: each kind is one sentence, and an older page stays as it was', (t) => {
  const place = folder(t);
  const templatePath = place.write('template.html', template());
  const output = place.write('page.html', 'older');
  const refuse = (file, words) => {
    assert_refused(run('pack', corpusFile, file, '-o', output, '--template', templatePath), file, words);
    assert.equal(readFileSync(output, 'utf8'), 'older');
  };
  refuse(place.write('empty.txt', ''), /empty/);
  refuse(place.write('blank.txt', ' \n\n'), /empty/);
  refuse(place.write('binary.bin', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3])), /byte 4: .*binary/);
  refuse(place.write('latin1.txt', Buffer.from('Titel\nDie Verwaltung ist träge.\n', 'latin1')), /byte 27: .*UTF-8/);
  refuse(place.write('page.txt', '<!doctype html><p>x</p>'), /not a known format/);
  refuse(place.write('broken.json', '{"version": "https://jsonfeed.org/version/1.1", "items": [}'), /byte \d+: /);
  refuse(place.file('none.txt'), /No such file/);
  const large = place.write('large.txt', '');
  truncateSync(large, 100 * 1024 * 1024);
  refuse(large, /64 MiB; split it/);
  assert.deepEqual(readdirSync(place.path).filter((name) => name.includes('part')), []);
});

test('bad input: a folder without press pages says so', (t) => {
  const place = folder(t);
  place.write('README.md', 'x');
  assert_refused(run('import', place.path), place.path, /holds no files/);
});

test('an output that cannot be written leaves nothing', (t) => {
  const place = folder(t);
  const templatePath = place.write('template.html', template());
  const output = place.file('none/page.html');
  assert_refused(run('pack', corpusFile, '-o', output, '--template', templatePath), output, /cannot be written/);
  assert_refused(run('pack', corpusFile, '-o', place.path, '--template', templatePath), place.path, /not a regular file/);
  assert.ok(!existsSync(place.file('none')));
});

test('damaged pages: inspect and search name the block that is cut or flipped', (t) => {
  const place = folder(t);
  const html = readFileSync(pack(place, corpusFile), 'latin1');
  const damaged = (name, page) => { writeFileSync(place.file(name), page, 'latin1'); return place.file(name); };
  const inside = html.indexOf('>', html.indexOf('vnd.lesesaal.corpus')) + 1000;

  const flipped = damaged('flipped.html', html.slice(0, inside) + (html[inside] === 'A' ? 'B' : 'A') + html.slice(inside + 1));
  assert_refused(run('inspect', flipped, '--json'), flipped, /block 'corpus' is damaged .*copy the file anew/);
  assert_refused(run('search', flipped, 'x'), flipped, /block 'corpus' is damaged/);
  const sign = damaged('sign.html', html.slice(0, inside) + '!' + html.slice(inside + 1));
  assert_refused(run('inspect', sign), sign, new RegExp(`byte ${inside}: block 'corpus' is damaged`));
  const cut = damaged('cut.html', html.slice(0, inside));
  assert_refused(run('inspect', cut), cut, /the page ends inside block 'corpus'/);
  const before = damaged('before.html', html.slice(0, html.indexOf('<script type="application/vnd.lesesaal.corpus"')));
  assert_refused(run('inspect', before), before, /cut before its block 'corpus'/);

  const program = html.indexOf('>', html.indexOf('vnd.lesesaal.program')) + 18;
  const other = damaged('other.html', html.slice(0, program) + (html[program] === 'A' ? 'B' : 'A') + html.slice(program + 1));
  assert_refused(run('inspect', other), other, /block 'program' is damaged/);
  assert.equal(run('search', other, 'Bremen').status, 0);
});

test('damaged databases: cut, foreign, of a newer schema, or broken inside', (t) => {
  const place = folder(t);
  const database = unpack(readFileSync(pack(place, corpusFile), 'utf8'), 'corpus');
  const refuse = (name, bytes, words) => {
    const file = place.write(name, bytes);
    assert_refused(run('inspect', file), file, words);
  };
  refuse('cut.sqlite', database.subarray(0, database.length - 100), /cut/);
  refuse('head.sqlite', database.subarray(0, 50), /cut inside its header/);
  const foreign = Buffer.from(database);
  foreign.writeUInt32BE(0, 68);
  refuse('foreign.sqlite', foreign, /not a corpus of Lesesaal/);
  const newer = Buffer.from(database);
  newer.writeUInt32BE(5, 60);
  refuse('newer.sqlite', newer, /schema version 5; this program reads versions up to 4: take a newer Lesesaal/);
  const older = Buffer.from(database);
  older.writeUInt32BE(3, 60);
  refuse('older.sqlite', older, /packed by an older Lesesaal \(schema version 3\): pack its articles again/);
  const broken = Buffer.from(database);
  broken.fill(0xff, 4096 * 3, 4096 * 3 + 64);
  refuse('broken.sqlite', broken, /damaged/);
  refuse('text.txt', 'Titel\nText.\n', /neither a page of Lesesaal nor a corpus database/);
  refuse('empty.html', '', /empty/);
  refuse('other.html', '<!doctype html><title>x</title>', /no data blocks of Lesesaal/);
  refuse('template.html', template(), /holds no corpus .*lesesaal pack/);

  const page = place.write('newer.html', template(block('program', 'wasm') + block('corpus', newer)));
  assert_refused(run('inspect', page), page, /block 'corpus': .*schema version 5/);
});

test('usage: exit 2 with a hint, exit 0 for help and version', (t) => {
  const place = folder(t);
  for (const args of [[], ['none'], ['pack'], ['pack', 'x'], ['search', 'x'], ['inspect'], ['pack', 'x', '-o', 'y', '--lang', 'ä'],
    ['search', 'x', 'y', '--limit', '0'], ['search', 'x', 'y', '--limit', 'many'], ['inspect', 'x', '--none']]) {
    const { status, err } = run(...args);
    assert.equal(status, 2, args.join(' '));
    assert.ok(err.length > 0);
  }
  for (const command of ['pack', 'import', 'inspect', 'search']) {
    const { status, out } = run(command, '--help');
    assert.equal(status, 0);
    assert.match(out, new RegExp(`Examples:\n  lesesaal ${command} `));
  }
  assert.equal(run('--help').status, 0);
  assert.match(run('--notices').out, /^libhyphen\n/);
  assert.match(run('--version').out, /^lesesaal \d+\.\d+\.\d+\n$/);
  assert.deepEqual(readdirSync(place.path), []);
});
