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
  assert.match(json('search', page, ' -bremen').note, /^Nur ausgeschlossene Wörter/);
  assert.equal(json('search', page, '').total, 16);
  for (const odd of ['"', 'a OR', 'NEAR(', '*', "'; DROP TABLE article", 'title:x', '\u{1F600}', 'x'.repeat(5000)]) {
    assert.equal(run('search', page, odd).status, 0, odd);
  }
  assert.match(run('search', page, 'Vitako').out, /^\d+ hits?\n\d{4}-\d\d-\d\d /);
});
