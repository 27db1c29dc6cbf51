// What stands there when the page opens, by roles and names alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modes, modeTitles } from './support/room.mjs';
import { inBrowsers } from './support/suite.mjs';

inBrowsers('the list', ({ visit, world }) => {
  for (const mode of modes) {
    test(`opened ${modeTitles[mode]}, the page shows its sixteen articles and every control by role and name`, async () => {
      await visit({ mode }, async (room) => {
        await room.expectHits(16);
        await room.find('combobox', 'Suche');
        await room.find('textbox', 'Von');
        await room.find('textbox', 'Bis');
        await room.find('button', 'Filter zurücksetzen');
        await room.find('button', 'Über');
        for (const group of ['Themen', 'Orte']) {
          const boxes = await room.names('checkbox', await room.find('group', group));
          assert.ok(boxes.length >= 3, `${group}: ${boxes}`);
          for (const name of boxes) assert.match(name, /^.+, \d+ Artikel$/);
        }
        const main = await room.find('main', '');
        assert.equal((await room.all('article', main)).length, 1);
        assert.equal(await room.title(), 'Lesesaal');
        assert.equal(await room.frame.title(), 'Lesesaal');
        assert.equal(await room.frame.evaluate(() => document.documentElement.lang), 'de');
      });
    });
  }

  test('the newest article comes first, the undated order is by date downwards', async () => {
    await visit({}, async (room) => {
      const headlines = await room.headlines();
      assert.equal(headlines[0], 'IT-Planungsrat: Kommunaler Input zu digitalstrategischen Themen');
      assert.equal(headlines[15], 'Vitako: Mitgliederversammlung in Bremen');
      const dates = await room.frame.$$eval('ul time', (times) => times.map((time) => time.dateTime));
      assert.deepEqual(dates, [...dates].sort().reverse());
    });
  });

  test('every item of the list has a link of its own, one below the other', async () => {
    await visit({}, async (room) => {
      const list = await room.find('list', 'Artikel');
      const links = await room.all('link', list);
      assert.equal(links.length, 16);
      const addresses = await Promise.all(links.map((link) => link.evaluate((node) => node.getAttribute('href'))));
      assert.equal(new Set(addresses).size, 16);
      for (const address of addresses) assert.match(address, /^#a=[\w.~-]+$/);
      const tops = await Promise.all(links.map(async (link) => (await link.boundingBox()).y));
      assert.deepEqual(tops, [...tops].sort((a, b) => a - b));
      assert.equal(new Set(tops).size, 16);
    });
  });

  test('the server is asked for the page and for nothing else, not even a symbol', async () => {
    const before = world.server.requests.length;
    await visit({}, async (room) => {
      await room.openArticle('Hessen: Bei OZG-Umsetzung führend');
      await room.click('button', 'Über');
      await room.waitForTitle('Über Lesesaal');
    });
    assert.deepEqual(world.server.requests.slice(before), ['GET /lesesaal.html']);
  });
});
