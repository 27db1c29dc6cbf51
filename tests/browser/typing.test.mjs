// Writing as people write: umlauts, input methods, AltGr, and keys by their letter wherever it lies on the keyboard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inBrowsers } from './support/suite.mjs';
import { until } from './support/wait.mjs';

const valueOf = async (room) => (await room.find('combobox', 'Suche')).evaluate((field) => field.value);
const expectValue = (room, text) =>
  until(async () => `“${text}” in the box; there is “${await valueOf(room)}”`, async () => (await valueOf(room)) === text);

inBrowsers('typing', ({ visit, kind }) => {
  test('umlauts and ß arrive as they are typed, and are searched for', async () => {
    await visit({}, async (room) => {
      await (await room.find('combobox', 'Suche')).focus();
      for (const letter of 'Bürokratie') await room.page.keyboard.sendCharacter(letter);
      await expectValue(room, 'Bürokratie');
      await until('hits', async () => /^[1-9] von 16 Artikeln$/.test(await room.status()));
      for (const letter of ' Größe') await room.page.keyboard.sendCharacter(letter);
      await expectValue(room, 'Bürokratie Größe');
    });
  });

  if (kind !== 'chromium') return; // what follows needs keys as the system sends them, which only one driver can

  test('what an input method composes stays in the field until it is done, and no key of it is a command', async () => {
    await visit({}, async (room) => {
      const session = await room.page.createCDPSession();
      const field = await room.find('combobox', 'Suche');
      await field.focus();
      for (const text of ['V', 'Ve', 'Verwaltun']) {
        await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
        // The key that an input method swallows: it must neither close nor clear anything.
        await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: 'Escape', windowsVirtualKeyCode: 229 });
        await expectValue(room, text);
      }
      // u and a diaeresis of its own, as some systems send them, is one letter when it is done.
      await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
      await session.send('Input.insertText', { text: 'Bu\u0308rokratie' });
      await until('hits', async () => /^[1-9] von 16 Artikeln$/.test(await room.status()));
      assert.equal(await field.evaluate((element) => document.activeElement === element), true);
      await until('one letter in the address', async () => (await room.hash()) === '#q=B%C3%BCrokratie');
    });
  });

  test('AltGr writes signs and commands nothing', async () => {
    await visit({}, async (room) => {
      const session = await room.page.createCDPSession();
      await room.openArticle('Bayern: Täglich Vollgas geben');
      const altGr = { modifiers: 3, key: 'k', code: 'KeyK', windowsVirtualKeyCode: 75 }; // Windows: Alt and Ctrl
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...altGr });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...altGr });
      await (await room.find('combobox', 'Suche')).focus();
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', modifiers: 3, key: '@', code: 'KeyQ', windowsVirtualKeyCode: 81 });
      await room.page.keyboard.sendCharacter('@');
      await expectValue(room, '@');
      assert.equal((await room.all('dialog')).length, 0);
    });
  });

  test('a shortcut is the letter on the key, not the place of the key', async () => {
    await visit({}, async (room) => {
      const session = await room.page.createCDPSession();
      await room.openArticle('Bayern: Täglich Vollgas geben');
      await room.page.keyboard.press('b');
      await room.find('checkbox', 'Lesezeichen, 1 Artikel');
      await room.page.keyboard.press('b');
      await room.find('checkbox', 'Lesezeichen, 0 Artikel');
      // z lies where American keyboards have y.
      const key = { key: 'z', code: 'KeyY', windowsVirtualKeyCode: 90 };
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, text: 'z' });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
      await room.find('checkbox', 'Lesezeichen, 1 Artikel');
    });
  });
});
