// German first, English by choice or by the browser; the articles stay what they are.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from './support/browsers.mjs';
import { builtPage, Room, rootFolder } from './support/room.mjs';
import { PageServer } from './support/server.mjs';
import { forEachBrowser, inBrowsers } from './support/suite.mjs';
import { plain, until } from './support/wait.mjs';

const words = (language) => JSON.parse(readFileSync(join(rootFolder, `assets/i18n/${language}.json`), 'utf8'));
const [german, english] = [words('de'), words('en')];
// What only one of the languages says, without those that have something put in.
const isOwn = (all, others) => new Set(Object.values(all).filter((text) => typeof text === 'string' && !text.includes('{')
  && text.length > 2 && !Object.values(others).includes(text)));
const onlyGerman = isOwn(german, english);

const long = 'Vitako: Mitgliederversammlung in Bremen';
const htmlLanguage = (room) => room.frame.evaluate(() => document.documentElement.lang);
const isEnglish = async (room) => (await htmlLanguage(room)) === 'en' && room.has('list', 'Articles');

async function choose(room, settings, language) {
  await room.click('button', settings);
  await room.click('radio', language);
}

// Every name and text of the interface: what is not the article's, nor told to be in another language.
function interfaceTexts(room) {
  return room.frame.evaluate(() => {
    const found = [];
    for (const element of document.querySelectorAll('#scene, #scene *')) {
      if (element.closest('[lang]') !== document.documentElement) continue;
      for (const attribute of ['aria-label', 'placeholder', 'aria-description', 'title', 'aria-valuetext']) found.push(element.getAttribute(attribute) ?? '');
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) found.push(node.data);
    }
    return found.filter(Boolean);
  });
}

async function expectNoGerman(room) {
  const left = (await interfaceTexts(room)).map(plain).filter((text) => onlyGerman.has(text));
  assert.deepEqual([...new Set(left)], [], 'still German');
}

// The language an element stands in, by itself or by what is around it.
const languageOf = (element) => element.evaluate((node) => node.closest('[lang]').lang);

inBrowsers('the language', ({ visit }) => {
  test('chosen in the settings, English is everywhere but in the articles, and stays after a reload', async () => {
    await visit({}, async (room) => {
      assert.equal(await htmlLanguage(room), 'de');
      await room.openArticle(long);
      await choose(room, 'Einstellungen', 'English');
      await room.find('dialog', 'Settings');
      await expectNoGerman(room);
      await room.page.keyboard.press('Escape');
      assert.equal(await htmlLanguage(room), 'en');
      await room.expectStatus('16 articles');
      for (const [role, name] of [['combobox', 'Search'], ['region', 'Timeline'], ['list', 'Articles'], ['button', 'Cite'],
        ['checkbox', 'Bookmarks, 0 articles'], ['button', 'Reset filters'], ['textbox', 'From'], ['slider', 'Start of the period']]) await room.find(role, name);
      await expectNoGerman(room);

      const paragraph = (await room.all('paragraph', await room.find('article', ''))).at(-1);
      assert.match(plain(await paragraph.evaluate((node) => node.textContent)), /^Quelle: Kommune21\.$/);
      assert.equal(await languageOf(paragraph), 'de');
      const [title] = await room.all('heading', await room.find('article', ''));
      assert.equal(await languageOf(title), 'de');
      assert.equal(await languageOf(await room.find('link', long)), 'de');
      assert.equal(await languageOf(await room.find('button', 'Cite')), 'en');

      await room.reload(isEnglish);
      await room.expectStatus('16 articles');
      await choose(room, 'Settings', 'Deutsch');
      await room.find('dialog', 'Einstellungen');
      await room.page.keyboard.press('Escape');
      assert.equal(await htmlLanguage(room), 'de');
      await room.expectHits(16);
      assert.equal(await languageOf((await room.all('paragraph', await room.find('article', ''))).at(-1)), 'de');
    });
  });

  test('numbers, dates, statuses and titles are written as each language writes them', async () => {
    await visit({}, async (room) => {
      const dateOfArticle = async () => plain(await room.frame.$eval('main article time', (time) => time.textContent));
      const dateOfRow = async (headline) => plain(await (await room.find('link', headline)).evaluate((link) => link.parentElement.querySelector('time').textContent));
      await room.openArticle(long);
      await room.click('button', 'Lesezeichen');
      await room.find('checkbox', 'Lesezeichen, 1 Artikel');
      assert.equal(await dateOfArticle(), '14.–15. November 2019');
      assert.equal(await dateOfRow('Bayern: Täglich Vollgas geben'), '09.10.2025');
      await choose(room, 'Einstellungen', 'English');
      await room.page.keyboard.press('Escape');
      await room.find('checkbox', 'Bookmarks, 1 article');
      assert.equal(await dateOfArticle(), '14–15 November 2019');
      assert.equal(await dateOfRow('Bayern: Täglich Vollgas geben'), '9 Oct 2025');
      assert.equal(await room.frame.title(), 'Mitgliederversammlung in Bremen – Lesesaal');
      await room.click('checkbox', 'Bookmarks, 1 article');
      await room.expectStatus('1 of 16 articles');
      await room.click('button', 'Reset filters');
      await room.expectStatus('16 articles');
      await room.waitForText('Filters reset.');
      await room.click('button', 'About');
      await until('an English title', async () => (await room.frame.title()) === 'About Lesesaal – Lesesaal');
      await room.find('heading', 'About Lesesaal');
      await expectNoGerman(room);
      await room.click('button', 'Trends');
      await room.find('heading', 'Trends of the collection');
      await room.findBeginning('button', 'Administrative modernisation and strategy, Oct\u00A02025: ');
      await expectNoGerman(room);
    });
  });
});

forEachBrowser('an English browser', (kind) => {
  const world = {};
  before(async () => {
    world.server = await PageServer.start(builtPage);
    world.browser = await launch(kind, { settings: { 'intl.accept_languages': 'en-GB, en' }, args: ['--lang=en-GB', '--accept-lang=en-GB,en'] });
  });
  after(async () => {
    await world.browser?.close();
    await world.server?.stop();
  });

  test('starts in English, in German when that is chosen, and as the browser again', async () => {
    const room = await Room.open(world.browser, { server: world.server, isOpen: isEnglish });
    try {
      await room.find('heading', 'First steps');
      await expectNoGerman(room);
      await choose(room, 'Settings', 'Deutsch');
      await room.find('radio', 'Wie der Browser');
      await room.reload();
      assert.equal(await htmlLanguage(room), 'de');
      await choose(room, 'Einstellungen', 'Wie der Browser');
      await room.find('dialog', 'Settings');
      assert.equal(await htmlLanguage(room), 'en');
      await room.expectQuiet();
    } finally {
      await room.close();
    }
  });
});
