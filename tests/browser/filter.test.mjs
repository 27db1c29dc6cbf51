// Topics, places, dates, the timeline, and their way back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modes, modeTitles } from './support/room.mjs';
import { inBrowsers } from './support/suite.mjs';
import { plain, until } from './support/wait.mjs';

const countOf = (name) => Number(/, (\d+) Artikel$/.exec(name)[1]);

async function isChecked(room, beginning) {
  const { element } = await room.findBeginning('checkbox', beginning);
  return element.evaluate((box) => box.checked);
}

async function pick(room, beginning) {
  const name = await room.clickBeginning('checkbox', beginning);
  await until(`${beginning} is checked`, () => isChecked(room, beginning));
  return countOf(name);
}

async function enterDate(room, field, text) {
  const element = await room.write('textbox', field, text);
  await element.press('Enter');
}

inBrowsers('filters', ({ visit }) => {
  for (const mode of modes) {
    test(`opened ${modeTitles[mode]}, topic, place and dates filter the list together, and one button lifts all`, async () => {
      await visit({ mode }, async (room) => {
        const withTopic = await pick(room, 'OZG und EfA,');
        assert.ok(withTopic > 1 && withTopic < 16);
        await room.expectHits(withTopic);
        const withPlace = countOf((await room.findBeginning('checkbox', 'Hessen,')).name);
        assert.ok(withPlace >= 1 && withPlace < withTopic);
        await pick(room, 'Hessen,');
        await room.expectHits(withPlace);
        await enterDate(room, 'Bis', '2025-09-15');
        await room.expectHits(1);
        assert.deepEqual(await room.headlines(), ['Hessen: Bei OZG-Umsetzung führend']);

        await room.click('button', 'Filter zurücksetzen');
        await room.expectHits(16);
        assert.equal(await isChecked(room, 'OZG und EfA,'), false);
        assert.equal(await isChecked(room, 'Hessen,'), false);
        assert.equal(await (await room.find('textbox', 'Bis')).evaluate((field) => field.value), '');
      });
    });
  }

  test('a place counts its articles, and a second click lifts it', async () => {
    await visit({}, async (room) => {
      await room.expectHits(await pick(room, 'Bayern,'));
      for (const headline of await room.headlines()) assert.match(headline, /Bayern/);
      await room.clickBeginning('checkbox', 'Bayern,');
      await room.expectHits(16);
    });
  });

  test('counts beside topics and places follow the other filters', async () => {
    await visit({}, async (room) => {
      const before = countOf((await room.findBeginning('checkbox', 'OZG und EfA,')).name);
      const hits = await pick(room, 'Hessen,');
      await room.expectHits(hits);
      const after = countOf((await room.findBeginning('checkbox', 'OZG und EfA,')).name);
      assert.ok(after < before && after <= hits, `${before} before, ${after} of ${hits} after`);
    });
  });

  test('dates are understood as Germans and as computers write them, and as a month or a year', async () => {
    await visit({}, async (room) => {
      for (const [from, to, hits] of [
        ['01.10.2025', '', 6], ['', '31.12.2019', 1], ['2025-09-25', '2025-09-25', 3], ['25.9.25', '25.09.2025', 3],
        ['09.2025', '09.2025', 9], ['2025', '', 15], ['15.11.2019', '15.11.2019', 1], ['', '', 16],
      ]) {
        await enterDate(room, 'Von', from);
        await enterDate(room, 'Bis', to);
        await room.expectHits(hits);
      }
    });
  });

  test('a date that is none is described, keeps the list as it was, and the description goes with the mistake', async () => {
    await visit({}, async (room) => {
      const field = await room.find('textbox', 'Von');
      const description = () => field.evaluate((element) => element.getAttribute('aria-description') ?? '');
      for (const wrong of ['31.02.2025', 'gestern', '08.10.']) {
        await enterDate(room, 'Von', wrong);
        await until('the field describes its mistake', async () => (await description()).startsWith('Kein Datum.'));
        assert.equal(await field.evaluate((element) => element.value), wrong);
        await room.expectHits(16);
        await enterDate(room, 'Von', '20.10.2025');
        await until('the description is gone', async () => (await description()) === '');
        await room.expectHits(3);
        await enterDate(room, 'Von', '');
        await room.expectHits(16);
      }
    });
  });

  test('a date also counts when the field is left', async () => {
    await visit({}, async (room) => {
      const field = await room.write('textbox', 'Von', '21.10.2025');
      await field.press('Tab');
      await room.expectHits(2);
    });
  });

  test('the quick picks mean the last year, month and thirty days of the collection', async () => {
    await visit({}, async (room) => {
      for (const [name, hits, from] of [['Jahr', 15, '01.01.2025'], ['Monat', 6, '01.10.2025'], ['30\u00A0Tage', 10, '24.09.2025']]) {
        await room.clickBeginning('button', name);
        await room.expectHits(hits);
        assert.equal(await (await room.find('textbox', 'Von')).evaluate((field) => field.value), from);
      }
    });
  });

  test('a bar of the timeline is a filter, and pressed again it is none', async () => {
    await visit({}, async (room) => {
      const timeline = await room.find('region', 'Zeitverlauf');
      const bars = (await room.names('button', timeline)).filter((name) => / Artikel$/.test(name));
      assert.ok(bars.length >= 3, bars.join(' | '));
      assert.equal(bars.map(countOf).reduce((sum, count) => sum + count), 16);
      const fullest = [...bars].sort((a, b) => countOf(b) - countOf(a))[0];
      await (await room.find('button', fullest, timeline)).click();
      await room.expectHits(countOf(fullest));
      const bar = await room.find('button', fullest, timeline);
      assert.equal(await bar.evaluate((button) => button.ariaPressed), 'true');
      await bar.click();
      await room.expectHits(16);
    });
  });

  test('an active filter is a chip that lifts it', async () => {
    await visit({}, async (room) => {
      const hits = await pick(room, 'Hessen,');
      await room.expectHits(hits);
      await room.click('button', 'Hessen, Filter aufheben');
      await room.expectHits(16);
    });
  });

  test('a tag of the open article is a filter that says why the article has it', async () => {
    await visit({}, async (room) => {
      await room.openArticle('Hessen: Bei OZG-Umsetzung führend');
      const tags = await room.find('list', 'Themen, Orte und Organisationen dieses Artikels');
      const tag = await room.find('button', 'OZG und EfA', tags);
      assert.match(plain(await tag.evaluate((element) => element.getAttribute('aria-description'))), /Zugeordnet wegen „OZG/);
      const hits = countOf((await room.findBeginning('checkbox', 'OZG und EfA,')).name);
      await tag.click();
      await room.expectHits(hits);
    });
  });
});
