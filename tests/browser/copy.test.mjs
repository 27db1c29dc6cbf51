// The article is the browser's own text: it can be selected, copied and found; and the keyboard is nowhere caught.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pasted } from './support/clipboard.mjs';
import { focusOf, step } from './support/focus.mjs';
import { modes, modeTitles, rootFolder } from './support/room.mjs';
import { inBrowsers } from './support/suite.mjs';
import { plain, until } from './support/wait.mjs';

const long = 'Vitako: Mitgliederversammlung in Bremen';
const corpus = readFileSync(join(rootFolder, 'assets/corpus/kommune21.txt'), 'utf8').split('\n');
const softHyphen = '\u00ad';

// Where a paragraph begins or ends on the page, as a hand would aim.
async function edge(room, beginning, side) {
  return room.frame.evaluate((text, which) => {
    const paragraph = [...document.querySelectorAll('main article p')].find((one) => one.textContent.replaceAll('\u00ad', '').startsWith(text));
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    const lines = [...range.getClientRects()];
    const line = which === 'start' ? lines[0] : lines.at(-1);
    const frame = window.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0 };
    return { x: frame.x + (which === 'start' ? line.left + 1 : line.right - 1), y: frame.y + (line.top + line.bottom) / 2 };
  }, beginning, side);
}

// By the mouse, from the beginning of one paragraph to the end of another.
async function selectByMouse(room, first, last) {
  const { mouse } = room.page;
  await room.frame.evaluate((text) => {
    [...document.querySelectorAll('main article p')].find((one) => one.textContent.replaceAll('\u00ad', '').startsWith(text)).scrollIntoView({ block: 'start' });
  }, first);
  const [from, to] = [await edge(room, first, 'start'), await edge(room, last, 'end')];
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await mouse.move(to.x, to.y, { steps: 4 });
  await mouse.up();
}

const selected = (room) => room.frame.evaluate(() => getSelection().toString());

// What window.find reaches in the article, from the top on.
function findInArticle(room, text) {
  return room.frame.evaluate((words) => {
    const article = document.querySelector('main article');
    getSelection().removeAllRanges();
    for (let i = 0; i < 20 && window.find(words, false, false, false); i++) {
      if (article.contains(getSelection().anchorNode)) return getSelection().toString().replaceAll('\u00ad', '');
    }
    return null;
  }, text);
}

// Tab, or back, until the focus has left what can be focused in the page, or stands where it began.
async function walkOut(room, backwards) {
  await room.page.bringToFront();
  await room.frame.evaluate((last) => {
    const controls = [...document.querySelectorAll('a[href], button, input, [role="slider"], [role="separator"]')].filter((one) => one.tabIndex >= 0 && one.checkVisibility());
    (last ? controls.at(-1) : controls[0]).focus();
  }, !backwards);
  const before = await until('the focus on a control', () => focusOf(room));
  if (backwards) await room.chord('Shift', 'Tab');
  else await room.page.keyboard.press('Tab');
  return until(() => `the focus somewhere else than on ${JSON.stringify(before)}`, async () => {
    const now = await focusOf(room);
    if (now === null) return { left: true, before };
    return now.index !== before.index && { left: false, before, now };
  });
}

inBrowsers('the text', ({ visit }) => {
  test('selected by the mouse over broken words and copied, it is clean, as text and as a document', async () => {
    await visit({}, async (room) => {
      await room.openArticle(long);
      const [first, second] = [corpus[1], corpus[2]];
      const inPage = await room.frame.$$eval('main article p', (all) => all.map((one) => one.textContent));
      assert.ok(inPage.filter((text) => text.includes('\u00ad')).length > 3, 'hardly a word with break points');
      await selectByMouse(room, first.slice(0, 40), second.slice(0, 40));
      assert.ok((await selected(room)).length > 300, await selected(room));
      await room.chord('Control', 'c');
      const text = await pasted(room);
      assert.ok(!text.includes(softHyphen), 'break points in the text');
      const paragraphs = text.split(/\n+/).map((line) => line.trim()).filter(Boolean);
      assert.equal(paragraphs.length, 2, text);
      // A hand may miss the first letter or the last.
      assert.ok(first.endsWith(paragraphs[0].slice(1)) && paragraphs[0].length >= first.length - 1, paragraphs[0]);
      assert.ok(second.startsWith(paragraphs[1].slice(0, -1)) && paragraphs[1].length >= second.length - 1, paragraphs[1]);
      const html = await pasted(room, { asHtml: true });
      assert.ok(!html.includes(softHyphen) && !html.includes('&shy;'), 'break points in the document');
      assert.match(plain(html.replaceAll(/<[^>]*>/g, ' ')), new RegExp(first.slice(60, 120).replaceAll(/[()?.]/g, '\\$&')));
    });
  });

  for (const mode of modes) {
    test(`opened ${modeTitles[mode]}, find in page reaches words of the article as they are written`, async () => {
      await visit({ mode }, async (room) => {
        await room.openArticle(long);
        for (const words of ['Entwicklergemeinschaft', 'Daseinsvorsorge einstehen, gelte dasselbe', 'Bundesministerin die App zu ELFE']) {
          const broken = await room.frame.$$eval('main article p', (all, found) => all.every((one) => !one.textContent.includes(found)), words);
          assert.equal(await findInArticle(room, words), words, broken ? 'over break points' : 'without break points');
        }
        assert.equal(await findInArticle(room, 'Entwicklergemeinschaften'), null);
      });
    });
  }

  for (const mode of ['file', 'http']) {
    test(`opened ${modeTitles[mode]}, Tab leaves the page after its last control, and Shift+Tab before its first`, async () => {
      // From the bars around the page Firefox's driver finds no way back: each way out has a page of its own.
      for (const backwards of [false, true]) {
        await visit({ mode }, async (room) => {
          await room.openArticle(long);
          const { left, before, now } = await walkOut(room, backwards);
          assert.equal(before.index, backwards ? 0 : before.count - 1);
          // A browser without bars around the page goes on at its other end.
          if (!left) assert.equal(now.index, backwards ? now.count - 1 : 0);
        });
      }
    });
  }

  test('in a frame Tab goes on behind it, and Shift+Tab before it, also with a sheet open', async () => {
    await visit({ mode: 'sandbox' }, async (room) => {
      await room.openArticle(long);
      const fromOutside = async (name) => {
        await room.page.bringToFront();
        await room.page.mainFrame().evaluate((text) => [...document.querySelectorAll('button')].find((one) => one.textContent === text).focus(), name);
        assert.deepEqual(await focusOf(room), { outside: name });
      };
      await fromOutside('davor');
      const first = await step(room);
      assert.equal(first.name, 'Zur Liste');
      assert.deepEqual(await step(room, true), { outside: 'davor' });
      await fromOutside('danach');
      const last = await step(room, true);
      assert.equal(last.index, last.count - 1);
      assert.deepEqual(await step(room), { outside: 'danach' });

      await room.frame.evaluate(() => document.querySelector('main h1').focus());
      await room.page.keyboard.press('c');
      const sheet = await room.find('dialog', 'Artikel zitieren');
      await until('the focus in the sheet', () => sheet.evaluate((node) => node.contains(document.activeElement)));
      for (const [backwards, end] of [[false, 'danach'], [true, 'davor']]) {
        let stop;
        const seen = [];
        for (let i = 0; i < 20 && !stop?.outside; i++) seen.push(stop = await step(room, backwards));
        assert.deepEqual(stop, { outside: end }, seen.map((one) => one.name).join(' | '));
        await step(room, !backwards);
      }
      await until('the focus in the sheet again', () => sheet.evaluate((node) => node.contains(document.activeElement)));
      await room.page.keyboard.press('Escape');
      await until('no sheet', async () => (await room.all('dialog')).length === 0);
    });
  });
});
