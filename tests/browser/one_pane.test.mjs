// A page as narrow as a phone shows one pane at a time, and there is a way from each to the others.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { focusOf } from './support/focus.mjs';
import { narrow } from './support/room.mjs';
import { inBrowsers } from './support/suite.mjs';
import { until, untilStill } from './support/wait.mjs';

const sizes = { 'a phone': narrow, 'a page of 320 px': { width: 320, height: 640 }, 'two panes': { width: 800, height: 900 } };
const last = 'Digitalisierung: Bleibt die Analogverwaltung?';
const long = 'Vitako: Mitgliederversammlung in Bremen';

// What stands out over the right edge, or makes anything scroll sideways.
function sideways(room) {
  return room.frame.evaluate(() => {
    const page = document.scrollingElement;
    const found = page.scrollWidth > innerWidth ? [`the page: ${page.scrollWidth} of ${innerWidth}`] : [];
    for (const element of document.querySelectorAll('#scene *')) {
      const { overflowX } = getComputedStyle(element);
      const isScroller = element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(overflowX);
      if (isScroller) found.push(`${element.localName}.${element.className}: ${element.scrollWidth} of ${element.clientWidth}`);
    }
    return found;
  });
}

async function expectNothingSideways(room, what) {
  await untilStill('the page is drawn', async () => (await room.stats()).frames, 3);
  assert.deepEqual(await sideways(room), [], what);
}

const listOffset = async (room) => (await room.find('list', 'Artikel')).evaluate((list) => list.scrollTop);
const isShown = async (room, role, name) => (await room.has(role, name));

async function waitForFocus(room, name) {
  await until(async () => `the focus on "${name}"; it is on ${JSON.stringify(await focusOf(room))}`, async () => {
    const focus = await focusOf(room);
    return focus?.name === name && focus.isShown;
  });
}

inBrowsers('one pane', ({ visit }) => {
  test('the list alone is there; an article takes its place; the way back leads to the same row, scrolled as before', async () => {
    await visit({ viewport: narrow }, async (room) => {
      assert.deepEqual([await isShown(room, 'main', ''), await isShown(room, 'complementary', 'Filter')], [false, false]);
      for (const way of ['its button', 'Escape']) {
        await (await room.find('link', last)).evaluate((link) => link.scrollIntoView({ block: 'center' }));
        const offset = await untilStill('the list stands', () => listOffset(room));
        assert.ok(offset > 300, `${offset} px`);
        await room.openArticle(last);
        assert.equal(await isShown(room, 'list', 'Artikel'), false);
        if (way === 'Escape') await room.page.keyboard.press('Escape');
        else await room.click('button', '‹ Zur Liste');
        await room.find('list', 'Artikel');
        await waitForFocus(room, last);
        assert.ok(Math.abs((await untilStill('the list stands', () => listOffset(room))) - offset) <= 1, `${offset} px before, ${await listOffset(room)} px after ${way}`);
        assert.equal(await isShown(room, 'main', ''), false);
      }
    });
  });

  test('the browser\'s own way back leads to the list, scrolled as before', async () => {
    await visit({ viewport: narrow }, async (room) => {
      await (await room.find('link', last)).evaluate((link) => link.scrollIntoView({ block: 'center' }));
      const offset = await untilStill('the list stands', () => listOffset(room));
      await room.openArticle(last);
      await room.frame.evaluate(() => history.back());
      await room.find('list', 'Artikel');
      assert.ok(Math.abs((await untilStill('the list stands', () => listOffset(room))) - offset) <= 1, `${offset} px before, ${await listOffset(room)} px after`);
    });
  });

  test('the filters are a pane of their own, opened and closed by button and by Esc; what is on is counted', async () => {
    await visit({ viewport: narrow }, async (room) => {
      const pick = async (beginning) => (await room.findBeginning('checkbox', beginning)).element.click();
      await room.click('button', 'Filter');
      await room.find('complementary', 'Filter');
      assert.equal(await isShown(room, 'list', 'Artikel'), false);
      await until('the focus in the filters', async () => (await room.find('complementary', 'Filter')).evaluate((pane) => pane.contains(document.activeElement)));
      await pick('Hessen,');
      await until('it is checked', async () => (await room.findBeginning('checkbox', 'Hessen,')).element.evaluate((box) => box.checked));
      await expectNothingSideways(room, 'the filters');
      await room.click('button', '‹ Zur Liste');
      await room.find('button', 'Filter · 1');
      await until('fewer articles', async () => /^[1-9] von 16 Artikeln$/.test(await room.status()));
      await room.click('button', 'Filter · 1');
      await room.find('complementary', 'Filter');
      await room.page.keyboard.press('Escape');
      await room.find('list', 'Artikel');
      await room.click('button', 'Hessen, Filter aufheben');
      await room.expectHits(16);
      await room.find('button', 'Filter');
    });
  });

  test('the menu holds what has no room in the header, and every command', async () => {
    await visit({ viewport: narrow }, async (room) => {
      assert.equal(await isShown(room, 'button', 'Einstellungen'), false);
      for (const [command, heading] of [['Einstellungen', null], ['Trends', 'Trends der Sammlung'], ['Über Lesesaal', 'Über Lesesaal']]) {
        await room.click('button', 'Menü');
        await room.find('dialog', 'Befehle');
        await expectNothingSideways(room, 'the menu');
        const option = await until(`${command} in the menu`, async () => {
          for (const one of await room.all('option')) if (await one.evaluate((node, name) => node.children[0].textContent === name, command)) return one;
          return null;
        });
        await option.click();
        if (heading) await room.find('heading', heading);
        else await room.find('dialog', 'Einstellungen');
        await expectNothingSideways(room, command);
        await room.page.keyboard.press('Escape');
        await until('the list again', () => isShown(room, 'list', 'Artikel'));
      }
    });
  });

  for (const [name, viewport] of Object.entries(sizes)) {
    test(`on ${name} nothing goes sideways: list, filters, article, sheets, trends`, async () => {
      await visit({ viewport }, async (room) => {
        await expectNothingSideways(room, 'the list');
        await room.click('button', 'Filter');
        await room.find('complementary', 'Filter');
        await expectNothingSideways(room, 'the filters');
        await room.clickBeginning('checkbox', 'OZG und EfA,');
        await room.clickBeginning('checkbox', 'Bund,');
        await room.click('button', '‹ Zur Liste');
        await room.find('button', 'Filter · 2');
        await expectNothingSideways(room, 'the list with chips');
        await room.click('button', 'OZG und EfA, Filter aufheben');
        await room.click('button', 'Bund, Filter aufheben');
        await room.click('checkbox', 'Auswählen: Mitgliederversammlung in Bremen');
        await room.find('group', 'Auswahl');
        await expectNothingSideways(room, 'the list with a selection');
        await room.page.keyboard.press('Escape');
        await room.openArticle(long);
        await expectNothingSideways(room, 'the article');
        for (const [key, title] of [['c', 'Artikel zitieren'], ['?', 'Tasten und Hilfe'], ['i', 'Notiz zu diesem Artikel']]) {
          await room.page.keyboard.press(key);
          await room.find('dialog', title);
          await expectNothingSideways(room, title);
          await room.page.keyboard.press('Escape');
          await until('no sheet', async () => (await room.all('dialog')).length === 0);
        }
        await room.page.keyboard.type('gt');
        await room.find('heading', 'Trends der Sammlung');
        await expectNothingSideways(room, 'the trends');
      });
    });
  }

  test('in two panes the filters take the place of the list beside the open article', async () => {
    await visit({ viewport: sizes['two panes'] }, async (room) => {
      await room.openArticle(long);
      assert.equal(await isShown(room, 'list', 'Artikel'), true);
      await room.click('button', 'Filter');
      await room.find('complementary', 'Filter');
      assert.equal(await isShown(room, 'list', 'Artikel'), false);
      assert.equal(await room.title(), 'Mitgliederversammlung in Bremen');
      await room.click('button', '‹ Zur Liste');
      await room.find('list', 'Artikel');
      assert.equal(await room.title(), 'Mitgliederversammlung in Bremen');
    });
  });
});
