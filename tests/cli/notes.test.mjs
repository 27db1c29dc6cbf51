import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { block, corpusFile, folder, json, pack, root, run, template } from './lesesaal.mjs';

const golden = (name) => join(root, 'tests/golden/exchange', name);
const notesFile = golden('lesesaal-notizen.json');
const bookmarksFile = golden('lesesaal-lesezeichen.html');
const annotationsFile = golden('lesesaal-anmerkungen.jsonld');

const records = (file) => JSON.parse(readFileSync(file, 'utf8')).operations;
/** The records as a set: merging knows no order. */
const sorted = (list) => list.map((record) => JSON.stringify(record)).sort();

/** Of the notes of a file those that `keep`. */
function part(place, name, keep) {
  const notes = JSON.parse(readFileSync(notesFile, 'utf8'));
  return place.write(name, JSON.stringify({ ...notes, operations: notes.operations.filter(keep) }));
}

const bookmark_html = (url, title) => '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<H1>Lesezeichen</H1>\n<DL><p>\n' +
  '<DT><H3>Ausschuss</H3>\n<DL><p>\n' +
  `<DT><A HREF="${url}" ADD_DATE="1700000000" TAGS="OZG">${title}</A>\n<DD>merken\n</DL><p>\n</DL><p>\n`;

test('notes merge: the union of two files, whatever the order', (t) => {
  const place = folder(t);
  const a = part(place, 'a.json', (record) => record.uid.startsWith('a'));
  const b = part(place, 'b.json', (record) => !record.uid.startsWith('a'));
  const [ab, ba, aba] = ['ab.json', 'ba.json', 'aba.json'].map((name) => place.file(name));
  const { status, out } = run('notes', 'merge', a, b, '-o', ab);
  assert.equal(status, 0);
  assert.equal(out, `${ab}: 14 operations on 3 articles, out of ${a} (9 operations) and ${b} (5 operations)\n`);
  run('notes', 'merge', b, a, '-o', ba);
  run('notes', 'merge', a, b, a, ab, '-o', aba);
  for (const file of [ab, ba, aba]) assert.deepEqual(sorted(records(file)), sorted(records(notesFile)), file);
  const { corpus, title } = JSON.parse(readFileSync(ab, 'utf8'));
  assert.deepEqual([corpus, title], ['presse', 'Pressespiegel']);
});

test('notes merge: two notes on one article are both kept', (t) => {
  const place = folder(t);
  const merged = place.file('merged.json');
  const of_replica = (name, end) => part(place, name, ({ replica }) => replica.endsWith(end));
  run('notes', 'merge', of_replica('a.json', 'aa'), of_replica('b.json', 'bb'), '-o', merged);
  const notes = records(merged).filter(({ kind, uid }) => kind === 'note' && uid.startsWith('c'));
  assert.deepEqual(notes.map(({ value }) => value).sort(), ['Im Amt geschrieben', 'Zu Hause geschrieben']);
});

test('notes merge: --json tells what came from where', (t) => {
  const place = folder(t);
  const output = place.file('out.json');
  assert.deepEqual(json('notes', 'merge', notesFile, bookmarksFile, '-o', output), {
    output, format: 'notes', operations: 14, articles: 3,
    inputs: [{ file: notesFile, operations: 14, marks: 0, unread: 0 },
      { file: bookmarksFile, operations: 0, marks: 17, unread: 0 }],
  });
});

test('notes merge: bookmarks of a browser find their articles in the reading room beside them', (t) => {
  const place = folder(t);
  const feed = place.write('feed.json', JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'x',
    items: [{ id: '1', url: 'https://a.example/1', title: 'Register werden verbunden', content_text: 'Text.' }] }));
  const room = pack(place, feed, '--id', 'versuch');
  const uid = json('inspect', room).articles[0].uid;
  const merge = (...inputs) => {
    const output = place.file('out.json');
    const { status, err } = run('notes', 'merge', ...inputs, '-o', output);
    assert.equal(status, 0, err);
    return records(output);
  };
  const by_url = place.write('url.html', bookmark_html('https://a.example/1', 'anders genannt'));
  const by_title = place.write('title.html', bookmark_html('https://b.example/2', 'Register werden verbunden'));
  for (const file of [by_url, by_title]) {
    const found = merge(file, room);
    assert.deepEqual([...new Set(found.map((record) => record.uid))], [uid]);
    assert.deepEqual([...new Set(found.map((record) => record.corpus))], ['versuch']);
    assert.deepEqual(found.map(({ kind }) => kind).sort(), ['bookmark', 'card', 'collection', 'note', 'tag']);
    assert.equal(found.find(({ kind }) => kind === 'bookmark').clock[0], 1700000000000);
  }
  const [first] = merge(by_url);
  assert.notEqual(first.uid, uid);
  assert.equal(merge(by_url)[0].uid, first.uid, 'the same made-up uid every time');
});

test('notes: the notes inside of a page are read', (t) => {
  const place = folder(t);
  const crc32 = (text) => {
    let crc = ~0;
    for (const byte of Buffer.from(text)) {
      crc ^= byte;
      for (let bit = 0; bit < 8; ++bit) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return (~crc >>> 0).toString(16).padStart(8, '0');
  };
  // As notebook/pack.h describes it.
  const body = JSON.stringify([['0123456789abcdef'], ['presse'], ['eins'],
    ['bookmark', 0, 0, 1760000000000, 0, 1, 0, '', '', 0, 'note', 0, 0, 1760000001000, 0, 1, 0, '', 'lesen', []]]);
  const notebook = `{"crc":"${crc32(body)}","pack":2,"v":1}\n${body}`;
  const page = place.write('page.html', template(block('program', 'wasm') + block('notebook', `${notebook}\n\ndamaged`)));
  const { status, out, err } = run('notes', 'export', '--format', 'markdown', page, '-o', '-');
  assert.equal(status, 0, err);
  assert.match(out, /\nlesen\n/);
  assert.match(err, /page\.html: could not read 1 entry\n/);
  const empty = place.write('empty.html', template());
  assert.match(run('notes', 'export', '--format', 'csv', empty, '-o', place.file('x')).err, /holds no corpus/);
});

test('notes export: every form, from every form that can be read', (t) => {
  const place = folder(t);
  const forms = ['notes', 'netscape', 'csv', 'markdown', 'annotations', 'bibtex', 'ris', 'csl-json', 'html'];
  // Moments of today are left out; and in bookmark files a tag has no moment of its own.
  const of_today = /"(created|exported)": ?"[^"]*"|(Stand:|urldate|abgerufen am|Y2 {2}-) .*|"accessed": \{[^}]*\}/g;
  const steady = (text) => text.replace(of_today, '');
  for (const format of forms) {
    const texts = [notesFile, bookmarksFile, annotationsFile].map((file) => {
      const output = place.file(`out.${format}`);
      const { status, out, err } = run('notes', 'export', '--format', format, file, '-o', output, '--title', 'Pressespiegel');
      assert.equal(status, 0, err);
      assert.match(out, /14 operations on 3 articles/);
      return steady(readFileSync(output, 'utf8'));
    });
    assert.ok(texts[0].length > 100, format);
    if (format === 'notes') continue; // the replicas differ
    assert.equal(texts[1], texts[0], `${format} from bookmarks`);
    assert.equal(texts[2], texts[0], `${format} from annotations`);
  }
  const english = run('notes', 'export', '--format', 'markdown', notesFile, '-o', '-', '--lang', 'en').out;
  assert.match(english, /^# Notes: Pressespiegel\n/);
});

test('notes export: to standard output the document alone, what is told goes to standard error', () => {
  const { status, out, err } = run('notes', 'export', '--format', 'csl-json', notesFile, '-o', '-');
  assert.equal(status, 0);
  assert.equal(JSON.parse(out).length, 3);
  assert.match(err, /^-: 14 operations on 3 articles, out of .*\n$/);
});

test('notes export: it agrees with itself when what it wrote is read again', (t) => {
  const place = folder(t);
  for (const format of ['notes', 'netscape', 'annotations']) {
    const [first, second] = [place.file('first'), place.file('second')];
    run('notes', 'export', '--format', format, notesFile, '-o', first);
    run('notes', 'export', '--format', 'html', first, '-o', second);
    run('notes', 'export', '--format', 'html', notesFile, '-o', first);
    assert.equal(readFileSync(second, 'utf8'), readFileSync(first, 'utf8'), format);
  }
});

test('notes: bad input is a sentence, exit 1, and the older file stays', (t) => {
  const place = folder(t);
  const output = place.write('out.json', 'older');
  const refuse = (file, words) => {
    const { status, out, err } = run('notes', 'merge', notesFile, file, '-o', output);
    assert.equal(status, 1, err);
    assert.equal(out, '');
    assert.ok(err.startsWith(`lesesaal: ${file}: `), err);
    assert.equal(err.split('\n').length, 2, err);
    assert.match(err, words);
    assert.equal(readFileSync(output, 'utf8'), 'older');
  };
  refuse(place.file('none.json'), /No such file/);
  refuse(place.write('empty.json', ' \n'), /empty/);
  refuse(place.write('text.txt', 'Guten Tag'), /neither notes/);
  refuse(place.write('other.json', '{"a":1}'), /neither notes/);
  refuse(place.write('newer.json', '{"format":"lesesaal-notizen","v":2,"operations":[]}'), /newer version/);
  refuse(place.write('many.html', '<!DOCTYPE NETSCAPE-Bookmark-file-1>' + '<'.repeat(2_000_001)), /2,000,000/);
  const html = template(block('program', 'wasm') + block('notebook', 'x'.repeat(100)));
  const inside = html.indexOf('>', html.indexOf('vnd.lesesaal.notebook')) + 30;
  refuse(place.write('flipped.html', html.slice(0, inside) + '!' + html.slice(inside + 1)), /block 'notebook' is damaged/);
});

test('notes: what cannot be read is counted, the rest is merged', (t) => {
  const place = folder(t);
  const text = readFileSync(notesFile, 'utf8');
  const cut = place.write('cut.json', text.slice(0, text.length / 2));
  const output = place.file('out.json');
  const { status, err } = run('notes', 'merge', cut, '-o', output);
  assert.equal(status, 0);
  assert.equal(err, `${cut}: could not read 1 entry\n`);
  assert.ok(records(output).length > 3);
});

test('notes: an output that cannot be written leaves nothing', (t) => {
  const place = folder(t);
  const output = place.file('none/out.json');
  const { status, err } = run('notes', 'merge', notesFile, '-o', output);
  assert.equal(status, 1);
  assert.match(err, /cannot be written/);
  assert.ok(!existsSync(place.file('none')));
});

test('notes: wrong usage is exit 2, help has examples', () => {
  for (const args of [['notes'], ['notes', 'merge'], ['notes', 'merge', 'x'], ['notes', 'export', 'x', '-o', 'y'],
    ['notes', 'export', '--format', 'pdf', 'x', '-o', 'y'], ['notes', 'split', 'x'],
    ['notes', 'merge', '--format', 'csv', 'x', '-o', 'y']]) {
    assert.equal(run(...args).status, 2, args.join(' '));
  }
  for (const args of [['notes', '--help'], ['notes', 'merge', '--help'], ['notes', 'export', '--help']]) {
    const { status, out } = run(...args);
    assert.equal(status, 0);
    assert.match(out, /Examples:\n {2}lesesaal notes /);
  }
});

test('notes: a full pipe is an error', { skip: !existsSync('/dev/full') }, () => {
  const program = process.env.LESESAAL_CLI ?? join(root, 'dist/lesesaal');
  const { status, stderr } = spawnSync('sh', ['-c', `"${program}" notes export --format notes "${notesFile}" -o - > /dev/full`]);
  assert.equal(status, 1, stderr.toString());
  assert.match(stderr.toString(), /standard output takes no more/);
});

test('notes: a corpus file is no notes', () => {
  const { status, err } = run('notes', 'merge', corpusFile, '-o', '-');
  assert.equal(status, 1);
  assert.match(err, /neither notes/);
});
