// web/selection.js without a program: what is selected is told by nodes and characters, held and let go.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { action, makePageSide, role, text } from './support/page_side.mjs';
import { inBrowsers } from './support/suite.mjs';
import { until } from './support/wait.mjs';

const box = 1;
const [first, second, tools, button] = [2, 3, 4, 5];

// An article's text of two paragraphs, the first with a break point, and a group of tools that keeps what is selected.
const article = [
  ['create', box, 0, 0, role.box, 0], ['setText', box, text.style, 'selectable'], ['setState', box, 5, 1],
  ['create', first, box, 0, role.paragraph, 0], ['setText', first, text.text, 'Ein Ver\u00ADwaltungs\u00ADakt. Noch ein Satz.'], ['setState', first, 5, 1],
  ['create', second, box, 0, role.paragraph, 0], ['setText', second, text.text, 'Der zweite Absatz.'], ['setState', second, 5, 1],
  ['create', tools, box, 0, role.group, 0], ['setText', tools, text.style, 'keeps-selection'],
  ['create', button, tools, 0, role.button, 0], ['setText', button, text.text, 'Gelb markieren'], ['setState', button, 5, 1],
];

inBrowsers('selecting without a program', ({ world }) => {
  let built;
  before(async () => { built = await makePageSide(); });
  after(() => built.remove());

  async function visit(body) {
    const page = await world.browser.newPage();
    try {
      await page.goto(pathToFileURL(built.file).href);
      await page.bringToFront();
      const change = (...calls) => page.evaluate((list) => {
        for (const [method, ...values] of list) window.side.semantics[method](...values);
        window.side.semantics.done();
      }, calls);
      await change(...article);
      await body({ page, change });
    } finally {
      await page.close();
    }
  }

  // The last that was told of a selection: [first node, offset, last node, offset], or '' for none.
  const told = async (page) => {
    const all = await page.evaluate(() => window.side.told.filter(([name, , kind]) => name === 'lesesaal_acted' && kind === 10));
    const value = all.at(-1)?.[3];
    return value ? value.split(' ').slice(0, 4).map(Number) : value;
  };
  const waitForTold = (page, wanted) => until(async () => `${JSON.stringify(wanted)} is told; it was ${JSON.stringify(await told(page))}`,
    async () => JSON.stringify(await told(page)) === JSON.stringify(wanted));
  const select = (page, ...ends) => page.evaluate((values) => {
    const [[from, begin], [to, end]] = values.map(([index, offset]) => [document.querySelectorAll('p')[index].firstChild, offset]);
    getSelection().setBaseAndExtent(from, begin, to, end);
  }, ends);

  test('both ends are told by their nodes and by characters without break points, also backwards', async () => {
    assert.equal(action.select, 10);
    await visit(async ({ page }) => {
      await select(page, [0, 4], [0, 19]);
      await waitForTold(page, [first, 4, first, 17]);
      await select(page, [1, 3], [0, 8]);
      await waitForTold(page, [first, 7, second, 3]);
      await page.evaluate(() => getSelection().removeAllRanges());
      await waitForTold(page, '');
    });
  });

  test('the words of what keeps the selection are no part of it, and a press there leaves it', async () => {
    await visit(async ({ page }) => {
      await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('.selectable')));
      await waitForTold(page, [first, 0, second, 18]);
      const { x, y } = await (await page.$('aria/Gelb markieren')).clickablePoint();
      await page.mouse.click(x, y);
      assert.match(await page.evaluate(() => getSelection().toString()), /zweite Absatz/);
    });
  });

  test('what the program has held and holds no more is not selected any longer', async () => {
    await visit(async ({ page, change }) => {
      await select(page, [0, 0], [0, 3]);
      await waitForTold(page, [first, 0, first, 3]);
      await change();
      assert.equal(await page.evaluate(() => getSelection().toString()), 'Ein');
      await change(['setText', box, text.style, 'selectable held']);
      assert.equal(await page.evaluate(() => getSelection().toString()), 'Ein');
      await change(['setText', box, text.style, 'selectable']);
      assert.equal(await page.evaluate(() => getSelection().toString()), '');
      await select(page, [0, 0], [0, 3]);
      await waitForTold(page, [first, 0, first, 3]);
    });
  });

  test('asked for, the first sentence is selected, and Shift with arrows widens it', async () => {
    await visit(async ({ page }) => {
      // The focus is elsewhere, as on the headline of an article that was just opened.
      await page.$eval('button', (one) => one.focus());
      await page.evaluate(() => window.side.input.selectPassage());
      await waitForTold(page, [first, 0, first, 19]);
      await page.keyboard.down('Shift');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.up('Shift');
      await waitForTold(page, [first, 0, first, 21]);
    });
  });
});
