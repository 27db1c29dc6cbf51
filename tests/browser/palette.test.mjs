// All commands: by Ctrl+K, by single keys and by two in a row; and where they are written down.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { focusOf } from './support/focus.mjs';
import { inBrowsers } from './support/suite.mjs';
import { plain, until } from './support/wait.mjs';

const press = (room, key) => room.page.keyboard.press(key);

async function openPalette(room) {
  await room.chord('Control', 'k');
  const palette = await room.find('dialog', 'Befehle');
  await room.find('combobox', 'Befehle', palette);
  return palette;
}

const type = (room, text) => room.page.keyboard.type(text);

// [name, keys] of every option, as the eye sees them.
async function options(room) {
  const all = await room.all('option', await room.find('listbox', 'Befehle'));
  const pairs = await room.frame.evaluate((...nodes) => nodes.map((node) => [...node.children].map((part) => part.textContent)), ...all);
  return pairs.map(([name, keys = '']) => [plain(name), plain(keys)]);
}

const namesOf = async (room) => (await options(room)).map(([name]) => name);

async function waitForOptions(room, what, isRight) {
  await until(async () => `${what}; there are: ${(await namesOf(room)).join(' | ')}`, async () => isRight(await namesOf(room)));
}

// What the screen reader reads as the chosen one, by the combobox.
async function chosen(room) {
  const box = await room.find('combobox', 'Befehle');
  return box.evaluate((node) => {
    const option = document.getElementById(node.getAttribute('aria-activedescendant'));
    return option?.getAttribute('aria-selected') === 'true' ? option.children[0].textContent : null;
  });
}

async function waitUntilGone(room, dialog) {
  await until(`no dialog "${dialog}"`, async () => !(await room.has('dialog', dialog)));
}

async function waitForFocus(room, name) {
  await until(async () => `the focus on "${name}"; it is on ${JSON.stringify(await focusOf(room))}`,
    async () => (await focusOf(room))?.name === name);
}

inBrowsers('commands', ({ visit }) => {
  test('Ctrl+K opens them all, typing leaves some, arrows choose, Enter does, and Esc gives the focus back', async () => {
    await visit({}, async (room) => {
      const settings = await room.find('button', 'Einstellungen');
      await settings.focus();
      await openPalette(room);
      await waitForFocus(room, 'Befehle');
      const all = await namesOf(room);
      assert.ok(all.length > 15, all.join(' | '));
      assert.equal(await chosen(room), all[0]);
      await press(room, 'ArrowDown');
      await until('the second is chosen', async () => (await chosen(room)) === all[1]);
      await press(room, 'ArrowUp');
      await press(room, 'ArrowUp');
      await until('the last is chosen', async () => (await chosen(room)) === all.at(-1));

      await type(room, 'schrift');
      await waitForOptions(room, 'two sizes', (names) => names.join() === 'Schrift größer,Schrift kleiner');
      await press(room, 'ArrowDown');
      await until('the other is chosen', async () => (await chosen(room)) === 'Schrift kleiner');
      await type(room, 'xx');
      await room.waitForText('Kein Befehl passt.');
      await press(room, 'Escape');
      await waitUntilGone(room, 'Befehle');
      await waitForFocus(room, 'Einstellungen');

      await openPalette(room);
      assert.deepEqual(await namesOf(room), all);
      await type(room, 'trends');
      await waitForOptions(room, 'the trends', (names) => names[0] === 'Trends');
      await press(room, 'Enter');
      await room.waitForTitle('Trends der Sammlung');
      assert.equal(await room.has('dialog', 'Befehle'), false);
    });
  });

  test('a topic or a place that is typed filters, wanted or excluded', async () => {
    await visit({}, async (room) => {
      await openPalette(room);
      await type(room, 'hessen');
      await waitForOptions(room, 'Hessen twice', (names) => names.join() === 'Ort: Hessen,Ort: ohne Hessen');
      await press(room, 'Enter');
      await until('Hessen only', async () => (await room.hash()) === '#ort=hessen');
      await openPalette(room);
      await type(room, 'zurücksetzen');
      await waitForOptions(room, 'one way back', (names) => names.join() === 'Filter zurücksetzen');
      await (await room.all('option'))[0].click();
      await room.expectHits(16);
    });
  });

  test('the help lists every command that has a key, with the same words and keys', async () => {
    await visit({}, async (room) => {
      await room.openArticle('Vitako: Mitgliederversammlung in Bremen');
      // So that also what is only sometimes possible is possible.
      await room.clickBeginning('checkbox', 'Hessen,');
      await room.click('button', 'Filter zurücksetzen');
      await room.find('button', 'Rückgängig');
      await openPalette(room);
      const commands = (await options(room)).filter(([, keys]) => keys !== '');
      await press(room, 'Escape');
      await waitUntilGone(room, 'Befehle');
      await press(room, '?');
      const help = await room.find('dialog', 'Tasten und Hilfe');
      const rows = await room.frame.evaluate((...items) => items.map((item) => [...item.children].map((part) => part.textContent)),
        ...(await room.all('listitem', help)));
      const listed = rows.filter((row) => row.length === 2).map(([name, keys]) => [plain(name), plain(keys).split(' oder ')]);
      for (const [name, keys] of commands) {
        const row = listed.find(([one]) => one === name) ?? assert.fail(`the help does not list "${name}"`);
        assert.equal(row[1][0], keys);
      }
      const known = commands.map(([name]) => name);
      assert.deepEqual(listed.map(([name]) => name).filter((name) => !known.includes(name)), ['Alle Befehle', 'Quelle öffnen']);
      assert.deepEqual(listed.find(([name]) => name === 'Alle Befehle')[1], ['Strg+K']);
      await press(room, 'Escape');
      await waitUntilGone(room, 'Tasten und Hilfe');
      await room.click('button', 'Hilfe');
      await room.find('dialog', 'Tasten und Hilfe');
    });
  });

  test('switched off, single letters do nothing, and Ctrl+K and Esc still work', async () => {
    await visit({}, async (room) => {
      await room.openArticle('Bayern: Täglich Vollgas geben');
      await room.click('button', 'Einstellungen');
      await room.click('radio', 'Aus');
      await press(room, 'Escape');
      await waitUntilGone(room, 'Einstellungen');
      for (const key of ['b', 'j', 'k', '/', '?', 'c', 'z', 'x', 'm', '+', 'g', 't', 'g', 'e']) await press(room, key);
      // The palette comes after them all: what they had done would be seen.
      await openPalette(room);
      await press(room, 'Escape');
      await waitUntilGone(room, 'Befehle');
      assert.equal(await room.title(), 'Täglich Vollgas geben');
      await room.find('checkbox', 'Lesezeichen, 0 Artikel');
      await room.find('button', 'Als ungelesen markieren');
      assert.equal(await room.has('group', 'Auswahl'), false);
      assert.equal((await room.all('dialog')).length, 0);
      await room.click('button', 'Hilfe');
      await room.waitForText('Die Tasten mit einem Buchstaben sind ausgeschaltet.');
      await press(room, 'Escape');

      await room.click('button', 'Einstellungen');
      await room.click('radio', 'An');
      await press(room, 'Escape');
      await press(room, 'b');
      await room.find('checkbox', 'Lesezeichen, 1 Artikel');
    });
  });

  test('g and a letter go somewhere; g and Esc go nowhere', async () => {
    await visit({}, async (room) => {
      await room.page.bringToFront();
      const go = (letter) => type(room, `g${letter}`);
      await go('t');
      await room.waitForTitle('Trends der Sammlung');
      await go('i');
      await room.waitForTitle('Über Lesesaal');
      await go('s');
      await room.waitForTitle('Lesesaal');
      await go('b');
      await until('the bookmarks', async () => (await room.hash()) === '#nur=lesezeichen');
      await go('b');
      await room.expectHits(16);
      await go('l');
      await waitForFocus(room, (await room.headlines())[0]);
      await go('e');
      await room.find('dialog', 'Einstellungen');
      await press(room, 'Escape');
      await waitUntilGone(room, 'Einstellungen');
      await waitForFocus(room, (await room.headlines())[0]);
      await go('f');
      await until(async () => `the focus in the filters; it is on ${JSON.stringify(await focusOf(room))}`, async () => {
        const filters = await room.find('complementary', 'Filter');
        return filters.evaluate((node) => node.contains(document.activeElement));
      });
      await press(room, 'g');
      await press(room, 'Escape');
      await press(room, 't');
      await press(room, 'j');
      await room.waitForTitle((await room.headlines())[0].replace(/^[^:]*: /, ''));
    });
  });
});
