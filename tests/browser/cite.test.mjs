// How an article is cited, and the link that leads to it: what is copied and saved.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { inTemporaryFolder } from './support/browsers.mjs';
import { pasted } from './support/clipboard.mjs';
import { modes, modeTitles } from './support/room.mjs';
import { inBrowsers } from './support/suite.mjs';
import { plain, until } from './support/wait.mjs';

const article = 'Bayern: Täglich Vollgas geben';
// What a file of the format is called, and how it begins.
const formats = {
  'Deutscher Stil': { extension: 'txt', beginning: /^„/ },
  BibTeX: { extension: 'bib', beginning: /^@/ },
  RIS: { extension: 'ris', beginning: /^TY/ },
  'CSL-JSON': { extension: 'json', beginning: /^\[/ },
};

async function uidOf(room) {
  return /^#a=([0-9a-f]{16})$/.exec(await room.hash())[1];
}

async function openSheet(room, headline) {
  await room.openArticle(headline);
  await room.click('button', 'Zitieren');
  return room.find('dialog', 'Artikel zitieren');
}

async function copyAs(room, format) {
  await room.click('button', `Kopieren: ${format}`);
  await room.waitForText('Zitat kopiert.');
  let text = '';
  await until(
    () => `${format} in the clipboard; there is: ${text.slice(0, 100)}`,
    async () => formats[format].beginning.test(text = await pasted(room)),
  );
  return text;
}

// What is in the file, when all of it is there.
async function saveAs(room, format, folder) {
  await room.click('button', `Herunterladen: ${format}`);
  await room.waitForText('Datei gespeichert.');
  const name = `artikel-${await uidOf(room)}.${formats[format].extension}`;
  await until(
    async () => `a file ${name}; there are: ${(await readdir(folder)).join(', ') || 'none'}`,
    async () => (await readdir(folder)).includes(name) && (await readFile(join(folder, name))).length > 0,
  );
  return readFile(join(folder, name), 'utf8');
}

// One entry; every value in balanced braces.
function readBibtex(text) {
  const [, kind, key, lines] = /^@(\w+)\{([^\s,{}]+),\n((?: {2}\w+ += \{.*\},\n)+)\}\n$/.exec(text) ?? assert.fail(`no BibTeX: ${text}`);
  const fields = {};
  for (const [, name, value] of lines.matchAll(/^ {2}(\w+) += \{(.*)\},$/gm)) {
    let depth = 0;
    for (const character of value) {
      depth += { '{': 1, '}': -1 }[character] ?? 0;
      assert.ok(depth >= 0, `braces of ${name}: ${value}`);
    }
    assert.equal(depth, 0, `braces of ${name}: ${value}`);
    assert.ok(!(name in fields), `${name} stands twice`);
    fields[name] = value;
  }
  return { kind, key, fields };
}

// One record of two-letter tags, from TY to ER.
function readRis(text) {
  const lines = text.split(/\r?\n/);
  assert.equal(lines.pop(), '');
  const pairs = lines.map((line) => (/^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line) ?? assert.fail(`no RIS: ${line}`)).slice(1));
  assert.equal(pairs[0][0], 'TY');
  assert.deepEqual(pairs.at(-1), ['ER', '']);
  return Object.fromEntries(pairs);
}

inBrowsers('citing', ({ visit }) => {
  test('the sheet shows the citation; each of four formats is copied whole and well-formed, and saved the same', async () => {
    await inTemporaryFolder(async (downloads) => {
      await visit({ downloads }, async (room) => {
        const sheet = await openSheet(room, article);
        const uid = await uidOf(room);
        assert.deepEqual(await room.names('group', sheet), Object.keys(formats));
        const cited = {};
        for (const format of Object.keys(formats)) {
          cited[format] = await copyAs(room, format);
          const saved = await saveAs(room, format, downloads);
          assert.equal(saved.replaceAll('\r\n', '\n'), cited[format]);
        }

        const shown = plain(await (await room.all('paragraph', sheet))[0].evaluate((node) => node.textContent));
        assert.equal(plain(cited['Deutscher Stil']), shown);
        assert.match(shown, /^„Täglich Vollgas geben“\. In: Kommune21, 9\. Oktober 2025\./);

        const bibtex = readBibtex(cited.BibTeX);
        assert.equal(bibtex.kind, 'article');
        assert.equal(bibtex.key, `taeglich2025-${uid.slice(0, 6)}`);
        const { title, titleaddon, journaltitle, date, langid } = bibtex.fields;
        assert.deepEqual([title, titleaddon, journaltitle, date, langid],
          ['{Täglich Vollgas geben}', 'Bayern', 'Kommune21', '2025-10-09', 'ngerman']);

        const ris = readRis(cited.RIS);
        assert.deepEqual([ris.TY, ris.TI, ris.T2, ris.PY, ris.DA, ris.LA, ris.ID],
          ['NEWS', 'Täglich Vollgas geben', 'Kommune21', '2025', '2025/10/09/', 'de', uid]);
        assert.match(ris.Y2, /^\d{4}\/\d\d\/\d\d\/$/);

        const [item, ...others] = JSON.parse(cited['CSL-JSON']);
        assert.deepEqual(others, []);
        assert.deepEqual([item.id, item.type, item.title, item['container-title'], item.language],
          [uid, 'article-newspaper', 'Täglich Vollgas geben', 'Kommune21', 'de']);
        assert.deepEqual(item.issued['date-parts'], [[2025, 10, 9]]);
        assert.equal(item.accessed['date-parts'][0].length, 3);
      });
    });
  });

  test('an article whose date stands in its prose says so in every format', async () => {
    await inTemporaryFolder(async (downloads) => {
      await visit({ downloads }, async (room) => {
        await openSheet(room, 'Vitako: Mitgliederversammlung in Bremen');
        const german = await saveAs(room, 'Deutscher Stil', downloads);
        assert.match(plain(german), /^„Mitgliederversammlung in Bremen“\. In: Kommune21, \[14\.–15\. November 2019\]\./);
        const { fields } = readBibtex(await saveAs(room, 'BibTeX', downloads));
        assert.equal(fields.date, '2019-11-14/2019-11-15');
        const ris = readRis(await saveAs(room, 'RIS', downloads));
        assert.equal(plain(ris.DA), '2019/11/14/bis 15. November 2019');
        const [item] = JSON.parse(await saveAs(room, 'CSL-JSON', downloads));
        assert.deepEqual(item.issued['date-parts'], [[2019, 11, 14], [2019, 11, 15]]);
        assert.ok(fields.note.length > 10, fields.note);
        assert.deepEqual([ris.N1, item.note], [fields.note, fields.note]);
      });
    });
  });

  for (const mode of modes) {
    test(`opened ${modeTitles[mode]}, the copied link leads a fresh page to the article, without the filters of here`, async () => {
      let link;
      await visit({ mode }, async (room) => {
        await room.clickBeginning('checkbox', 'Bayern,');
        await room.openArticle(article);
        await room.click('button', 'Link kopieren');
        await room.waitForText('Link kopiert.');
        link = await pasted(room);
        const own = await room.frame.evaluate(() => location.href.split('#')[0]);
        assert.match(link.slice(own.length), /^#a=[0-9a-f]{16}$/);
        assert.equal(link.slice(0, own.length), own);
      });
      await visit({ mode, hash: new URL(link).hash }, async (room) => {
        await room.waitForTitle('Täglich Vollgas geben');
        await room.expectHits(16);
      });
    });
  }
});
