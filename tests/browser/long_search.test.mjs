// A search that takes longer than a frame: the page stays at work for the reader meanwhile.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { inTemporaryFolder } from './support/browsers.mjs';
import { distFolder } from './support/room.mjs';
import { inBrowsers } from './support/suite.mjs';
import { plain } from './support/wait.mjs';

// Every text has both words, often with one that looks like the other's neighbour, so each must be read to its end.
const articles = 3000;
const everyNth = 100; // has the phrase, in its last line
const sentence = 'Über die Verwaltung wird berichtet, und dieselbe Verwaltung nennt digitale Dienste wichtig. ';

const feed = () => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Lange Texte',
  language: 'de',
  items: Array.from({ length: articles }, (_, i) => ({
    id: `${i}`,
    title: `Bericht ${i}`,
    content_text: sentence.repeat(100) + (i % everyNth === 0 ? '\n\nGemeint ist die digitale Verwaltung.' : ''),
    date_published: new Date(Date.UTC(2025, 0, 1) - i * 3_600_000).toISOString(),
  })),
});

// Runs in the page: writes texts into the search box, each when the one before has had two frames, and looks at every frame
// up to the answer.
async function searchFor(texts) {
  const field = document.querySelector('input[type="search"]');
  const status = document.querySelector('[role="status"]');
  const frame = () => new Promise((resolve) => { requestAnimationFrame(() => resolve()); });
  const seen = { frames: 0, wereAnswered: [], statuses: [] };
  const next = async () => {
    await frame();
    seen.frames++;
    if (status.textContent !== seen.statuses.at(-1)) seen.statuses.push(status.textContent);
  };
  for (const text of texts) {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
    await next();
    await next();
    seen.wereAnswered.push(window.lesesaal.stats(1).isAnswered);
  }
  while (!window.lesesaal.stats(1).isAnswered && seen.frames < 5000) await next();
  seen.queryMs = window.lesesaal.stats(1).queryMs;
  return seen;
}

inBrowsers('a long search', ({ visit }) => {
  test('frames keep coming while it goes on, its answer comes whole, and typing on ends it', async () => {
    await inTemporaryFolder(async (folder) => {
      const [input, page] = [join(folder, 'feed.json'), join(folder, 'page.html')];
      await writeFile(input, JSON.stringify(feed()));
      await promisify(execFile)(join(distFolder, 'lesesaal'), ['pack', input, '-o', page]);
      await visit({ mode: 'file', file: page }, async (room) => {
        const before = plain(await room.status());
        const whole = await room.frame.evaluate(searchFor, ['"digitale Verwaltung" ']);
        assert.deepEqual(whole.wereAnswered, [false]);
        // On a slow machine a slice is no shorter, so there are as many frames for the same work; 8 ms are meant.
        assert.ok(whole.frames >= 4 && whole.frames >= whole.queryMs / 50, `${whole.frames} frames in ${whole.queryMs} ms of search`);
        await room.expectStatus(`${articles / everyNth} von ${articles} Artikeln`);
        // Nothing of it was shown before it was whole.
        for (const status of whole.statuses) assert.ok([before, await room.status()].includes(plain(status)), status);

        const changed = await room.frame.evaluate(searchFor, ['"die Verwaltung digitale" ', '"Gemeint ist die digitale" ', 'Gemeint -Bericht ']);
        assert.equal(changed.wereAnswered[0], false);
        await room.expectStatus(`0 von ${articles} Artikeln`);
        assert.deepEqual(changed.statuses.map(plain), [`${articles / everyNth} von ${articles} Artikeln`, `0 von ${articles} Artikeln`]);
      });
    });
  });
});
