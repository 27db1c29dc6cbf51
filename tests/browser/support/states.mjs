// Every view and sheet of the page, one after the other, for tests that look at all of them.
import { until } from './wait.mjs';

const noDialog = (room) => until('no sheet', async () => (await room.all('dialog')).length === 0);

// Opens a sheet, shows it, and closes it again.
async function showSheet(room, open, title, look) {
  await open();
  await room.find('dialog', title);
  await look(`the sheet "${title}"`);
  await room.page.keyboard.press('Escape');
  await noDialog(room);
}

// The views that take part in every layout: list, article, about, trends, notebook, no hits. `look(state)` is awaited at each.
export async function openEachView(room, look) {
  await look('the list');
  await room.clickBeginning('checkbox', 'Hessen,');
  await until('fewer articles', async () => /von 16/.test(await room.status()));
  await look('a filtered list');
  await room.openArticle('Hessen: Bei OZG-Umsetzung führend');
  await room.click('button', 'Lesezeichen');
  await room.find('checkbox', 'Lesezeichen, 1 Artikel');
  await look('an article with a bookmark');
  await room.page.bringToFront();
  await room.page.keyboard.press('h');
  await room.find('group', 'Ausgewählte Stelle');
  await look('a selected passage');
  await room.click('button', 'Grün markieren');
  await room.findBeginning('button', 'Markierung Grün');
  await look('an article with a highlight');
  await (await room.write('textbox', 'Von', 'gestern')).press('Enter');
  await room.waitForText('Hessen');
  await look('a wrong date');
  await room.write('combobox', 'Suche', 'Xylophonkonzert');
  await room.expectStatus('0 von 16 Artikeln');
  await look('no hits');
  await room.click('button', 'Über');
  await room.waitForTitle('Über Lesesaal');
  await look('Über');
  await room.write('combobox', 'Suche', '');
  await room.click('button', 'Filter zurücksetzen');
  await room.expectHits(16);
  await room.click('button', 'Trends');
  await room.waitForTitle('Trends der Sammlung');
  await look('the trends');
  await room.click('button', 'Notizbuch');
  await room.waitForTitle('Notizbuch');
  await look('the notebook');
  await room.clickBeginning('button', 'Suchen, ');
  await room.waitForText('Noch keine gemerkten Suchen.');
  await look('an empty shelf of the notebook');
}

// The sheets; an article must be open.
export async function openEachSheet(room, look) {
  const press = (keys) => async () => {
    await room.page.bringToFront();
    for (const key of keys) await room.page.keyboard.press(key);
  };
  const click = (name) => () => room.click('button', name);
  await showSheet(room, press('?'), 'Tasten und Hilfe', look);
  await showSheet(room, () => room.chord('Control', 'k'), 'Befehle', look);
  await showSheet(room, click('Einstellungen'), 'Einstellungen', look);
  await showSheet(room, click('Hilfe zur Suche'), 'Suchsprache', look);
  const chip = (await room.has('button', 'Gespeichert')) ? 'Gespeichert' : 'Nur in diesem Browser';
  await showSheet(room, click(chip), chip, look);
  const openForms = async () => {
    await room.click('button', chip);
    await room.click('button', 'In anderem Format …');
  };
  await showSheet(room, openForms, 'Notizbuch herunterladen', look);
  await showSheet(room, click('Zitieren'), 'Artikel zitieren', look);
  await showSheet(room, click('Notiz'), 'Notiz zu diesem Artikel', look);
  await showSheet(room, press('l'), 'Schlagwort vergeben', look);
  await showSheet(room, press('a'), 'In eine Sammlung ablegen', look);
  await showSheet(room, click('Neueste, Sortierung'), 'Sortierung', look);
}
