// How the room looks and reads: chosen by the reader, seen in the article, kept; and where one stopped reading.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inBrowsers } from './support/suite.mjs';
import { plain, until, untilStill } from './support/wait.mjs';

const long = 'Vitako: Mitgliederversammlung in Bremen';
const other = 'Bayern: Täglich Vollgas geben';

async function openSettings(room) {
  await room.click('button', 'Einstellungen');
  return room.find('dialog', 'Einstellungen');
}

async function close(room) {
  await room.page.keyboard.press('Escape');
  await until('no sheet', async () => (await room.all('dialog')).length === 0);
}

// Of a paragraph of the article, as the browser sets it.
function look(room) {
  return room.frame.evaluate(() => {
    const paragraph = [...document.querySelectorAll('main article p')].find((one) => one.textContent.length > 200);
    const style = getComputedStyle(paragraph);
    const size = parseFloat(style.fontSize);
    return {
      size, width: paragraph.getBoundingClientRect().width / size, leading: parseFloat(style.lineHeight) / size, face: style.fontFamily.split(',')[0].replaceAll(/["']/g, ''),
      ink: style.color, ground: getComputedStyle(paragraph.closest('.scroller')).backgroundColor, scheme: getComputedStyle(document.documentElement).colorScheme,
    };
  });
}

async function waitForLook(room, what, isRight) {
  let seen;
  await until(() => `${what}; it is ${JSON.stringify(seen)}`, async () => isRight(seen = await look(room)));
  return seen;
}

const near = (a, b, by = 0.02) => Math.abs(a - b) < by;
const isChecked = async (room, name) => (await room.find('radio', name)).evaluate((radio) => radio.checked);

// How much is between ink and ground, by WCAG.
function contrast({ ink, ground }) {
  const [light, dark] = [ink, ground].map((colour) => {
    const [r, g, b] = colour.match(/\d+/g).map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

// The distance from the article's top, and how far there is to go.
function scrollOf(room) {
  return room.frame.evaluate(() => {
    const pane = document.querySelector('main article').closest('.scroller');
    return { top: pane.scrollTop, max: pane.scrollHeight - pane.clientHeight };
  });
}

inBrowsers('settings', ({ visit }) => {
  test('size, width, line height and typeface set the article at once, and are kept', async () => {
    await visit({ viewport: { width: 1600, height: 1000 } }, async (room) => {
      await room.openArticle(long);
      const before = await look(room);
      assert.equal(before.face, 'Noto Serif');
      await openSettings(room);
      const press = (group, name) => room.click('button', `${group}: ${name}`);
      await press('Schriftgröße', 'Größer');
      await press('Schriftgröße', 'Größer');
      await waitForLook(room, 'letters 20 % larger', ({ size }) => near(size, before.size * 1.2));
      await press('Zeilenbreite', 'Schmaler');
      await press('Zeilenbreite', 'Schmaler');
      await press('Zeilenbreite', 'Schmaler');
      const narrow = await waitForLook(room, 'shorter lines', ({ width }) => near(width, before.width * 51 / 66, 0.5));
      await press('Zeilenabstand', 'Größer');
      const wide = await waitForLook(room, 'more room between lines', ({ leading }) => leading > before.leading + 0.02);
      for (const [name, face] of [['Ohne Serifen', 'Inter'], ['Mit Serifen', 'Noto Serif'], ['Besonders lesbar', 'Atkinson Hyperlegible']]) {
        await room.click('radio', name);
        await waitForLook(room, name, (seen) => seen.face === face);
      }
      await until('the face is really there', () => room.frame.evaluate(() => document.fonts.check('16px "Atkinson Hyperlegible"')
        && [...document.fonts].some(({ family, status }) => /Atkinson/.test(family) && status === 'loaded')));
      await close(room);

      await room.reload();
      await room.waitForTitle('Mitgliederversammlung in Bremen');
      const kept = await waitForLook(room, 'the look from before', ({ face }) => face === 'Atkinson Hyperlegible');
      assert.ok(near(kept.size, before.size * 1.2) && near(kept.width, narrow.width, 0.5) && near(kept.leading, wide.leading), JSON.stringify(kept));
      await openSettings(room);
      for (const text of ['120 %', '51 Zeichen']) await room.waitForText(text);
      assert.equal(await isChecked(room, 'Besonders lesbar'), true);
    });
  });

  test('an end of the scale is an end: the button says so and nothing more happens', async () => {
    await visit({}, async (room) => {
      await room.openArticle(long);
      await openSettings(room);
      const smaller = await room.find('button', 'Schriftgröße: Kleiner');
      const isAtEnd = () => smaller.evaluate((button) => button.getAttribute('aria-disabled') === 'true');
      for (let i = 0; i < 10 && !(await isAtEnd()); i++) {
        const { size } = await look(room);
        await smaller.click();
        await waitForLook(room, 'smaller letters', (seen) => seen.size < size);
      }
      assert.equal(await isAtEnd(), true);
      await room.waitForText('80 %');
      await smaller.click();
      await close(room);
      for (const key of ['+', '-', '-']) await room.page.keyboard.press(key);
      await openSettings(room);
      await room.waitForText('80 %');
    });
  });

  test('every theme colours the article and can be read; the chosen one is kept', async () => {
    await visit({}, async (room) => {
      await room.openArticle(long);
      await openSettings(room);
      const grounds = new Set();
      for (const [name, scheme, ratioMin] of [['Hell', 'light', 7], ['Dunkel', 'dark', 7], ['Sepia', 'light', 7], ['Hoher Kontrast', 'light', 20]]) {
        await room.click('radio', name);
        const seen = await waitForLook(room, name, ({ ground, scheme: now }) => now === scheme && !grounds.has(ground));
        grounds.add(seen.ground);
        assert.ok(contrast(seen) >= ratioMin, `${name}: ${contrast(seen)}`);
      }
      await room.click('radio', 'Sepia');
      await until('Sepia', async () => isChecked(room, 'Sepia'));
      const sepia = await waitForLook(room, 'Sepia again', ({ ground }) => ground === [...grounds][2]);
      await close(room);
      await room.reload();
      await waitForLook(room, 'Sepia after a reload', ({ ground }) => ground === sepia.ground);
      await room.click('button', 'Nächste Farben');
      await waitForLook(room, 'the next', ({ ground }) => ground === [...grounds][3]);
    });
  });

  test('a compact list has lower rows without the beginning of the text, and is kept', async () => {
    await visit({}, async (room) => {
      const heightOfRow = async () => (await room.items())[0].evaluate((row) => row.getBoundingClientRect().height);
      const before = await heightOfRow();
      await openSettings(room);
      await room.click('radio', 'Kompakt');
      await close(room);
      await until('lower rows', async () => (await heightOfRow()) < before * 0.7);
      assert.equal((await room.all('paragraph', await room.find('list', 'Artikel'))).length, 0);
      assert.equal((await room.headlines()).length, 16);
      await room.reload();
      await until('lower rows', async () => (await heightOfRow()) < before * 0.7);
    });
  });

  test('every article is opened where reading it stopped, also after a reload', async () => {
    await visit({}, async (room) => {
      await room.openArticle(long);
      const { max } = await scrollOf(room);
      assert.ok(max > 300, `${max} px to scroll`);
      await (await room.find('article', '')).hover();
      await room.page.mouse.wheel({ deltaY: 300 });
      await until('a scrolled article', async () => (await scrollOf(room)).top > 100);
      const { top } = await untilStill('the scrolling has ended', () => scrollOf(room));
      const isBack = async () => Math.abs((await scrollOf(room)).top - top) < max * 0.02 + 3;
      await room.openArticle(other);
      assert.equal((await scrollOf(room)).top, 0);
      await room.openArticle(long);
      await until(async () => `${top} px; it is ${(await scrollOf(room)).top}`, isBack);
      await room.reload();
      await room.waitForTitle('Mitgliederversammlung in Bremen');
      await until(async () => `${top} px after a reload; it is ${(await scrollOf(room)).top}`, isBack);
      await room.openArticle(other);
      await room.openArticle(long);
      await until(async () => `${top} px once more; it is ${(await scrollOf(room)).top}`, isBack);
    });
  });

  test('figures at either end of the trends and in the middle lead to as many articles as they say, and back', async () => {
    await visit({ hash: '#seite=trends' }, async (room) => {
      await room.find('heading', 'Trends der Sammlung');
      const table = await room.find('table', 'Themen im Zeitverlauf');
      const names = (await room.names('button', table)).filter((name) => / Artikel$/.test(name) && !/ 0 Artikel$/.test(name));
      assert.ok(names.length > 8, names.join(' | '));
      // The last column of the first rows, the totals, and one from the middle.
      for (const name of new Set([names[0], names[names.length >> 1], names.at(-1)])) {
        const count = Number(/(\d+) Artikel$/.exec(name)[1]);
        await (await room.find('button', name, await room.find('table', 'Themen im Zeitverlauf'))).click();
        await room.expectHits(count);
        assert.notEqual(plain(await room.title()), 'Trends der Sammlung');
        await room.frame.evaluate(() => history.back());
        await room.find('heading', 'Trends der Sammlung');
      }
    });
  });
});
