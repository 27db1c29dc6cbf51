import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpusFile, folder, json, pack, run } from './lesesaal.mjs';

test('search: hits by falling score, with snippet, total and the query as given', (t) => {
  const page = pack(folder(t), corpusFile);
  const found = json('search', page, 'Kommunen', '--limit', '3');
  assert.deepEqual(Object.keys(found), ['query', 'hits', 'total', 'note']);
  assert.equal(found.query, 'Kommunen');
  assert.equal(found.hits.length, 3);
  assert.ok(found.total >= 3);
  const scores = found.hits.map((hit) => hit.score);
  assert.deepEqual(scores, scores.toSorted((a, b) => b - a));
  for (const hit of found.hits) {
    assert.match(hit.uid, /^[0-9a-f]{16}$/);
    assert.ok(hit.headline.length > 0);
    assert.ok(hit.snippet.length > 0);
  }
});

test('search: the uid is the one that inspect shows', (t) => {
  const page = pack(folder(t), corpusFile);
  const [hit] = json('search', page, '"Mitgliederversammlung in Bremen"').hits;
  const article = json('inspect', page).articles.find(({ uid }) => uid === hit.uid);
  assert.equal(article.headline, 'Mitgliederversammlung in Bremen');
});

test('search: decomposed umlauts find the same', (t) => {
  const page = pack(folder(t), corpusFile);
  const composed = json('search', page, 'Souveränität'.normalize('NFC'));
  const decomposed = json('search', page, 'Souveränität'.normalize('NFD'));
  assert.ok(composed.total > 0);
  assert.deepEqual(decomposed.hits, composed.hits);
});

test('search: nothing found, nothing to search for, and any odd text are answers, not errors', (t) => {
  const page = pack(folder(t), corpusFile);
  assert.deepEqual(json('search', page, 'gibtesnicht ').hits, []);
  assert.match(json('search', page, ' -bremen').note, /^Only excluded words/);
  assert.equal(json('search', page, '').total, 16);
  for (const odd of ['"', 'a OR', 'NEAR(', '*', "'; DROP TABLE article", 'title:x', '\u{1F600}', 'x'.repeat(5000)]) {
    assert.equal(run('search', page, odd).status, 0, odd);
  }
  assert.match(run('search', page, 'Vitako').out, /^\d+ hits?\n\d{4}-\d\d-\d\d /);
});

test('search: facets narrow, an excluded value takes away, the order is the one asked for', (t) => {
  const page = pack(folder(t), corpusFile);
  const { articles } = json('inspect', page);
  const uids = (hits) => hits.map(({ uid }) => uid).toSorted();
  const having = (list, slug) => uids(articles.filter((article) => article[list].includes(slug)));
  const [place] = articles.flatMap((article) => article.places);
  const organisation = articles.flatMap((article) => article.organisations)[0];
  assert.deepEqual(uids(json('search', page, '', '--place', place).hits), having('places', place));
  assert.deepEqual(uids(json('search', page, '', '--organisation', organisation).hits), having('organisations', organisation));
  const without = json('search', page, '', '--exclude-place', place);
  assert.equal(without.total, 16 - having('places', place).length);
  assert.equal(json('search', page, '', '--place', place, '--place', 'bund').total,
    new Set([...having('places', place), ...having('places', 'bund')]).size);
  assert.equal(json('search', page, '', '--source', 'kommune21').total, 16);

  const dates = (order) => json('search', page, '', '--order', order).hits.map(({ date }) => date);
  assert.deepEqual(dates('oldest'), dates('oldest').toSorted());
  assert.deepEqual(dates('newest'), dates('oldest').toReversed());
  assert.equal(json('search', page, '', '--order', 'reading-time').hits.at(-1).headline, 'Mitgliederversammlung in Bremen');
});

test('search: a value that no article has is named, with some there are; an unknown order is wrong usage', (t) => {
  const page = pack(folder(t), corpusFile);
  const { status, err } = run('search', page, '', '--source', 'Kommune21');
  assert.equal(status, 1);
  assert.match(err, /no article has the source 'Kommune21'; there are kommune21\n/);
  assert.equal(run('search', page, '', '--order', 'best').status, 2);
});

test('search: each hit says by which rule each word was found', (t) => {
  const page = pack(folder(t), corpusFile);
  const [hit] = json('search', page, 'Zugangsgesetz ').hits;
  assert.deepEqual(hit.why.map(({ asked, rule }) => ({ asked, rule })), [{ asked: 'Zugangsgesetz', rule: 'part' }]);
  assert.match(hit.why[0].found, /zugangsgesetz/i);
});

test('search: a slip is corrected where nothing is found, and says so', (t) => {
  const page = pack(folder(t), corpusFile);
  const found = json('search', page, 'Verwaltng ');
  assert.deepEqual(found.correction, { from: 'Verwaltng', to: 'Verwaltung' });
  assert.deepEqual(found.hits, json('search', page, 'Verwaltung ').hits);
  assert.match(run('search', page, 'Verwaltng ').err, /Nothing was found for 'Verwaltng'/);
  assert.equal('correction' in json('search', page, 'Verwaltung '), false);
});

test('search: fields, dates and operators of the query language narrow the hits', (t) => {
  const page = pack(folder(t), corpusFile);
  const { articles } = json('inspect', page);
  const [topic] = articles.flatMap(({ topics }) => topics);
  assert.equal(json('search', page, `thema:${topic} `).total, articles.filter(({ topics }) => topics.includes(topic)).length);
  assert.equal(json('search', page, `topic:${topic} `).total, json('search', page, `thema:${topic} `).total);
  assert.equal(json('search', page, 'datum:2000..2001 ').total, 0);
  assert.equal(json('search', page, '(Vitako ODER Bitkom) ').total, json('search', page, 'Vitako OR Bitkom ').total);
});
