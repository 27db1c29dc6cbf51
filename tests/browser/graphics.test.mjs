// The canvas: drawn, at rest, lost, come back, gone for good, never there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { coloursOf, decode } from './support/png.mjs';
import { inBrowsers } from './support/suite.mjs';
import { until, untilStill } from './support/wait.mjs';

// The list is drawn by the canvas alone; its elements are transparent.
const listClip = { x: 240, y: 200, width: 370, height: 560 };
const [panel, hairline] = [0xffffff, 0xe2ded6]; // tokens of the light theme
const picture = async (room) => decode(await room.page.screenshot({ clip: listClip }));
// Text has edges, and edges have many shades; a blank canvas has one.
const isDrawn = async (room) => coloursOf(await picture(room)).length > 40;

const idleMs = 10_000;

async function countersOf(room) {
  const { frames, wakeups } = await room.stats();
  // The second is counted by the test itself, around the browser's own function.
  return { frames, wakeups, animationFrames: await room.frame.evaluate(() => window.seenByTest.animationFrames) };
}

const loseContext = (room) => room.frame.evaluate(() => {
  window.lossOfTest = document.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
  window.lossOfTest.loseContext();
});
const isHtmlView = (room) => room.frame.evaluate(() => document.documentElement.classList.contains('html-view'));

// Every item in sight takes room of its own and is written in a colour one can see.
async function expectReadableList(room) {
  const items = await room.frame.$$eval('ul[aria-label="Artikel"] > li a', (links) => links.map((link) => {
    const style = getComputedStyle(link);
    const box = link.getBoundingClientRect();
    return { text: link.innerText.trim(), colour: style.color, visibility: style.visibility, top: box.top, height: box.height };
  }));
  assert.equal(items.length, 16);
  for (const item of items) {
    assert.ok(item.text.length > 10 && item.height >= 12 && item.visibility === 'visible', JSON.stringify(item));
    assert.doesNotMatch(item.colour, /, 0\)$|transparent/, item.text);
  }
  const tops = items.map(({ top }) => top);
  assert.deepEqual(tops, [...tops].sort((a, b) => a - b));
  assert.equal(new Set(tops).size, 16);
}

// Rows end in a hairline; whether it is drawn where the element ends, for every row in sight.
async function rowsDrawnInPlace(room) {
  const list = await room.find('list', 'Artikel');
  const { top, bottom, left } = await list.evaluate((element) => element.getBoundingClientRect().toJSON());
  const ends = await list.$$eval(':scope > li', (items) => items.map((item) => item.getBoundingClientRect().bottom));
  const { pixel } = decode(await room.page.screenshot());
  const inSight = ends.map(Math.round).filter((end) => end > top + 20 && end < bottom);
  return inSight.length >= 4 && inSight.every((end) =>
    pixel(Math.round(left) + 10, end - 1) === hairline && pixel(Math.round(left) + 10, end - 6) === panel);
}

inBrowsers('graphics', ({ visit }) => {
  test('rows are drawn where their elements stand, also when the list is scrolled', async () => {
    await visit({}, async (room) => {
      await until('rows in place', () => rowsDrawnInPlace(room));
      await room.page.mouse.move(420, 500);
      await room.page.mouse.wheel({ deltaY: 333 });
      const list = await room.find('list', 'Artikel');
      await until('a scrolled list', () => list.evaluate((element) => element.scrollTop > 200));
      await room.page.mouse.move(900, 500);
      await until('rows in place', () => rowsDrawnInPlace(room));
    });
  });

  test('the canvas is drawn', async () => {
    await visit({}, async (room) => {
      await until('a drawn list', () => isDrawn(room));
      assert.equal(await isHtmlView(room), false);
    });
  });

  test('a lost context that comes back is drawn again, whole', async () => {
    await visit({}, async (room) => {
      await until('a drawn list', () => isDrawn(room));
      await loseContext(room);
      await until('the context is lost', () => room.frame.evaluate(() => document.querySelector('canvas').getContext('webgl2').isContextLost()));
      const { frames } = await room.stats();
      await room.frame.evaluate(() => window.lossOfTest.restoreContext());
      await until('a frame after the return', async () => (await room.stats()).frames > frames);
      await until('a drawn list', () => isDrawn(room));
      await room.clickBeginning('checkbox', 'Hessen,');
      await until('a filtered list', async () => /^\d von 16/.test(await room.status()));
      await until('new text is drawn', () => isDrawn(room));
      assert.equal(await isHtmlView(room), false);
    });
  });

  test('a context that stays lost gives way to the HTML view after two seconds, in which all works', async () => {
    await visit({}, async (room) => {
      const lostAt = performance.now();
      await loseContext(room);
      await until('the HTML view', () => isHtmlView(room));
      const after = performance.now() - lostAt;
      assert.ok(after > 1500 && after < 8000, `${Math.round(after)} ms`);
      await expectReadableList(room);
      await room.openArticle('Bayern: Täglich Vollgas geben');
      await room.click('button', 'Lesezeichen');
      await room.find('checkbox', 'Lesezeichen, 1 Artikel');
      await room.write('combobox', 'Suche', 'Wiesbaden');
      await until('hits', async () => /^\d von 16/.test(await room.status()));
      await room.frame.evaluate(() => window.lossOfTest.restoreContext());
      await until('the canvas again', async () => !(await isHtmlView(room)));
      await until('a drawn list', () => isDrawn(room));
    });
  });

  test('a browser without WebGL2 shows the HTML view at once', async () => {
    const withoutGraphics = async (room) => {
      // After the first load, so that the page itself is loaded without.
      await room.page.evaluateOnNewDocument(() => {
        const get = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
          return /webgl/.test(kind) ? null : get.call(this, kind, ...rest);
        };
      });
      await room.reload();
    };
    await visit({}, async (room) => {
      await withoutGraphics(room);
      await until('the HTML view', () => isHtmlView(room));
      await expectReadableList(room);
      await room.openArticle('Vitako: Mitgliederversammlung in Bremen');
    });
  });

  test('text becomes larger with the browser, and the canvas follows the size of the window', async () => {
    await visit({}, async (room) => {
      for (const viewport of [{ width: 800, height: 600 }, { width: 1280, height: 400 }, { width: 1280, height: 800, deviceScaleFactor: 2 }]) {
        await room.page.setViewport(viewport);
        await until('the canvas fits', () => room.frame.evaluate(() => {
          const canvas = document.querySelector('canvas');
          return canvas.width === Math.round(innerWidth * devicePixelRatio) && canvas.height === Math.round(innerHeight * devicePixelRatio);
        }));
        await room.find('combobox', 'Suche');
      }
    });
  });

  test('for ten seconds no frame is drawn and no animation frame is asked for, after opening, reading and pointing', async () => {
    await visit({}, async (opened) => {
      await visit({}, async (used) => {
        await used.page.bringToFront();
        await used.write('combobox', 'Suche', 'Land');
        await until('hits', async () => /von 16/.test(await used.status()));
        await used.openArticle((await used.headlines())[0]);
        await used.page.mouse.move(400, 300);
        for (const room of [opened, used]) await untilStill('the counters stand still', () => countersOf(room));
        const before = [await countersOf(opened), await countersOf(used)];
        assert.ok(before[1].frames > before[0].frames, 'using the page draws frames');
        assert.ok(before[0].animationFrames > 0 && before[0].wakeups > 0, 'the counters count');
        // The one wait for time in these tests: doing nothing is what is tested.
        await pause(idleMs);
        assert.deepEqual([await countersOf(opened), await countersOf(used)], before);
        await used.page.mouse.move(420, 350);
        await until('a moved pointer draws again', async () => (await countersOf(used)).frames > before[1].frames);
      });
    });
  });
});
