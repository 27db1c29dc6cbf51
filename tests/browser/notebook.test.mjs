// The notebook's page: what was made of articles, shelf by shelf; collections, searches, files out and in.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { inTemporaryFolder } from './support/browsers.mjs';
import { dragOver, waitForHighlights, waitForTools } from './support/passages.mjs';
import { narrow } from './support/room.mjs';
import { inBrowsers } from './support/suite.mjs';
import { plain, until } from './support/wait.mjs';

const article = 'Bayern: Täglich Vollgas geben';
const other = 'Hessen: Bei OZG-Umsetzung führend';
const press = (room, key) => room.page.keyboard.press(key);

async function collect(room, name) {
  await room.click('button', 'Ablegen');
  await room.find('dialog', 'In eine Sammlung ablegen');
  const field = await room.find('combobox', 'Sammlung');
  await until('the focus in the field', () => field.evaluate((node) => node === document.activeElement));
  await room.page.keyboard.type(name);
  await press(room, 'Enter');
  await room.waitForText(`In „${name}“ abgelegt.`);
}

async function openNotebook(room) {
  await room.click('button', 'Notizbuch');
  await room.waitForTitle('Notizbuch');
}

const entries = async (room) => (await room.texts('heading', await room.find('list', 'Einträge')));

async function bringIn(room, kind, path) {
  const open = () => room.click('button', 'Notizen einlesen …');
  if (kind === 'chromium') {
    const [chooser] = await Promise.all([room.page.waitForFileChooser(), open()]);
    await chooser.accept([path]);
    return;
  }
  // Firefox closes its dialogs by itself when it is driven; so none is opened.
  await room.frame.evaluate(() => { HTMLInputElement.prototype.click = () => {}; });
  await open();
  await (await until('the field for a file', () => room.frame.$('input[type=file]'))).uploadFile(path);
}

inBrowsers('notebook', ({ visit, kind }) => {
  test('a bookmark, a collection and a highlight come together; the headline and the quotation lead back', async () => {
    await visit({}, async (room) => {
      await room.openArticle(other);
      await room.click('button', 'Lesezeichen');
      await room.openArticle(article);
      await collect(room, 'Haushalt 2026');
      const words = await room.frame.$eval('.selectable p', (node) => node.textContent.replaceAll('\u00AD', '').split(' ').slice(1, 4).join(' '));
      await dragOver(room, words);
      await waitForTools(room);
      await room.click('button', 'Blau markieren');
      await waitForHighlights(room, [['blue', words]]);
      await openNotebook(room);
      assert.match(await room.hash(), /seite=notizbuch/);
      assert.deepEqual(await entries(room), ['Täglich Vollgas geben', 'Bei OZG-Umsetzung führend']);
      await room.click('button', 'Haushalt 2026, 1');
      await until('one entry', async () => (await entries(room)).length === 1);
      await room.click('button', `Im Artikel zeigen: ${words}`);
      await room.waitForTitle('Täglich Vollgas geben');
      const sign = await room.find('button', `Markierung Blau: „${words}“`);
      await until('the focus at the passage', () => sign.evaluate((node) => node === document.activeElement));
      await openNotebook(room);
      await room.click('button', 'Alle, 2');
      await (await room.find('link', 'Bei OZG-Umsetzung führend', await room.find('list', 'Einträge'))).click();
      await room.waitForTitle('Bei OZG-Umsetzung führend');
    });
  });

  test('its own search narrows it, a collection is renamed, and what is selected loses its marks and gets them back', async () => {
    await visit({}, async (room) => {
      for (const one of [article, other]) {
        await room.openArticle(one);
        await collect(room, 'Haushalt');
      }
      await openNotebook(room);
      await room.write('searchbox', 'Im Notizbuch suchen', 'vollgas');
      await until('one entry', async () => (await entries(room)).length === 1);
      await room.write('searchbox', 'Im Notizbuch suchen', '');
      await until('both entries', async () => (await entries(room)).length === 2);
      await room.click('button', 'Haushalt, 2');
      await room.click('button', 'Umbenennen');
      await room.find('dialog', 'Sammlung umbenennen');
      await (await room.write('textbox', 'Neuer Name', 'Etat')).press('Enter');
      await room.find('button', 'Etat, 2');
      await room.click('checkbox', 'Alle auswählen');
      const bar = await room.find('group', 'Auswahl im Notizbuch');
      await (await room.find('button', 'Zeichen entfernen', bar)).click();
      await room.waitForText('Lesezeichen, Sammlungen und Schlagwörter von 2 Artikeln entfernt.');
      await room.find('button', 'Alle, 0');
      await room.click('button', 'Rückgängig');
      await room.find('button', 'Etat, 2');
    });
  });

  test('a question is kept under a name and leads back', async () => {
    await visit({}, async (room) => {
      await room.write('combobox', 'Suche', 'Verwaltung');
      await until('hits', async () => /^\d+ von 16/.test(await room.status()));
      const status = await room.status();
      await room.click('button', 'Suche merken');
      await room.find('dialog', 'Suche merken');
      await (await room.write('textbox', 'Name der Suche', 'Verwaltung heute')).press('Enter');
      await room.waitForText('Suche „Verwaltung heute“ gemerkt.');
      await room.click('button', 'Filter zurücksetzen');
      await room.expectHits(16);
      await openNotebook(room);
      await room.click('button', 'Suchen, 1');
      await room.click('link', 'Verwaltung heute');
      await room.expectStatus(status);
    });
  });

  test('the notes are downloaded, and the chip says that they are safe; another browser reads them in', async () => {
    await inTemporaryFolder(async (downloads) => {
      let file;
      await visit({ downloads }, async (room) => {
        await room.openArticle(article);
        await collect(room, 'Haushalt');
        await room.click('button', 'Nur in diesem Browser');
        await room.find('dialog', 'Nur in diesem Browser');
        await room.click('button', 'Notizen herunterladen');
        await room.find('button', 'Gespeichert');
        file = await until('a saved file', async () => (await readdir(downloads)).find((name) => name.endsWith('.json')));
        await until('it is whole', async () => (await readFile(join(downloads, file), 'utf8')).trimEnd().endsWith('}'));
      });
      await visit({}, async (room) => {
        await room.click('button', 'Gespeichert');
        await room.find('dialog', 'Gespeichert');
        await bringIn(room, kind, join(downloads, file));
        await room.find('dialog', `Eingelesen: ${file}`);
        // Set in capitals, which one of the browsers takes for its name.
        await until('two additions', async () => (await room.names('heading')).includes('Dazugekommen (2)'));
        await press(room, 'Escape');
        await openNotebook(room);
        await room.find('button', 'Haushalt, 1');
      });
    });
  });

  test('by keys alone: g n opens it, Tab reaches shelf, search and entry, Escape leads out', async () => {
    await visit({}, async (room) => {
      await room.openArticle(article);
      await press(room, 'b');
      await press(room, 'g');
      await press(room, 'n');
      await room.waitForTitle('Notizbuch');
      const seen = [];
      for (let i = 0; i < 12; i++) {
        await press(room, 'Tab');
        seen.push(await room.frame.evaluate(() => {
          const node = document.activeElement;
          return node.getAttribute('aria-label') ?? node.textContent;
        }));
      }
      for (const name of ['Alle, 1', 'Im Notizbuch suchen', 'Auswählen: Täglich Vollgas geben', 'Täglich Vollgas geben']) {
        assert.ok(seen.includes(name), `${name} in ${seen.join(' | ')}`);
      }
      await press(room, 'Escape');
      await room.waitForTitle('Täglich Vollgas geben');
    });
  });

  test('narrow and at 320 px nothing goes sideways', async () => {
    for (const width of [narrow.width, 320]) {
      await visit({ viewport: { ...narrow, width }, hash: '#seite=notizbuch', isOpen: (room) => room.has('heading', 'Notizbuch') }, async (room) => {
        await room.waitForText('Ihr Notizbuch ist noch leer.');
        const body = await room.frame.$eval('.reader', (node) => [node.scrollWidth, node.clientWidth]);
        assert.ok(body[0] <= body[1], `${body[0]} > ${body[1]} at ${width} px`);
        assert.match(plain(await room.text()), /kommen|stehen/);
      });
    }
  });
});
