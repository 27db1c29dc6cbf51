// Text as the reader wants it: wider spacing (WCAG 1.4.12), twice the size (1.4.4), at 320 px (1.4.10). Nothing is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inBrowsers } from './support/suite.mjs';
import { until } from './support/wait.mjs';

const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;
const twice = 'html { font-size: 200% !important }';

// As a reader's own style sheet; the page's policy is about what the page itself takes in.
const wear = (room, css) => room.frame.evaluate((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}, css);

// Runs in the page: where text of what the browser shows is cut off, or a page or pane must be moved sideways to be read.
function findLosses() {
  const isHtmlView = document.documentElement.classList.contains('html-view');
  const isShown = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility === 'visible' && !element.closest('.skip, table:not(.visible)');
  };
  const losses = [];
  const name = (element) => `${element.localName}.${element.className} "${(element.textContent || element.value || '').trim().slice(0, 40)}"`;
  if (document.documentElement.scrollWidth > innerWidth) losses.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  for (const element of document.querySelectorAll(isHtmlView ? '#scene *' : '#scene .visible')) {
    if (!isShown(element)) continue;
    const style = getComputedStyle(element);
    const [width, height] = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight];
    const cuts = (overflow) => overflow === 'hidden' || overflow === 'clip';
    const isText = element.firstElementChild === null && element.textContent.trim() !== '';
    if (cuts(style.overflowX) && width > 1) losses.push(`${name(element)} hides ${width} px to the side`);
    if (cuts(style.overflowY) && height > 1) losses.push(`${name(element)} hides ${height} px below`);
    if (isText && style.display !== 'inline' && width > 1 && element.localName !== 'pre') losses.push(`${name(element)} is ${width} px too wide`);
  }
  for (const field of document.querySelectorAll('#scene .visible > input:not([type="checkbox"], [type="radio"])')) {
    if (!isShown(field)) continue;
    const size = parseFloat(getComputedStyle(field).fontSize);
    if (field.clientHeight < size * 1.2) losses.push(`the field "${field.ariaLabel}" is ${field.clientHeight} px high for letters of ${size} px`);
  }
  return losses;
}

async function expectNoLoss(room, state) {
  const losses = await room.frame.evaluate(findLosses);
  assert.deepEqual(losses, [], state);
}

async function openEachState(room, look) {
  await look('the start');
  await room.openArticle('Bayern: Täglich Vollgas geben');
  await look('an article');
  await room.page.keyboard.press('?');
  await until('the sheet with the keys', () => room.frame.$('[role="dialog"]'));
  await look('a sheet');
  await room.page.keyboard.press('Escape');
  await until('no sheet', async () => !(await room.frame.$('[role="dialog"]')));
}

const lessWidth = { width: 320, height: 640 };
const showHtml = async (room) => {
  const session = await room.page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  await until('the HTML view', () => room.frame.evaluate(() => document.documentElement.classList.contains('html-view')));
};

inBrowsers('the size of text', ({ visit, kind }) => {
  for (const [css, what] of [[spacing, 'wider spacing'], [twice, 'text of twice the size']]) {
    test(`${what} loses nothing in the article, in fields and in sheets`, async () => {
      await visit({}, async (room) => {
        await wear(room, css);
        await openEachState(room, (state) => expectNoLoss(room, `${what}, ${state}`));
      });
    });

    test(`${what} loses nothing at 320 px`, async () => {
      await visit({ viewport: lessWidth }, async (room) => {
        await wear(room, css);
        await openEachState(room, (state) => expectNoLoss(room, `${what}, 320 px, ${state}`));
      });
    });

    if (kind !== 'chromium') continue;

    test(`${what} loses nothing in the HTML view, wide and at 320 px`, async () => {
      for (const viewport of [undefined, lessWidth]) {
        await visit({ viewport }, async (room) => {
          await showHtml(room);
          await wear(room, css);
          await openEachState(room, (state) => expectNoLoss(room, `${what}, HTML view, ${viewport?.width ?? 1280} px, ${state}`));
        });
      }
    });
  }
});
