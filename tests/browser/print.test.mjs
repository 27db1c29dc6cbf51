// What comes out of the printer: the article and nothing of the interface.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inTemporaryFolder } from './support/browsers.mjs';
import { linesOf } from './support/pdf.mjs';
import { distFolder, rootFolder } from './support/room.mjs';
import { inBrowsers } from './support/suite.mjs';
import { until } from './support/wait.mjs';

const [, ...rest] = readFileSync(join(rootFolder, 'assets/corpus/kommune21.txt'), 'utf8').split('\n');
// The full article: its paragraphs and headings, up to the line with its source.
const paragraphs = rest.slice(0, rest.findIndex((line) => line.startsWith('Quelle: ')) + 1);
const long = 'Vitako: Mitgliederversammlung in Bremen';
const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Pressespiegel',
  language: 'de',
  items: [{
    id: '1', title: 'Bremen: Registermodernisierung kommt voran', url: 'https://www.example.org/2025/register?id=7#absatz-2',
    date_published: '2025-10-23T08:00:00+02:00', authors: [{ name: 'Beispielblatt' }],
    content_text: 'Die Verwaltungsdigitalisierung braucht Registerdaten.\n\nDie Zusammenarbeit der Verwaltungsgemeinschaften wird einfacher.',
  }],
};

// Without what lines and pages divide: blanks, and hyphens at their ends.
const squeeze = (text) => text.normalize('NFKC').replaceAll(/[\s\u00ad\u2010\u2011-]+/g, '');

async function printed(room) {
  const pages = await linesOf(await room.page.pdf({ format: 'A4', printBackground: true }));
  assert.ok(pages.length >= 1 && pages.every((lines) => lines.length > 0), 'an empty page');
  return pages;
}

function assertText(pages, expected) {
  const lines = pages.flat();
  for (const line of lines) assert.ok(!line.slice(0, -1).includes('\u00ad'), `a break point where no line ends: ${line}`);
  assert.equal(squeeze(lines.join('')), squeeze(expected.join('')), lines.join('\n'));
}

inBrowsers('printing', ({ visit }) => {
  test('a long article is printed whole: kicker, title, dateline and every paragraph, and not a word more', async () => {
    await visit({}, async (room) => {
      await room.openArticle(long);
      assert.ok(paragraphs.length > 10, `${paragraphs.length} paragraphs`);
      const head = ['Vitako', 'Mitgliederversammlung in Bremen', '14.–15. November 2019 (aus dem Text erschlossen) · Kommune21 · 3 Min. Lesezeit'];
      assertText(await printed(room), [...head, ...paragraphs]);
    });
  });

  test('filters, marks, a sheet, a note and dark colours change nothing on paper', async () => {
    await visit({}, async (room) => {
      await room.openArticle('BMDS: „Wir haben Wildwuchs entwickelt.“');
      const plainly = (await printed(room)).flat().join('\n');
      assert.match(plainly, /^BMDS\n„Wir haben Wildwuchs entwickelt\.“\n8\. Oktober 2025 · Kommune21/);
      await room.write('combobox', 'Suche', 'Verwaltung');
      await until('hits', async () => /^\d+ von 16/.test(await room.status()));
      await until('marks in the text', () => room.frame.$('main article mark'));
      await room.click('button', 'Notiz');
      await room.write('textbox', 'Notiz zu diesem Artikel', 'Nachlesen!');
      await room.click('button', 'Notiz speichern');
      await room.waitForText('Notiz gespeichert.');
      for (const name of ['Dunkel', 'Hoher Kontrast']) {
        await room.click('button', 'Einstellungen');
        await room.click('radio', name);
        assert.equal((await printed(room)).flat().join('\n'), plainly);
        await room.page.keyboard.press('Escape');
      }
    });
  });

  test('with the way to the source stands its whole address', async () => {
    await inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'feed.json'), JSON.stringify(feed));
      const file = join(folder, 'room.html');
      execFileSync(join(distFolder, 'lesesaal'), ['pack', join(folder, 'feed.json'), '-o', file, '--template', join(distFolder, 'lesesaal-template.html')]);
      await visit({ mode: 'file', file }, async (room) => {
        await room.openArticle('Bremen: Registermodernisierung kommt voran');
        const [item] = feed.items;
        const text = squeeze((await printed(room)).flat().join(''));
        for (const part of ['Bremen', 'Registermodernisierung kommt voran', '23. Oktober 2025', 'Artikel bei der Quelle öffnen', item.url, ...item.content_text.split('\n\n')]) {
          assert.ok(text.includes(squeeze(part)), `"${part}" is missing in: ${text}`);
        }
        assert.doesNotMatch(text, /Filterzurücksetzen|Lesezeichen|Zitieren|Einstellungen/);
      });
    });
  });

  test('the button asks the browser to print, once', async () => {
    await visit({}, async (room) => {
      await room.openArticle(long);
      await room.frame.evaluate(() => {
        window.printedTimes = 0;
        window.print = () => { window.printedTimes++; };
      });
      await room.click('button', 'Drucken');
      await until('a print', () => room.frame.evaluate(() => window.printedTimes === 1));
      await room.page.keyboard.press('d');
      await until('another by its key', () => room.frame.evaluate(() => window.printedTimes === 2));
    });
  });
});
