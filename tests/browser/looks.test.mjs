// Pictures of the page for people to look at (build/screenshots), with a check that there is something on them.
// LESESAAL_BLESS=1 also renews the pictures in the README, assets/screenshots; ./scripts/screenshots does it.
import assert from 'node:assert/strict';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { coloursOf, decode, luminance } from './support/png.mjs';
import { buildFolder, narrow, rootFolder, wide } from './support/room.mjs';
import { inBrowsers } from './support/suite.mjs';
import { until, untilStill } from './support/wait.mjs';

const folder = join(buildFolder, 'screenshots');
const shownInReadme = join(rootFolder, 'assets/screenshots');
const sizes = { wide, narrow };

async function shoot(room, name) {
  await room.frame.evaluate(() => document.fonts.ready.then(() => true));
  await untilStill('the page is drawn', async () => (await room.stats()).frames);
  const bytes = await room.page.screenshot();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.png`), bytes);
  return decode(bytes);
}

function assertDrawn(image, size, isDark, what) {
  assert.deepEqual([image.width, image.height], [sizes[size].width, sizes[size].height]);
  const colours = coloursOf(image);
  assert.ok(colours.length > 150, `${what}: ${colours.length} colours`);
  assert.ok(colours[0].share < 0.9, `${what}: one colour covers ${Math.round(colours[0].share * 100)} %`);
  const mean = colours.reduce((sum, { colour, share }) => sum + luminance(colour) * share, 0);
  assert.ok(isDark ? mean < 0.3 : mean > 0.8, `${what}: mean luminance ${mean.toFixed(2)}`);
}

const states = {
  start: async () => {},
  article: async (room) => room.openArticle('Digitalisierung: Zehn-Punkte-Plan von Vitako'),
  search: async (room, size) => {
    if (size === 'narrow') await room.click('button', '‹ Zur Liste');
    await room.write('combobox', 'Suche', 'Verwaltung');
    await until('hits', async () => /^\d+ von 16/.test(await room.status()));
    if (size === 'narrow') return;
    const before = await room.status();
    await (await room.write('textbox', 'Von', '15.09.2025')).press('Enter');
    await until('fewer hits', async () => (await room.status()) !== before);
    await room.click('link', (await room.headlines())[1]);
    await until('marks in the article', async () => (await room.frame.$$('article mark')).length > 0);
    // The date field stands far down in the rail.
    await room.page.mouse.move(100, 500);
    await room.page.mouse.wheel({ deltaY: -3000 });
  },
};

inBrowsers('looks', ({ visit, kind }) => {
  for (const scheme of kind === 'chromium' ? ['light', 'dark'] : ['light']) {
    for (const size of Object.keys(sizes)) {
      test(`pictures of the ${size} page, ${scheme}, have something on them`, async () => {
        await visit({ viewport: sizes[size] }, async (room) => {
          if (kind === 'chromium') await room.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          for (const [state, arrange] of Object.entries(states)) {
            await arrange(room, size);
            await room.page.mouse.move(2, 2);
            const name = `${kind}-${size}-${scheme}-${state}`;
            assertDrawn(await shoot(room, name), size, scheme === 'dark', name);
          }
        });
        if (process.env.LESESAAL_BLESS === '1' && kind === 'chromium') {
          await mkdir(shownInReadme, { recursive: true });
          const state = size === 'wide' ? 'search' : 'article';
          await copyFile(join(folder, `chromium-${size}-${scheme}-${state}.png`), join(shownInReadme, `${size}-${scheme}.png`));
        }
      });
    }
  }
});
