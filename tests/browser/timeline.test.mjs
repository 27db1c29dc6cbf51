// The brush on the timeline and the trends, by mouse and by keyboard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectAccessible } from './support/axe.mjs';
import { inBrowsers } from './support/suite.mjs';
import { until } from './support/wait.mjs';

const hashOf = (room) => room.frame.evaluate(() => location.hash);
const middleOf = (room, element) => room.frame.evaluate((node) => {
  const { x, y, width, height } = node.getBoundingClientRect();
  return { x: x + Math.min(40, width / 2), y: y + height / 2 };
}, element);

async function bar(room, beginning) {
  const { element } = await room.findBeginning('button', beginning);
  return middleOf(room, element);
}

inBrowsers('The timeline', ({ visit }) => {
  test('a drag over the bars picks a range and is one step back', () => visit({}, async (room) => {
    const { mouse } = room.page;
    const from = await bar(room, 'Woche ab 8.\u00A0September\u00A02025');
    const to = await bar(room, 'Woche ab 29.\u00A0September\u00A02025');
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, to.y);
    await mouse.move(to.x, to.y);
    await mouse.up();
    await until('the range', async () => (await hashOf(room)) === '#von=2025-09-08&bis=2025-10-05');
    assert.match(await room.status(), /^\d+ von 16 Artikeln$/);
    await room.frame.evaluate(() => history.back());
    await until('no range', async () => (await hashOf(room)) === '' && (await room.status()) === '16 Artikel');
  }));

  test('Escape during a drag leaves the range as it was', () => visit({}, async (room) => {
    const { mouse, keyboard } = room.page;
    const from = await bar(room, 'Woche ab 8.\u00A0September\u00A02025');
    const to = await bar(room, 'Woche ab 29.\u00A0September\u00A02025');
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y);
    await until('fewer articles', async () => (await room.status()) !== '16 Artikel');
    await keyboard.press('Escape');
    await until('all again', async () => (await room.status()) === '16 Artikel');
    await mouse.up();
    assert.equal(await hashOf(room), '');
  }));

  test('a click on a bar picks its week, another lifts it', () => visit({}, async (room) => {
    const { mouse } = room.page;
    const at = await bar(room, 'Woche ab 22.\u00A0September\u00A02025');
    await mouse.click(at.x, at.y);
    await until('the week', async () => (await hashOf(room)) === '#von=2025-09-22&bis=2025-09-28');
    await until('the bar is pressed', () => room.frame.evaluate(() => document.querySelector('section button[aria-pressed="true"]')?.textContent.startsWith('Woche')));
    await mouse.click(at.x, at.y);
    await until('no range', async () => (await hashOf(room)) === '');
  }));

  test('the grips are sliders that move by key and say where they are', () => visit({}, async (room) => {
    const grip = await room.find('slider', 'Beginn des Zeitraums');
    await grip.focus();
    await room.page.keyboard.press('ArrowRight');
    await until('a bound', async () => (await hashOf(room)) === '#von=2025-09-01');
    const valueText = () => room.frame.evaluate((node) => node.getAttribute('aria-valuetext').replaceAll('\u00A0', ' '), grip);
    await until('the bound in words', async () => (await valueText()) === 'Von: 1. September 2025');
    await room.page.keyboard.press('Home');
    await until('no bound', async () => (await hashOf(room)) === '');
  }));

  test('a figure of the trends leads to its articles', () => visit({ hash: '#seite=trends' }, async (room) => {
    await room.find('heading', 'Trends der Sammlung');
    await expectAccessible(room, 'the trends');
    const { name, element } = await room.findBeginning('button', 'Modernisierung, Okt\u00A02025:');
    const count = Number(/(\d+) Artikel$/.exec(name)[1]);
    await element.click();
    await until('its articles', async () => (await hashOf(room)).includes('von=2025-10-01&bis=2025-10-31'));
    await until('as many as it said', async () => (await room.status()).startsWith(`${count} von 16`));
  }));
});
