// Damaged files: the page names the part, and the reader's own data stays.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { endingIn, withCutBlock, withFlippedByte, withGzip, withNewBlock, withNewerSchema, writeAltered } from './support/altered_pages.mjs';
import { builtPage } from './support/room.mjs';
import { inBrowsers } from './support/suite.mjs';
import { until } from './support/wait.mjs';

const ways = {
  'a flipped byte': withFlippedByte, 'a cut': withCutBlock, 'the end of the file': endingIn, 'a newer schema': withNewerSchema,
};
const article = 'Bayern: Täglich Vollgas geben';

// Told as an alert, in a sentence that names the block, to sighted readers too.
async function untilNamed(room, block) {
  await until(async () => `an alert that names ${block}; alerts: ${await room.texts('alert')}`, async () => {
    const alerts = await room.all('alert');
    for (const alert of alerts) {
      const [text, box] = [await alert.evaluate((element) => element.innerText), await alert.boundingBox()];
      if (text.includes(`„${block}“`) && /\.$/.test(text.trim()) && box?.width > 100 && box.height > 10) return true;
    }
    return false;
  });
}

inBrowsers('damage', ({ visit, world }) => {
  let folder;
  before(async () => { folder = await mkdtemp(join(tmpdir(), 'lesesaal-damage-')); });
  after(() => rm(folder, { recursive: true, force: true }));

  const opened = async (room) => (await room.all('alert')).length > 0;
  const damaged = (block, way) => writeAltered(join(folder, `${block}-${way.replaceAll(' ', '-')}.html`), ways[way], block);
  // A damaged page may complain in the console, and nowhere else.
  const visitDamaged = (options, body) => visit({ isOpen: opened, ...options }, async (room) => {
    await body(room);
    room.errors.length = 0;
  });

  for (const block of ['corpus', 'program', 'fonts.inter-regular']) {
    for (const way of ['a flipped byte', 'a cut']) {
      test(`${way} in ${block} is told in a sentence that names it`, async () => {
        await visitDamaged({ mode: 'file', file: damaged(block, way) }, (room) => untilNamed(room, block));
      });
    }
  }

  for (const way of ['a flipped byte', 'a cut']) {
    test(`${way} in a corpus that an earlier version packed with gzip is told in a sentence that names it`, async () => {
      const alter = (html) => ways[way](withGzip(html, 'corpus'), 'corpus');
      const file = writeAltered(join(folder, `gzip-${way.replaceAll(' ', '-')}.html`), alter, 'corpus');
      await visitDamaged({ mode: 'file', file }, (room) => untilNamed(room, 'corpus'));
    });
  }

  test('a corpus that an earlier version packed with gzip opens', async () => {
    await visit({ mode: 'file', file: writeAltered(join(folder, 'gzip.html'), withGzip, 'corpus') }, async (room) => {
      await room.waitForList();
      await room.expectHits(16);
    });
  });

  test('a corpus whose packing is damaged in name, length or sum is told in a sentence that names it', async () => {
    for (const [from, to] of [['data-encoding="zstd"', 'data-encoding="zstc"'], ['data-encoding="zstd"', ''], [/(?<=corpus" data-bytes=")./, (digit) => (digit === '9' ? '8' : '9')]]) {
      const file = writeAltered(join(folder, 'attribute.html'), (html) => html.replace(from, to), 'corpus');
      await visitDamaged({ mode: 'file', file }, (room) => untilNamed(room, 'corpus'));
    }
  });

  test('a file that ends in the middle is told, not shown as an empty page', async () => {
    await visitDamaged({ mode: 'file', file: damaged('corpus', 'the end of the file') }, async (room) => {
      await until('a sentence', async () => /beschädigt|fehlt/.test((await room.texts('alert')).join(' ')));
    });
  });

  for (const way of ['a flipped byte', 'a cut']) {
    test(`${way} in the notebook that came with the page is told, and the page opens all the same`, async () => {
      const alter = (html) => ways[way](withNewBlock(html, 'notebook', Buffer.from('{"v":1}'.repeat(100))), 'notebook');
      const file = writeAltered(join(folder, `notebook-${way.replaceAll(' ', '-')}.html`), alter, 'notebook');
      await visitDamaged({ mode: 'file', file }, async (room) => {
        await untilNamed(room, 'notebook');
        await room.waitForList();
        await room.expectHits(16);
      });
    });
  }

  test('a collection of a newer schema is told with both versions, not guessed at', async () => {
    await visitDamaged({ mode: 'file', file: damaged('corpus', 'a newer schema') }, async (room) => {
      await until('a sentence', async () => /\b99\b.*\b4\b/.test((await room.texts('alert')).join(' ')));
      assert.equal(await room.has('list', 'Artikel'), false);
    });
  });

  for (const block of ['corpus', 'program', 'fonts.inter-regular']) {
    test(`bookmarks set before ${block} was damaged are there when the page is whole again`, async () => {
      world.server.show(builtPage);
      await visit({}, async (room) => {
        await room.openArticle(article);
        await room.click('button', 'Lesezeichen');
        await room.find('checkbox', 'Lesezeichen, 1 Artikel');
        await room.waitForText('Nur in diesem Browser');

        world.server.show(damaged(block, 'a flipped byte'));
        await room.goTo(room.address);
        await until('an alert', () => opened(room));
        await untilNamed(room, block);
        if (block === 'corpus') await room.waitForText('Ihr Lesezeichen ist erhalten');
        else assert.match(await room.text(), /Lesezeichen/);

        world.server.show(builtPage);
        await room.goTo(room.address);
        await room.waitForList();
        await room.find('checkbox', 'Lesezeichen, 1 Artikel');
        await room.openArticle(article);
        assert.equal(await (await room.find('button', 'Lesezeichen')).evaluate((button) => button.ariaPressed), 'true');
        room.errors.length = 0;
      });
    });
  }
});
