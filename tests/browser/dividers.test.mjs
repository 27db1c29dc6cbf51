// The dividers between the panes, by mouse and by keyboard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inBrowsers } from './support/suite.mjs';
import { until } from './support/wait.mjs';

const widthOf = async (room, role, name) => {
  const pane = await room.find(role, name);
  return pane.evaluate((element) => element.getBoundingClientRect().width);
};
const railWidth = (room) => widthOf(room, 'complementary', 'Filter');
const listWidth = (room) => widthOf(room, 'region', 'Ergebnisse');

async function drag(room, name, by) {
  const divider = await room.find('separator', name);
  const { x, y, width, height } = await divider.evaluate((element) => element.getBoundingClientRect().toJSON());
  const { mouse } = room.page;
  const [from, middle] = [x + width / 2, y + height / 2];
  await mouse.move(from, middle);
  await mouse.down();
  await mouse.move(from + by / 2, middle);
  await mouse.move(from + by, middle);
  await mouse.up();
}

inBrowsers('dividers', ({ visit }) => {
  test('a drag widens a pane by as much, its neighbour keeps its width, and both are so after a reload', async () => {
    await visit({}, async (room) => {
      const [rail, list] = [await railWidth(room), await listWidth(room)];
      await drag(room, 'Breite der Filter', 40);
      await until('a wider rail', async () => Math.abs((await railWidth(room)) - rail - 40) <= 1);
      await drag(room, 'Breite der Liste', -50);
      await until('a narrower list', async () => Math.abs((await listWidth(room)) - list + 50) <= 1);
      await room.reload();
      await until('both as before', async () =>
        Math.abs((await railWidth(room)) - rail - 40) <= 1 && Math.abs((await listWidth(room)) - list + 50) <= 1);
    });
  });

  test('arrow keys move a divider, it says how far it goes, and it goes no further', async () => {
    await visit({}, async (room) => {
      const divider = await room.find('separator', 'Breite der Filter');
      const value = () => divider.evaluate((element) => ['now', 'min', 'max'].map((one) => Number(element.getAttribute(`aria-value${one}`))));
      const [before, least, most] = await value();
      assert.ok(least < before && before < most, `${least} < ${before} < ${most}`);
      await divider.focus();
      await room.page.keyboard.press('ArrowRight');
      await until('a step further', async () => (await value())[0] > before && (await railWidth(room)) > before);
      await room.page.keyboard.press('Home');
      await until('the least', async () => (await value())[0] === least);
      await room.page.keyboard.press('ArrowLeft');
      await room.page.keyboard.press('End');
      await until('the most', async () => (await value())[0] === most);
      assert.equal(await divider.evaluate((element) => document.activeElement === element), true);
    });
  });
});
