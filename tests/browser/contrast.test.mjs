// What the browser really shows: the text on the canvas, sampled from screenshots, in every theme. The tokens themselves are
// computed for every pair in tests/unit/ui/theme_test.cpp; here it is seen that they are what is drawn.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from './support/png.mjs';
import { inBrowsers } from './support/suite.mjs';
import { until, untilStill } from './support/wait.mjs';

// `steps`: how often "Nächste Farben" is pressed: automatic, light, dark, sepia, high contrast.
const themes = [
  { name: 'light', scheme: 'light', steps: 0, text: 4.5 },
  { name: 'dark', scheme: 'light', steps: 2, text: 4.5 },
  { name: 'sepia', scheme: 'light', steps: 3, text: 4.5 },
  { name: 'high contrast, light', scheme: 'light', steps: 4, text: 7 },
  { name: 'high contrast, dark', scheme: 'dark', steps: 4, text: 7 },
];
const surfaces = ['--ground', '--panel', '--rail', '--selected'];
// Letters of 12 px have strokes of little more than a pixel; where none lies on whole pixels, no pixel has the full colour.
const strokeShare = 0.75;

const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
function luminance(colour) {
  const [red, green, blue] = [16, 8, 0].map((shift) => linear(((colour >> shift) & 255) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(a, b) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}
const isNear = (a, b) => [16, 8, 0].every((shift) => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255)) <= 2);

const colourOf = (room, token) =>
  room.frame.evaluate((name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim(), token)
    .then((text) => Number.parseInt(text.slice(1), 16));

// Elements whose text the canvas draws: theirs is transparent.
const drawnLabels = (room) => room.frame.evaluate(() => {
  const isDrawn = (element) => /^rgba\(.*, 0\)$/.test(getComputedStyle(element).color) && !element.closest('.visible');
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 2);
  // Scrolled out of its pane, or a twin that only assistive technology meets.
  const isCut = (element, x, y) => {
    for (let around = element.parentElement; around.id !== 'scene'; around = around.parentElement) {
      const { left, top, right, bottom } = around.getBoundingClientRect();
      if (getComputedStyle(around).overflowY !== 'visible' && (x < left || x > right || y < top || y > bottom)) return true;
    }
    return false;
  };
  const labels = [];
  for (const element of document.querySelectorAll('#scene *')) {
    if (!hasText(element) || !isDrawn(element) || element.closest('table')) continue; // tables are twins of drawings
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const isOnPage = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    const isLine = right - left >= 16 && bottom - top >= 10 && bottom - top <= 60;
    if (isOnPage && isLine && !isCut(element, x, y) && !document.elementFromPoint(x, y)?.closest('.visible')) {
      labels.push({ text: element.textContent.trim(), left, top, right, bottom });
    }
  }
  return labels;
});

// Within the label's rectangle: the surface is what there is most of, the ink what stands out from it most.
function sample(image, { left, top, right, bottom }) {
  const counts = new Map();
  for (let y = Math.ceil(top); y < Math.floor(bottom); y++) {
    for (let x = Math.ceil(left); x < Math.floor(right); x++) {
      const colour = image.pixel(x, y);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  const [surface] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most));
  const strongest = Math.max(...[...counts.keys()].map((colour) => contrast(colour, surface)));
  return { surface, strongest };
}

inBrowsers('contrast', ({ visit, kind }) => {
  for (const { name, scheme, steps, text } of themes) {
    if (kind === 'firefox' && scheme === 'dark') continue; // its driver does not emulate a dark system
    test(`the text on the canvas stands out from its surface as promised: ${name}`, async () => {
      await visit({}, async (room) => {
        if (kind === 'chromium') await room.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        for (let step = 0; step < steps; step++) await room.click('button', 'Nächste Farben');
        await room.page.mouse.move(2, 2);
        const isDark = name.includes('dark');
        await until(`the theme ${name}`, async () => (luminance(await colourOf(room, '--ground')) < 0.2) === isDark);
        await untilStill('the page is drawn', async () => (await room.stats()).frames);

        const grounds = await Promise.all(surfaces.map((token) => colourOf(room, token)));
        const labels = await drawnLabels(room);
        assert.ok(labels.length > 30, `only ${labels.length} labels are found on the canvas`);
        const image = decode(await room.page.screenshot());
        for (const label of labels) {
          const { surface, strongest } = sample(image, label);
          const where = `"${label.text}" at ${Math.round(label.left)}, ${Math.round(label.top)}`;
          assert.ok(grounds.some((ground) => isNear(ground, surface)), `${where} stands on #${surface.toString(16)}, which is no surface`);
          assert.ok(strongest >= text * strokeShare, `${where} has a contrast of ${strongest.toFixed(2)}`);
        }
      });
    });
  }
});
