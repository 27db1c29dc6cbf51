import assert from 'node:assert/strict';
import { readdirSync, readFileSync, mkdirSync } from 'node:fs';
import { test } from 'node:test';
import { block, corpusFile, folder, json, pack, run, template, unpack } from './lesesaal.mjs';

test('pack: a press page becomes a page whose blocks any gunzip reads, and any unzstd its corpus', (t) => {
  const place = folder(t);
  const html = readFileSync(pack(place, corpusFile, '--title', 'Ämter & Co', '--lang', 'de-AT'), 'utf8');
  assert.match(html, /<html lang="de-AT">/);
  assert.match(html, /<title>Ämter &amp; Co<\/title>/);
  assert.deepEqual(html.match(/lesesaal\.[a-z]+"[^>]* data-encoding="[a-z]+"/g)?.map((tag) => tag.replace(/".* /, ' ')),
    ['lesesaal.corpus data-encoding="zstd"']);
  assert.equal(unpack(html, 'corpus').subarray(0, 15).toString(), 'SQLite format 3');
  assert.equal(unpack(html, 'program').toString(), 'wasm');
  const meta = JSON.parse(unpack(html, 'meta'));
  assert.equal(meta.title, 'Ämter & Co');
  assert.equal(meta.language, 'de-AT');
  assert.equal(meta.articles, 16);
  assert.equal(meta.schema, 4);
  assert.match(meta.corpus_id, /^[0-9a-f]{16}$/);
  assert.ok(html.indexOf('vnd.lesesaal.meta') < html.indexOf('<script>boot()'));
});

test('pack: a page whose corpus was packed with gzip, as earlier versions did, is read and packed anew', (t) => {
  const place = folder(t);
  const page = pack(place, corpusFile);
  const html = readFileSync(page, 'utf8');
  const gzip = block('corpus', unpack(html, 'corpus')).trimEnd();
  const earlier = place.write('earlier.html', html.replace(/<script type="application\/vnd.lesesaal.corpus"[^<]*<\/script>/, () => gzip));
  assert.deepEqual(json('inspect', earlier).articles, json('inspect', page).articles);
  const anew = place.file('anew.html');
  assert.equal(run('pack', corpusFile, '-o', anew, '--template', earlier).status, 0);
  assert.equal(readFileSync(anew, 'utf8').match(/vnd\.lesesaal\.corpus"/g).length, 1);
  assert.match(readFileSync(anew, 'utf8'), /vnd\.lesesaal\.corpus"[^>]* data-encoding="zstd"/);
});

test('pack: says in one line what it made, warnings go to standard error', (t) => {
  const place = folder(t);
  const templatePath = place.write('template.html', template());
  const { status, out } = run('pack', corpusFile, '-o', place.file('x.html'), '--template', templatePath);
  assert.equal(status, 0);
  assert.match(out, /^\S*x\.html: 16 articles, \d+ bytes \(corpus \d+ bytes\)\n$/);
  assert.deepEqual(readdirSync(place.path).sort(), ['template.html', 'x.html']);
});

test('pack: the same input makes the same page, byte for byte', (t) => {
  const place = folder(t);
  const first = readFileSync(pack(place, corpusFile));
  assert.ok(first.equals(readFileSync(pack(place, corpusFile))));
});

test('pack: several files and folders become one corpus; hidden files and *.md are left out; a repeated story stands once', (t) => {
  const place = folder(t);
  mkdirSync(place.file('press'));
  place.write('press/one.txt', 'Ort: Eine Nachricht\n[23.10.2025] Der Text der Nachricht. mehr...\n');
  place.write('press/two.txt', 'Ort: Andere Nachricht\n[24.10.2025] Der andere Text. mehr...\n');
  place.write('press/.hidden', 'a\0b');
  place.write('press/README.md', 'a\0b');
  const feed = place.write('feed.json', JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1', title: 'Feed',
    items: [{ id: '1', title: 'Aus dem Feed', content_text: 'Ein Text.', date_published: '2025-01-02T00:00:00Z' }],
  }));
  const page = pack(place, [place.file('press'), feed, place.file('press/one.txt')]);
  assert.deepEqual(json('inspect', page).articles.map((article) => article.headline),
    ['Andere Nachricht', 'Eine Nachricht', 'Aus dem Feed']);
});

test('pack: --source, --id and --topics reach the corpus', (t) => {
  const place = folder(t);
  const input = place.write('a.txt', 'Ort: Eine Nachricht\n[23.10.2025] Vom Sonderwort ist die Rede. mehr...\n');
  const topics = place.write('topics.json', JSON.stringify({
    version: 1, topics: [{ slug: 'eigen', de: 'Eigenes', en: 'Own', terms: ['Sonderwort'] }], places: [], organisations: [],
  }));
  const { meta, articles } = json('inspect', pack(place, input, '--source', 'Blatt', '--id', 'meins', '--topics', topics));
  assert.equal(meta.corpus_id, 'meins');
  assert.deepEqual(meta.sources, ['Blatt']);
  assert.equal(articles[0].source, 'Blatt');
  assert.deepEqual(articles[0].topics, ['eigen']);
  assert.deepEqual(articles[0].reasons.topics, { eigen: 'Sonderwort' });
});

test('pack: a page is a template too; its old corpus goes', (t) => {
  const place = folder(t);
  const old = readFileSync(pack(place, corpusFile), 'utf8');
  const input = place.write('a.txt', 'Ort: Eine Nachricht\n[23.10.2025] Der Text. mehr...\n');
  const again = place.write('old.html', old);
  assert.equal(run('pack', input, '-o', place.file('new.html'), '--template', again).status, 0);
  assert.equal(json('inspect', place.file('new.html')).articles.length, 1);
});

test('pack: without a template beside the program the message says what to do', (t) => {
  const place = folder(t);
  const missing = run('pack', corpusFile, '-o', place.file('x.html'), '--template', place.file('none.html'));
  assert.equal(missing.status, 1);
  assert.match(missing.err, /none\.html: the page template is missing; put it beside the program or name one with --template\n/);
  const wrong = run('pack', corpusFile, '-o', place.file('x.html'), '--template', place.write('t.html', template('')));
  assert.equal(wrong.status, 1);
  assert.match(wrong.err, /no page template/);
  const damaged = template(block('program', 'wasm').replace('data-sha256="', 'data-sha256="00').replace(/.."><?/, '">'));
  assert.equal(run('pack', corpusFile, '-o', place.file('x.html'), '--template', place.write('d.html', damaged)).status, 1);
  assert.ok(!readdirSync(place.path).includes('x.html'));
});
