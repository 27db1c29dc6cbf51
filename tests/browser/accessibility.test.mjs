// axe-core on every state, and what it cannot see.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectAccessible } from './support/axe.mjs';
import { narrow } from './support/room.mjs';
import { openEachSheet, openEachView } from './support/states.mjs';
import { inBrowsers } from './support/suite.mjs';
import { until } from './support/wait.mjs';

// How often "Nächste Farben" is pressed: as the system, light, dark, sepia, high contrast.
const themes = [['light', 0], ['dark', 2], ['sepia', 3], ['high contrast', 4]];

async function openEverything(room, look) {
  await openEachView(room, look);
  await room.openArticle('Bayern: Täglich Vollgas geben');
  await openEachSheet(room, look);
}

inBrowsers('accessibility', ({ visit, kind }) => {
  for (const [theme, steps] of themes) {
    test(`axe-core finds no violation in any view or sheet: ${theme}`, async () => {
      await visit({}, async (room) => {
        for (let step = 0; step < steps; step++) await room.click('button', 'Nächste Farben');
        await openEverything(room, (state) => expectAccessible(room, `${state}, ${theme}`));
      });
    });
  }

  test('axe-core finds no violation in any view or sheet of the HTML view', async () => {
    await visit({}, async (room) => {
      await room.click('button', 'Einstellungen');
      await room.click('radio', 'HTML-Ansicht');
      await room.page.keyboard.press('Escape');
      await until('the HTML view', () => room.frame.evaluate(() => document.documentElement.classList.contains('html-view')));
      await openEverything(room, (state) => expectAccessible(room, `${state}, HTML view`));
    });
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

  test('axe-core finds no violation where the system is dark and wants more contrast', async () => {
    await visit({}, async (room) => {
      await room.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      for (let step = 0; step < 4; step++) await room.click('button', 'Nächste Farben');
      await openEverything(room, (state) => expectAccessible(room, `${state}, high contrast, dark`));
    });
  });

  test('under forced colours the HTML view is there by itself, works, and axe-core finds no violation', async () => {
    await visit({}, async (room) => {
      const session = await room.page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
      await until('the HTML view', () => room.frame.evaluate(() => document.documentElement.classList.contains('html-view')));
      await openEverything(room, (state) => expectAccessible(room, `${state}, forced colours`));
    });
  });
});
