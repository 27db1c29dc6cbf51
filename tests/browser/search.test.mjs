// The search box.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modes, modeTitles } from './support/room.mjs';
import { inBrowsers } from './support/suite.mjs';
import { plain, until } from './support/wait.mjs';

const marksOf = async (room) => (await room.frame.$$eval('article mark', (marks) => marks.map((mark) => mark.textContent))).map(plain);

inBrowsers('search', ({ visit }) => {
  for (const mode of modes) {
    test(`opened ${modeTitles[mode]}, typing finds articles, marks the words, says when there are none, and clears`, async () => {
      await visit({ mode }, async (room) => {
        const box = await room.write('combobox', 'Suche', 'Digitalkooperation');
        await room.expectHits(1);
        assert.deepEqual(await room.headlines(), ['Bund/Bayern: Startschuss für Digitalkooperation']);
        await room.openArticle('Bund/Bayern: Startschuss für Digitalkooperation');
        await until('the word is marked', async () => (await marksOf(room)).includes('Digitalkooperation'));

        await room.write('combobox', 'Suche', 'Xylophonkonzert');
        await room.expectStatus('0 von 16 Artikeln');
        assert.equal((await room.items()).length, 0);
        await room.waitForText('Keine Artikel mit diesen Filtern.');

        await room.write('combobox', 'Suche', '');
        await room.expectHits(16);
        assert.equal(await box.evaluate((field) => field.value), '');
        await until('nothing is marked', async () => (await marksOf(room)).length === 0);
      });
    });
  }

  test('umlauts and capitals do not matter for finding', async () => {
    await visit({}, async (room) => {
      await room.write('combobox', 'Suche', 'bürokratie');
      await until('a result', async () => /^[1-9]\d? von 16 Artikeln$/.test(await room.status()));
      const hits = (await room.headlines()).sort();
      await room.write('combobox', 'Suche', 'BÜROKRATIE');
      await until('the box holds capitals', async () =>
        (await room.find('combobox', 'Suche')).evaluate((field) => field.value === 'BÜROKRATIE'));
      await until('the same articles', async () => JSON.stringify((await room.headlines()).sort()) === JSON.stringify(hits));
    });
  });

  test('two words find what holds both', async () => {
    await visit({}, async (room) => {
      await room.write('combobox', 'Suche', 'Hessen');
      await until('a result', async () => /^[2-9] von 16 Artikeln$/.test(await room.status()));
      const one = (await room.items()).length;
      await room.write('combobox', 'Suche', 'Hessen Bayern');
      await until('fewer hits', async () => (await room.items()).length > 0 && (await room.items()).length < one);
      assert.ok((await room.headlines()).includes('Bund/Bayern: Startschuss für Digitalkooperation'));
    });
  });

  test('what is no query is still searched for and never breaks the page', async () => {
    await visit({}, async (room) => {
      for (const odd of ['"', '""', '(', 'AND', '* OR', 'a:b', '\u0301', '<b>', 'NEAR(', "'; --", '^', '🙂']) {
        await room.write('combobox', 'Suche', odd);
        await until('a status', async () => /Artikel/.test(await room.status()));
      }
      await room.write('combobox', 'Suche', 'Wiesbaden');
      await until('hits again', async () => /^[1-9]\d? von 16 Artikeln$/.test(await room.status()));
    });
  });

  test('a slip is corrected: the line says so, its button takes the correction over, and Back returns to the slip', async () => {
    await visit({}, async (room) => {
      const box = await room.write('combobox', 'Suche', 'verwaltng');
      await room.waitForText('Nichts gefunden für „verwaltng“. Gezeigt werden Treffer für „Verwaltung“.');
      await until('a result', async () => /^[1-9]\d? von 16 Artikeln$/.test(await room.status()));
      const corrected = (await room.headlines()).sort();
      await room.click('button', '„Verwaltung“ übernehmen');
      await until('the word in the box', async () => (await box.evaluate((field) => field.value)) === 'Verwaltung');
      await until('the line is gone', async () => !(await room.has('button', '„Verwaltung“ übernehmen')));
      // The word itself is found, so the same articles and perhaps more stand there.
      const found = await room.headlines();
      assert.deepEqual(corrected.filter((headline) => !found.includes(headline)), []);
      await room.page.goBack();
      await until('the slip again', async () => (await box.evaluate((field) => field.value)) === 'verwaltng');
    });
  });

  test('a row says why it is there when the word is only a part of another', async () => {
    await visit({}, async (room) => {
      await room.write('combobox', 'Suche', 'zugang');
      await room.waitForText('(Wortteil)');
      const links = await room.all('link', await room.find('list', 'Artikel'));
      const told = await room.frame.evaluate((...nodes) => nodes.map((node) => node.getAttribute('aria-description') ?? ''), ...links);
      assert.ok(told.some((words) => /^Gefunden: „[^“]*zugang[^“]*“ \(Wortteil\)/i.test(words)), told.join(' | '));
    });
  });

  test('the help of the search gives examples that go into the box', async () => {
    await visit({}, async (room) => {
      await room.click('button', 'Hilfe zur Suche');
      await room.find('dialog', 'Suchsprache');
      await room.click('button', 'digital*');
      await until('the sheet is gone', async () => !(await room.has('dialog', 'Suchsprache')));
      const box = await room.find('combobox', 'Suche');
      await until('the example in the box, with the focus', async () =>
        box.evaluate((field) => field.value === 'digital*' && document.activeElement === field));
      await until('a result', async () => /^[1-9]\d? von 16 Artikeln$/.test(await room.status()));
    });
  });

  test('a search joins the other filters', async () => {
    await visit({}, async (room) => {
      await room.write('combobox', 'Suche', 'Hessen');
      await until('a result', async () => /^[2-9] von 16 Artikeln$/.test(await room.status()));
      const wide = (await room.items()).length;
      await (await room.write('textbox', 'Bis', '15.09.2025')).press('Enter');
      await until('fewer hits', async () => (await room.items()).length < wide);
      assert.deepEqual(await room.headlines(), ['Hessen: Bei OZG-Umsetzung führend']);
      await room.click('button', 'Filter zurücksetzen');
      await room.expectHits(16);
      assert.equal(await (await room.find('combobox', 'Suche')).evaluate((field) => field.value), '');
    });
  });
});
