// Everything without a mouse.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { focusOf, step, tabTo } from './support/focus.mjs';
import { narrow, wide } from './support/room.mjs';
import { inBrowsers } from './support/suite.mjs';
import { until } from './support/wait.mjs';

const press = (room, key) => room.page.keyboard.press(key);

async function waitForFocus(room, name) {
  await until(async () => `the focus on "${name}"; it is on ${JSON.stringify(await focusOf(room))}`, async () => {
    const focus = await focusOf(room);
    return focus?.name === name && focus;
  });
}

const isPressed = async (room) => (await room.find('button', 'Lesezeichen')).evaluate((button) => button.ariaPressed);

async function enterFrom(room) {
  await room.page.bringToFront();
  await room.page.mainFrame().evaluate(() => document.querySelector('button').focus());
  assert.deepEqual(await focusOf(room), { outside: 'davor' });
}

// Tab through the whole page, from the button before the frame to the one after it.
async function walkThrough(room) {
  const stops = [];
  for (;;) {
    const stop = await step(room);
    if (stop.outside === 'danach') return stops;
    assert.equal(stop.outside, undefined, 'the focus left the page backwards');
    stops.push(stop);
    assert.ok(stops.length < 200, `no end after 200 steps: ${stops.slice(-5).map(({ name }) => name)}`);
  }
}

function assertEveryControlOnce(stops) {
  const { count } = stops.at(-1);
  const controls = stops.filter(({ index }) => index >= 0);
  assert.ok(count > 15, `${count} controls`);
  assert.deepEqual(controls.map(({ index }) => index), Array.from({ length: count }, (_, index) => index));
  for (const stop of stops) {
    assert.ok(stop.isOutlined, `no outline shows the focus on ${stop.kind} "${stop.name.slice(0, 60)}"`);
    assert.ok(stop.isShown, `the focused ${stop.kind} "${stop.name.slice(0, 60)}" is out of sight`);
  }
}

inBrowsers('the keyboard', ({ visit }) => {
  test('a whole journey: search, filter, open, bookmark, walk on, close, clear', async () => {
    await visit({}, async (room) => {
      await room.page.bringToFront();
      await press(room, '/');
      await waitForFocus(room, 'Suche');
      await room.page.keyboard.type('Land');
      await until('hits', async () => /^[2-9] von 16 Artikeln$/.test(await room.status()));
      assert.equal(await (await room.find('combobox', 'Suche')).evaluate((field) => field.value), 'Land');
      const before = await room.status();

      await tabTo(room, 'Hessen,');
      await press(room, ' ');
      await until('fewer hits', async () => (await room.status()) !== before);
      assert.match((await focusOf(room)).name, /^Hessen,/);
      const headlines = await room.headlines();
      assert.ok(headlines.length >= 2, headlines.join(' | '));

      await tabTo(room, headlines[0]);
      await press(room, 'Enter');
      const [first, second] = headlines.map((headline) => headline.replace(/^[^:]*: /, ''));
      await room.waitForTitle(first);
      await waitForFocus(room, first);
      await press(room, 'b');
      await room.find('checkbox', 'Lesezeichen, 1 Artikel');
      assert.equal(await isPressed(room), 'true');
      await press(room, 'j');
      await room.waitForTitle(second);
      assert.equal(await isPressed(room), 'false');
      await press(room, 'k');
      await room.waitForTitle(first);
      await tabTo(room, 'Lesezeichen', { backwards: true });
      await press(room, ' ');
      await room.find('checkbox', 'Lesezeichen, 0 Artikel');
      await press(room, 'Enter');
      await room.find('checkbox', 'Lesezeichen, 1 Artikel');

      await press(room, 'Escape');
      await room.waitForTitle('Lesesaal');
      await waitForFocus(room, headlines[0]);
      await press(room, 'Escape');
      await until('the words are gone', async () => (await room.find('combobox', 'Suche')).evaluate((field) => field.value === ''));
      await tabTo(room, 'Filter zurücksetzen', { backwards: true });
      await press(room, 'Enter');
      await room.expectHits(16);
    });
  });

  test('the first two stops are links that skip to the list and to the article', async () => {
    await visit({}, async (room) => {
      await room.page.bringToFront();
      assert.equal((await tabTo(room, 'Zur Liste', { stepsMax: 1 })).isShown, true);
      await press(room, 'Enter');
      await waitForFocus(room, (await room.headlines())[0]);
    });
    await visit({}, async (room) => {
      await room.page.bringToFront();
      assert.equal((await tabTo(room, 'Zum Artikel', { stepsMax: 2 })).isShown, true);
      await press(room, 'Enter');
      await until('the focus in main', () => room.frame.evaluate(() => document.activeElement.closest('main') !== null));
    });
  });

  test('after an article is closed, what is typed into the search box stays there', async () => {
    for (const viewport of [wide, narrow]) {
      await visit({ viewport }, async (room) => {
        await room.openArticle('Bayern: Täglich Vollgas geben');
        await press(room, 'Escape');
        await waitForFocus(room, 'Bayern: Täglich Vollgas geben');
        await (await room.find('combobox', 'Suche')).click();
        await room.page.keyboard.type('Verwaltung');
        await until(async () => `the whole word in the box; the focus is on ${JSON.stringify(await focusOf(room))}`, async () =>
          (await room.find('combobox', 'Suche')).evaluate((field) => field.value === 'Verwaltung' && document.activeElement === field));
        await until('hits', async () => /^\d+ von 16/.test(await room.status()));
        assert.equal(await room.frame.title(), 'Lesesaal');
      });
    }
  });

  for (const [viewport, name] of [[wide, 'wide'], [narrow, 'narrow']]) {
    test(`on a ${name} page Tab shows every control once, in order, and leaves; Shift+Tab comes back in`, async () => {
      await visit({ mode: 'sandbox', viewport }, async (room) => {
        if (name === 'wide') await room.openArticle('Vitako: Mitgliederversammlung in Bremen');
        await enterFrom(room);
        const stops = await walkThrough(room);
        assertEveryControlOnce(stops);
        assert.equal((await step(room, true)).name, stops.at(-1).name);
      });
    });
  }

  test('keys mean letters in a field, not commands', async () => {
    await visit({}, async (room) => {
      await room.openArticle((await room.headlines())[2]);
      const title = await room.title();
      await room.write('combobox', 'Suche', 'jkb/');
      await until('the field holds them', async () =>
        (await room.find('combobox', 'Suche')).evaluate((field) => field.value === 'jkb/'));
      await room.find('checkbox', 'Lesezeichen, 0 Artikel');
      assert.equal(await room.title(), title);
    });
  });

  test('Escape in the search box clears it, and Escape on Über leaves Über', async () => {
    await visit({}, async (room) => {
      await room.write('combobox', 'Suche', 'Xylophonkonzert');
      await room.expectStatus('0 von 16 Artikeln');
      await press(room, 'Escape');
      await room.expectHits(16);
      await tabTo(room, 'Über');
      await press(room, 'Enter');
      await room.waitForTitle('Über Lesesaal');
      await press(room, 'Escape');
      await room.waitForTitle('Lesesaal');
    });
  });
});
