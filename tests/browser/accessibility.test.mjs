// axe-core on every state, and what it cannot see.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectAccessible } from './support/axe.mjs';
import { narrow } from './support/room.mjs';
import { inBrowsers } from './support/suite.mjs';
import { until } from './support/wait.mjs';

async function openEachState(room, look) {
  await look('the list');
  await room.clickBeginning('checkbox', 'Hessen,');
  await until('fewer articles', async () => /von 16/.test(await room.status()));
  await look('a filtered list');
  await room.openArticle('Hessen: Bei OZG-Umsetzung führend');
  await room.click('button', 'Lesezeichen');
  await room.find('checkbox', 'Lesezeichen, 1 Artikel');
  await look('an article with a bookmark');
  await (await room.write('textbox', 'Von', 'gestern')).press('Enter');
  await room.waitForText('Hessen');
  await look('a wrong date');
  await room.write('searchbox', 'Suche', 'Xylophonkonzert');
  await room.expectStatus('0 von 16 Artikeln');
  await look('no hits');
  await room.click('button', 'Über');
  await room.waitForTitle('Über Lesesaal');
  await look('Über');
}

inBrowsers('accessibility', ({ visit, kind }) => {
  test('axe-core finds no violation in list, article, wrong date, no hits and Über', async () => {
    await visit({}, (room) => openEachState(room, (state) => expectAccessible(room, state)));
  });

  test('axe-core finds no violation on a narrow page: list, filters, article', async () => {
    await visit({ viewport: narrow }, async (room) => {
      await expectAccessible(room, 'the narrow list');
      await room.click('button', 'Filter');
      await room.find('group', 'Themen');
      await expectAccessible(room, 'the narrow filters');
      await room.click('button', '‹ Zur Liste');
      await room.openArticle('Bayern: Täglich Vollgas geben');
      await expectAccessible(room, 'the narrow article');
      await room.click('button', '‹ Zur Liste');
      await room.expectHits(16);
    });
  });

  test('the page can be zoomed, and no control takes over the reader as an application', async () => {
    await visit({}, async (room) => {
      const viewport = await room.frame.$eval('meta[name="viewport"]', (meta) => meta.content);
      assert.doesNotMatch(viewport, /user-scalable|maximum-scale/);
      assert.equal(await room.frame.$('[role="application"]'), null);
      assert.equal(await room.frame.$eval('canvas', (canvas) => canvas.getAttribute('aria-hidden')), 'true');
    });
  });

  test('counts and bookmarks are announced politely', async () => {
    await visit({}, async (room) => {
      await room.openArticle('Bayern: Täglich Vollgas geben');
      await room.click('button', 'Lesezeichen');
      await until('a polite region says it', () => room.frame.$$eval('[aria-live="polite"]', (regions) =>
        regions.some((region) => region.textContent === 'Lesezeichen gesetzt.')));
      assert.equal((await room.all('status')).length, 1);
    });
  });

  if (kind !== 'chromium') return;

  test('axe-core finds no violation in the dark', async () => {
    await visit({}, async (room) => {
      await room.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      await openEachState(room, (state) => expectAccessible(room, `${state}, dark`));
    });
  });

  test('under forced colours the HTML view is there by itself, works, and axe-core finds no violation', async () => {
    await visit({}, async (room) => {
      const session = await room.page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
      await until('the HTML view', () => room.frame.evaluate(() => document.documentElement.classList.contains('html-view')));
      await openEachState(room, (state) => expectAccessible(room, `${state}, HTML view`));
    });
  });
});
