import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { corpusFile, folder, json, pack, run, unpack } from './lesesaal.mjs';

const article_keys = ['uid', 'kicker', 'headline', 'date', 'date_end', 'date_precision', 'date_derived', 'teaser_only', 'topics',
  'places', 'organisations', 'source', 'url', 'language', 'sections', 'reasons'];

test('inspect: the default corpus has the long article and fifteen teasers', (t) => {
  const { meta, articles, warnings } = json('inspect', pack(folder(t), corpusFile));
  assert.equal(meta.articles, 16);
  assert.equal(articles.length, 16);
  assert.deepEqual(warnings, []);
  for (const article of articles) assert.deepEqual(Object.keys(article), article_keys);

  const [long, ...others] = articles.filter((article) => !article.teaser_only);
  assert.deepEqual(others, []);
  assert.equal(long.kicker, 'Vitako');
  assert.equal(long.headline, 'Mitgliederversammlung in Bremen');
  assert.equal(long.date, '2019-11-14');
  assert.equal(long.date_end, '2019-11-15');
  assert.equal(long.date_precision, 'range');
  assert.equal(long.date_derived, true);
  assert.deepEqual(long.sections.map((section) => section.heading), ['', 'Kommunaler Schulterschluss', 'Digitale Souveränität']);
  assert.ok(long.places.includes('bremen'));

  const teasers = articles.filter((article) => article.teaser_only);
  assert.equal(teasers.length, 15);
  assert.equal(teasers.filter((teaser) => teaser.date === '2025-09-25').length, 3);
  assert.deepEqual([teasers[0].date, teasers.at(-1).date], ['2025-10-23', '2025-09-03']);
  for (const teaser of teasers) {
    assert.ok(teaser.kicker.length > 0);
    assert.ok(!JSON.stringify(teaser.sections).includes('mehr...'));
    assert.equal(teaser.date, teaser.date_end);
    assert.equal(teaser.date_precision, 'day');
    assert.equal(teaser.date_derived, false);
  }
});

test('inspect: a bare database shows the same as its page', (t) => {
  const place = folder(t);
  const page = pack(place, corpusFile);
  const database = place.write('corpus.sqlite', unpack(readFileSync(page, 'utf8'), 'corpus'));
  assert.deepEqual(json('inspect', database).articles, json('inspect', page).articles);
  assert.deepEqual(json('inspect', page).meta.blocks.map((block) => block.name), ['program', 'corpus', 'meta']);
});

test('inspect: German and English words are broken, words of other languages are not', (t) => {
  const place = folder(t);
  const { meta } = json('inspect', pack(place, corpusFile));
  assert.ok(meta.break_points > 500, `${meta.break_points} break points`);
  const input = place.write('a.txt', 'Ort: Kommunalverwaltung\n[23.10.2025] Information development. mehr...\n');
  const points = (language) => json('inspect', pack(place, input, '--lang', language)).meta.break_points;
  assert.deepEqual(['de-AT', 'en-GB', 'fi', 'den'].map((language) => points(language) > 3), [true, true, false, false]);
  assert.equal(points('fi'), 0);
});

test('inspect: with --related every article names those that have much in common with it', (t) => {
  const page = pack(folder(t), corpusFile);
  const { articles } = json('inspect', page, '--related');
  const named = (headline) => articles.find((article) => article.headline === headline);
  const bayern = named('Täglich Vollgas geben');
  assert.deepEqual(bayern.related, [named('Startschuss für Digitalkooperation').uid]);
  assert.ok(articles.every(({ uid, related }) => related.length <= 5 && !related.includes(uid)));
  assert.equal(json('inspect', page).articles[0].related, undefined);
  assert.match(run('inspect', page, '--related').out, /\n {12}related: Bund\/Bayern: Startschuss für Digitalkooperation {2}\[[0-9a-f]{16}\]\n/);
});

test('inspect: without --json it is for people', (t) => {
  const { status, out } = run('inspect', pack(folder(t), corpusFile));
  assert.equal(status, 0);
  assert.match(out, /^Lesesaal \(de\), corpus [0-9a-f]{16}, schema version 4, 16 articles, \d{3,4} break points\n/);
  assert.match(out, /2019-11-14 {2}Vitako: Mitgliederversammlung in Bremen {2}\[[0-9a-f]{16}\]\n/);
});

test('import: the same articles before there is a page, with warnings and their places', (t) => {
  const place = folder(t);
  const imported = json('import', corpusFile);
  const packed = json('inspect', pack(place, corpusFile)).articles;
  const by_uid = (a, b) => (a.uid < b.uid ? -1 : 1);
  assert.deepEqual(imported.articles.toSorted(by_uid), packed.toSorted(by_uid));
  assert.equal(imported.meta.articles, 16);
  for (const warning of imported.warnings) {
    assert.equal(warning.file, corpusFile);
    assert.equal(typeof warning.offset, 'number');
  }
  assert.match(run('import', corpusFile).out, /^16 articles from 1 file\n/);
});

test('import: CRLF, a byte-order mark, trailing blanks and decomposed umlauts change nothing', (t) => {
  const place = folder(t);
  const text = readFileSync(corpusFile, 'utf8');
  const plain = json('import', corpusFile).articles;
  const variants = {
    crlf: text.replaceAll('\n', '\r\n'),
    mark: '\ufeff' + text,
    blanks: text.replaceAll('\n', '  \t\n'),
    decomposed: text.normalize('NFD'),
  };
  for (const [name, variant] of Object.entries(variants)) {
    const { articles } = json('import', place.write(`${name}.txt`, variant));
    assert.deepEqual(articles, plain, name);
  }
});
