// The language of the search box: what it offers while one writes, and how it says what it understood.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { focusOf, step } from './support/focus.mjs';
import { modes, modeTitles } from './support/room.mjs';
import { inBrowsers } from './support/suite.mjs';
import { until } from './support/wait.mjs';

const press = (room, key) => room.page.keyboard.press(key);
const valueOf = (box) => box.evaluate((field) => field.value);
const stateOf = (box) => box.evaluate((field) => ({
  expanded: field.getAttribute('aria-expanded'),
  list: document.getElementById(field.getAttribute('aria-controls') ?? '')?.getAttribute('role') ?? null,
  option: document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-label') ?? null,
  hasFocus: document.activeElement === field,
}));
const options = async (room) => room.names('option');

inBrowsers('query', ({ visit }) => {
  for (const mode of modes) {
    test(`opened ${modeTitles[mode]}, the list below the box leads by keyboard from two letters to a topic, and the page says what it understood`, async () => {
      await visit({ mode }, async (room) => {
        const box = await room.write('combobox', 'Suche', 'th');
        await room.find('listbox', 'Vorschläge');
        assert.deepEqual(await options(room), ['thema:']);
        assert.deepEqual(await stateOf(box), { expanded: 'true', list: 'listbox', option: null, hasFocus: true });

        await press(room, 'ArrowDown');
        await until('the field is chosen', async () => (await stateOf(box)).option === 'thema:');
        await press(room, 'Enter');
        await until('the field in the box', async () => (await valueOf(box)) === 'thema:');
        await until('topics in the list', async () => (await options(room)).some((name) => / Artikel$/.test(name)));

        await press(room, 'ArrowDown');
        await until('a topic is chosen', async () => / Artikel$/.test((await stateOf(box)).option ?? ''));
        const [, topic, count] = /^(.*), (\d+) Artikel$/.exec((await stateOf(box)).option);
        await press(room, 'Tab');
        await until('the topic in the box', async () => (await valueOf(box)).startsWith('thema:') && (await valueOf(box)) !== 'thema:');
        assert.equal((await stateOf(box)).hasFocus, true);
        await until('no list', async () => (await stateOf(box)).expanded === 'false');
        await room.waitForText(`Thema: ${topic}`);
        await room.expectHits(Number(count));
      });
    });
  }

  test('Escape closes the list and leaves the text, Enter without a choice searches, Tab without one moves on', async () => {
    await visit({}, async (room) => {
      const box = await room.write('combobox', 'Suche', 'thema:');
      await room.find('listbox', 'Vorschläge');
      await press(room, 'Escape');
      await until('no list', async () => !(await room.has('listbox', 'Vorschläge')));
      assert.equal(await valueOf(box), 'thema:');
      await room.write('combobox', 'Suche', 'or');
      await room.find('listbox', 'Vorschläge');
      await press(room, 'Enter');
      await until('no list', async () => !(await room.has('listbox', 'Vorschläge')));
      assert.equal(await valueOf(box), 'or');
      await room.write('combobox', 'Suche', 'th');
      await room.find('listbox', 'Vorschläge');
      await step(room);
      assert.notEqual((await focusOf(room))?.name, 'Suche');
      await until('no list', async () => !(await room.has('listbox', 'Vorschläge')));
    });
  });

  test('a press on an option picks it, and the focus stays in the box', async () => {
    await visit({}, async (room) => {
      const box = await room.write('combobox', 'Suche', 'th');
      await (await room.find('option', 'thema:')).click();
      await until('the field in the box', async () => (await valueOf(box)) === 'thema:');
      assert.equal((await stateOf(box)).hasFocus, true);
      await room.page.keyboard.type('x');
      assert.equal(await valueOf(box), 'thema:x');
    });
  });

  test('what is excluded, where words are looked for and what is wrong stand in words', async () => {
    await visit({}, async (room) => {
      await room.write('combobox', 'Suche', 'Verwaltung titel:Hessen -Bremen');
      await room.waitForText('„Verwaltung“ · Titel: „Hessen“ · ohne „Bremen“');
      await room.write('combobox', 'Suche', '"digitale Verwaltung');
      await room.waitForText('„digitale Verwaltung“');
      await room.waitForText('Ein Anführungszeichen ist nicht geschlossen: Die Wendung reicht bis zum Ende.');
      await room.write('combobox', 'Suche', 'thema:raumfahrt ');
      await room.waitForText('Thema: raumfahrt (gibt es hier nicht)');
    });
  });
});
