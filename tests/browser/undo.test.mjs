// The reader's own marks on articles, one by one and several at once, and the way back from each.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { inTemporaryFolder } from './support/browsers.mjs';
import { inBrowsers } from './support/suite.mjs';
import { plain, until } from './support/wait.mjs';

const article = 'Bayern: Täglich Vollgas geben';
const others = ['Initiative: Dresdner Forderungen 2.0', 'Hessen: Bei OZG-Umsetzung führend'];
const press = (room, key) => room.page.keyboard.press(key);

async function undo(room, how) {
  if (how === 'by its button') await room.click('button', 'Rückgängig');
  else await press(room, 'z');
  await room.waitForText('Rückgängig gemacht.');
}

async function writeNote(room, text) {
  await room.click('button', 'Notiz');
  const dialog = await room.find('dialog', 'Notiz zu diesem Artikel');
  await until('the focus in the note', () => dialog.evaluate((node) => node.contains(document.activeElement) && document.activeElement.localName === 'textarea'));
  await room.chord('Control', 'a');
  await room.page.keyboard.type(text);
  await room.chord('Control', 'Enter');
  await until('the sheet is closed', async () => !(await room.has('dialog', 'Notiz zu diesem Artikel')));
}

// The reader's own words below the article.
async function ownWords(room) {
  return (await room.frame.$$eval('main h2', (headings) => {
    const heading = headings.find((one) => one.textContent === 'Ihre Anmerkungen');
    return heading ? [...heading.parentElement.querySelectorAll('p, button')].map((one) => one.textContent) : [];
  })).map(plain);
}

async function waitForOwnWords(room, words) {
  await until(async () => `own words ${words.join(' | ')}; there are: ${(await ownWords(room)).join(' | ')}`,
    async () => (await ownWords(room)).join('\n') === words.join('\n'));
}

async function addTag(room, text) {
  await press(room, 'l');
  await room.find('dialog', 'Schlagwort vergeben');
  const field = await room.find('combobox', 'Schlagwort');
  await until('the focus in the field', () => field.evaluate((node) => node === document.activeElement));
  await room.page.keyboard.type(text);
  await press(room, 'Enter');
  await until('the sheet is closed', async () => !(await room.has('dialog', 'Schlagwort vergeben')));
}

const nameOfBox = (headline) => `Auswählen: ${headline.replace(/^[^:]*: /, '')}`;

async function select(room, ...headlines) {
  for (const headline of headlines) await room.click('checkbox', nameOfBox(headline));
  await room.find('group', 'Auswahl');
  await room.waitForText(`${headlines.length} ausgewählt`);
}

inBrowsers('taking back', ({ visit }) => {
  for (const how of ['by its button', 'by the key']) {
    test(`a removed bookmark and lifted filters come back ${how}`, async () => {
      await visit({}, async (room) => {
        await room.openArticle(article);
        await room.click('button', 'Lesezeichen');
        await room.find('checkbox', 'Lesezeichen, 1 Artikel');
        assert.equal(await room.has('button', 'Rückgängig'), false);
        await room.click('button', 'Lesezeichen');
        await room.find('checkbox', 'Lesezeichen, 0 Artikel');
        await room.waitForText('Lesezeichen entfernt.');
        await undo(room, how);
        await room.find('checkbox', 'Lesezeichen, 1 Artikel');
        assert.equal(await room.has('button', 'Rückgängig'), false);

        await room.write('combobox', 'Suche', 'Land');
        await room.clickBeginning('checkbox', 'Hessen,');
        await until('words and place in the address', async () => /ort=hessen/.test(await room.hash()) && /^[1-9] von 16/.test(await room.status()));
        const [hash, status] = [await room.hash(), await room.status()];
        await room.click('button', 'Filter zurücksetzen');
        await room.expectHits(16);
        await room.waitForText('Filter zurückgesetzt.');
        await undo(room, how);
        await room.expectStatus(status);
        await until('the address again', async () => (await room.hash()) === hash);
        assert.equal(await (await room.find('combobox', 'Suche')).evaluate((field) => field.value), 'Land');
      });
    });
  }

  test('a note is written, found, changed, deleted, and comes back step by step', async () => {
    await visit({}, async (room) => {
      await room.openArticle(article);
      await writeNote(room, 'Erst');
      await room.waitForText('Notiz gespeichert.');
      await room.find('checkbox', 'Mit Notiz, 1 Artikel');
      await waitForOwnWords(room, ['Erst']);
      await writeNote(room, 'Zweitens <b>wichtig</b>');
      await waitForOwnWords(room, ['Zweitens <b>wichtig</b>']);
      await room.click('button', 'Notiz');
      await room.click('button', 'Notiz entfernen');
      await room.waitForText('Notiz entfernt.');
      await room.find('checkbox', 'Mit Notiz, 0 Artikel');
      await waitForOwnWords(room, []);
      await undo(room, 'by its button');
      await waitForOwnWords(room, ['Zweitens <b>wichtig</b>']);
      await room.find('checkbox', 'Mit Notiz, 1 Artikel');
      await press(room, 'z');
      await waitForOwnWords(room, ['Erst']);
      await room.click('checkbox', 'Mit Notiz, 1 Artikel');
      await room.expectHits(1);
      await room.reload();
      await room.find('checkbox', 'Mit Notiz, 1 Artikel');
      await room.waitForTitle('Täglich Vollgas geben');
      await waitForOwnWords(room, ['Erst']);
    });
  });

  test('tags of an article are given, proposed again, removed, and come back', async () => {
    await visit({}, async (room) => {
      await room.openArticle(article);
      await addTag(room, '#KI im Amt');
      await waitForOwnWords(room, ['KI im Amt']);
      await room.openArticle(others[0]);
      await press(room, 'l');
      await room.find('option', 'KI im Amt');
      await room.page.keyboard.type('ki');
      await press(room, 'ArrowDown');
      await until('the known tag is chosen', async () => (await room.find('option', 'KI im Amt')).evaluate((option) => option.ariaSelected === 'true'));
      await press(room, 'Enter');
      await waitForOwnWords(room, ['KI im Amt']);
      await addTag(room, 'Auto');
      await waitForOwnWords(room, ['Auto', 'KI im Amt']);
      await room.click('button', 'Auto, Schlagwort „Auto“ entfernen');
      await waitForOwnWords(room, ['KI im Amt']);
      await undo(room, 'by the key');
      await waitForOwnWords(room, ['Auto', 'KI im Amt']);
    });
  });

  test('several rows are bookmarked, tagged and exported together, and that is one step back each', async () => {
    await inTemporaryFolder(async (downloads) => {
      await visit({ downloads }, async (room) => {
        await select(room, article, ...others);
        const bar = await room.find('group', 'Auswahl');
        await (await room.find('button', 'Lesezeichen setzen', bar)).click();
        await room.waitForText('3 Lesezeichen gesetzt.');
        await room.find('checkbox', 'Lesezeichen, 3 Artikel');
        await (await room.find('button', 'Schlagwort vergeben', bar)).click();
        await room.waitForText('3 ausgewählt');
        await until('the focus in the field', async () => (await room.find('combobox', 'Schlagwort')).evaluate((node) => node === document.activeElement));
        await room.page.keyboard.type('Dossier');
        await press(room, 'Enter');
        await room.waitForText('Schlagwort „Dossier“ vergeben.');

        await (await room.find('button', 'Exportieren', bar)).click();
        const sheet = await room.find('dialog', 'Artikel exportieren');
        const shown = (await Promise.all((await room.all('paragraph', sheet)).map((one) => one.evaluate((node) => node.textContent)))).map(plain);
        assert.deepEqual(shown.map((text) => /^„(.*?)“(\.| In:)/.exec(text)[1]).sort(), [article, ...others].map((one) => one.replace(/^[^:]*: /, '')).sort());
        await room.click('button', 'Herunterladen: CSL-JSON');
        await until('a saved file', async () => (await readdir(downloads)).includes('artikel.json') && (await readFile(join(downloads, 'artikel.json'))).length > 0);
        assert.equal(JSON.parse(await readFile(join(downloads, 'artikel.json'), 'utf8')).length, 3);
        await press(room, 'Escape');
        await until('the sheet is closed', async () => !(await room.has('dialog', 'Artikel exportieren')));

        await press(room, 'Escape');
        await until('nothing is selected', async () => !(await room.has('group', 'Auswahl')));
        await room.openArticle(others[1]);
        await waitForOwnWords(room, ['Dossier']);
        await press(room, 'z');
        await waitForOwnWords(room, []);
        await room.find('checkbox', 'Lesezeichen, 3 Artikel');
        await press(room, 'z');
        await room.find('checkbox', 'Lesezeichen, 0 Artikel');
      });
    });
  });
});
