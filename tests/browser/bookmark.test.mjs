// Bookmarks: set, counted, filtered by, kept.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inTemporaryFolder, launch } from './support/browsers.mjs';
import { builtPage, modes, modeTitles, Room } from './support/room.mjs';
import { PageServer } from './support/server.mjs';
import { forEachBrowser, inBrowsers } from './support/suite.mjs';
import { until } from './support/wait.mjs';

const article = 'Wiesbaden: Pilot bei Digitalisierungsoffensive';

async function waitUntilPressed(room, isPressed) {
  await until(`the toggle is ${isPressed ? '' : 'not '}pressed`, async () =>
    (await room.find('button', 'Lesezeichen')).evaluate((button, wanted) => button.ariaPressed === wanted, String(isPressed)));
}

inBrowsers('bookmarks', ({ visit }) => {
  for (const mode of modes) {
    test(`opened ${modeTitles[mode]}, a bookmark is set, counted, filtered by and removed`, async () => {
      await visit({ mode }, async (room) => {
        assert.equal(await room.has('button', 'Lesezeichen'), false);
        await room.openArticle(article);
        await waitUntilPressed(room, false);
        const stand = await room.find('group', 'Stand');
        await room.find('checkbox', 'Lesezeichen, 0 Artikel', stand);

        await room.click('button', 'Lesezeichen');
        await waitUntilPressed(room, true);
        await room.find('checkbox', 'Lesezeichen, 1 Artikel', stand);
        await room.waitForText('Lesezeichen gesetzt.');
        const isKept = mode !== 'sandbox';
        await room.waitForText(isKept ? 'Nur in diesem Browser' : 'Nur bis zum Schließen');
        if (!isKept) await room.waitForText('Es bleibt nur, bis diese Seite geschlossen wird.');

        await room.click('checkbox', 'Lesezeichen, 1 Artikel');
        await room.expectHits(1);
        assert.deepEqual(await room.headlines(), [article]);
        await room.click('button', 'Lesezeichen');
        await waitUntilPressed(room, false);
        await room.expectStatus('0 von 16 Artikeln');
        await room.click('checkbox', 'Lesezeichen, 0 Artikel');
        await room.expectHits(16);
      });
    });
  }

  test('what is set in the sandbox is gone after a reload, as the page said', async () => {
    await visit({ mode: 'sandbox' }, async (room) => {
      await room.openArticle(article);
      await room.click('button', 'Lesezeichen');
      await room.find('checkbox', 'Lesezeichen, 1 Artikel');
      await room.reload();
      await room.find('checkbox', 'Lesezeichen, 0 Artikel');
    });
  });

  test('a bookmark set twice and removed once is no bookmark after a reload', async () => {
    await visit({}, async (room) => {
      await room.openArticle(article);
      for (const isPressed of [true, false, true, false]) {
        await room.click('button', 'Lesezeichen');
        await waitUntilPressed(room, isPressed);
      }
      await room.reload();
      await room.waitForText('Nur in diesem Browser');
      await room.find('checkbox', 'Lesezeichen, 0 Artikel');
    });
  });
});

// A second window reads what is on the disk: once it sees the bookmark, the first has written it.
async function untilWritten(browser, options) {
  await until('a second window sees the bookmark', async () => {
    const isOpen = async (room) => /Gespeichert|Nur in diesem Browser/.test(await room.text());
    const room = await Room.open(browser, { ...options, isolated: false, hash: '#nur=lesezeichen', isOpen });
    try {
      return (await room.status()) === '1 von 16 Artikeln';
    } finally {
      await room.close();
    }
  });
}

async function kill(browser) {
  const program = browser.process();
  const ended = new Promise((resolve) => { program.once('exit', resolve); });
  program.kill('SIGKILL');
  await ended;
}

forEachBrowser('bookmarks after a restart', (kind) => {
  let server;
  before(async () => { server = await PageServer.start(builtPage); });
  after(() => server.stop());

  test('opened from file:// and over http, a bookmark is there again after the browser was killed', async () => {
    await inTemporaryFolder(async (profile) => {
      const first = await launch(kind, { profile });
      try {
        for (const mode of ['file', 'http']) {
          const room = await Room.open(first, { mode, server, isolated: false });
          await room.openArticle(article);
          await room.click('button', 'Lesezeichen');
          await waitUntilPressed(room, true);
          await untilWritten(first, { mode, server });
        }
      } finally {
        await kill(first);
      }
      const second = await launch(kind, { profile });
      try {
        for (const mode of ['file', 'http']) {
          const room = await Room.open(second, { mode, server, isolated: false });
          await room.find('checkbox', 'Lesezeichen, 1 Artikel');
          await room.openArticle(article);
          await waitUntilPressed(room, true);
          await room.expectQuiet();
        }
      } finally {
        await second.close();
      }
    });
  });
});
