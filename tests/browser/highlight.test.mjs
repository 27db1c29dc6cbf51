// Highlights: selected by mouse and by key, marked, coloured, noted, removed, kept, and found from the notebook.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dragOver, highlights, selected, waitForHighlights, waitForTools } from './support/passages.mjs';
import { narrow } from './support/room.mjs';
import { inBrowsers } from './support/suite.mjs';
import { plain, until } from './support/wait.mjs';

const article = 'Bayern: Täglich Vollgas geben';

async function someWords(room) {
  return room.frame.$eval('.selectable p', (paragraph) => paragraph.textContent.replaceAll('\u00AD', '').split(' ').slice(1, 4).join(' '));
}

async function openWithWords(room) {
  await room.openArticle(article);
  return someWords(room);
}

inBrowsers('highlights', ({ visit }) => {
  test('words dragged over are marked by a button beside them; the copy stays clean, a reload keeps the highlight', async () => {
    await visit({}, async (room) => {
      const words = await openWithWords(room);
      await dragOver(room, words);
      await waitForTools(room);
      assert.equal(await selected(room), words);
      await room.click('button', 'Grün markieren');
      await waitForHighlights(room, [['green', words]]);
      await room.waitForText('Stelle markiert.');
      await until('nothing is selected', async () => (await selected(room)) === '');
      assert.equal(await room.has('group', 'Ausgewählte Stelle'), false);
      await room.find('button', `Markierung Grün: „${words}“`);
      const text = plain(await room.frame.$eval('.selectable', (box) => {
        getSelection().selectAllChildren(box);
        const copied = getSelection().toString();
        getSelection().removeAllRanges();
        return copied;
      }));
      assert.ok(text.includes(words));
      assert.doesNotMatch(text, /markier/i);
      await until('it is written', async () => room.has('button', 'Nur in diesem Browser'));
      await room.reload();
      await waitForHighlights(room, [['green', words]]);
    });
  });

  test('by keys alone: h selects the first sentence, Shift and arrows widen it, h marks it', async () => {
    await visit({}, async (room) => {
      await room.openArticle(article);
      await room.page.keyboard.press('h');
      await waitForTools(room);
      const sentence = await selected(room);
      assert.ok(sentence.length > 10, sentence);
      await room.page.keyboard.down('Shift');
      for (let i = 0; i < 3; i++) await room.page.keyboard.press('ArrowRight');
      await room.page.keyboard.up('Shift');
      await until('more is selected', async () => (await selected(room)).length > sentence.length);
      const widened = await selected(room);
      assert.ok(widened.startsWith(sentence));
      await until('the wider passage is told', async () => {
        await room.page.keyboard.press('h');
        return (await highlights(room)).length > 0;
      });
      const marked = plain((await highlights(room)).map(([, words]) => words).join(''));
      assert.ok(marked.startsWith(sentence), marked);
      await room.page.keyboard.press('z');
      await waitForHighlights(room, []);
    });
  });

  test('Escape lets go of what is selected, and marks nothing', async () => {
    await visit({}, async (room) => {
      const words = await openWithWords(room);
      await dragOver(room, words);
      await waitForTools(room);
      await room.page.keyboard.press('Escape');
      await until('the buttons are gone', async () => !(await room.has('group', 'Ausgewählte Stelle')));
      assert.equal(await selected(room), '');
      assert.deepEqual(await highlights(room), []);
      await room.waitForTitle('Täglich Vollgas geben');
    });
  });

  test('the sheet of a highlight colours it, notes it and removes it; the focus returns', async () => {
    await visit({}, async (room) => {
      const words = await openWithWords(room);
      await dragOver(room, words);
      await waitForTools(room);
      await room.click('button', 'Gelb markieren');
      await room.click('button', `Markierung Gelb: „${words}“`);
      await room.find('dialog', 'Markierung');
      await room.click('radio', 'Blau');
      await waitForHighlights(room, [['blue', words]]);
      await room.write('textbox', 'Notiz zur Markierung', 'Nachfragen!');
      await room.click('button', 'Notiz speichern');
      const sign = await room.find('button', `Markierung Blau mit Notiz: „${words}“`);
      await until('the focus is back', () => sign.evaluate((node) => node === document.activeElement));
      await sign.press('Enter');
      await room.find('dialog', 'Markierung');
      await room.click('button', 'Markierung entfernen');
      await waitForHighlights(room, []);
      await room.click('button', 'Rückgängig');
      await waitForHighlights(room, [['blue', words]]);
    });
  });

  test('a hit of the search and a highlight on the same words are both seen', async () => {
    await visit({}, async (room) => {
      const words = await openWithWords(room);
      await dragOver(room, words);
      await waitForTools(room);
      await room.click('button', 'Rosa markieren');
      const word = words.split(' ').sort((a, b) => b.length - a.length)[0].replace(/[^\p{L}].*$/u, '');
      await room.write('combobox', 'Suche', word);
      await until('the word is found', async () => /von 16/.test(await room.status()));
      await room.click('link', article);
      await until('a mark that is both', async () => (await room.frame.$$('.selectable mark.highlight.found')).length > 0);
      assert.equal((await highlights(room)).map(([, part]) => part).join(''), words);
    });
  });

  test('on a narrow page the buttons are large enough for a finger and in sight', async () => {
    await visit({ viewport: { ...narrow, hasTouch: true, isMobile: false } }, async (room) => {
      await room.openArticle(article);
      await room.page.keyboard.press('h');
      const tools = await waitForTools(room);
      const box = await tools.boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= narrow.width, JSON.stringify(box));
      assert.ok(box.y + box.height <= narrow.height, JSON.stringify(box));
      const button = await (await room.find('button', 'Gelb markieren')).boundingBox();
      assert.ok(button.width >= 24 && button.height >= 24);
    });
  });
});
