// Fingers: targets large enough to be met (WCAG 2.5.8: 24 px; 44 px where the pointer is coarse), tapping, swiping.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { narrow, wide } from './support/room.mjs';
import { openEachSheet, openEachView } from './support/states.mjs';
import { inBrowsers } from './support/suite.mjs';
import { until, untilStill } from './support/wait.mjs';

// Runs in the page: what is too small to be met. Left out, as the criterion does: links within a sentence, what only the
// keyboard reaches, and bars of the timeline, which two sliders, two fields and a table do over again.
function findSmall(least) {
  const small = [];
  for (const element of document.querySelectorAll('#scene :is(a[href], button, input, textarea, [role="slider"], [role="option"])')) {
    if (element.closest('.skip, p, pre, td, [inert], .outside') || element.classList.contains('bar')) continue;
    const target = element.closest('label') ?? element;
    const { width, height, left, top } = target.getBoundingClientRect();
    if (width === 0 || height === 0) continue;
    const inside = document.elementFromPoint(left + width / 2, top + height / 2);
    if (!inside || !(target.contains(inside) || inside.contains(target))) continue; // scrolled away or covered
    if (Math.min(width, height) < least - 0.5) {
      small.push(`${element.localName} "${element.ariaLabel ?? element.textContent.trim()}" ${Math.round(width)} x ${Math.round(height)}`);
    }
  }
  return small;
}

async function expectTargets(room, least, state) {
  const small = (await room.frame.evaluate(findSmall, least)).filter((one) => !/"Woche ab/.test(one));
  assert.deepEqual(small, [], `${state}: smaller than ${least} px`);
}

inBrowsers('fingers', ({ visit, kind }) => {
  test('every target is at least 24 px large', async () => {
    await visit({}, async (room) => {
      await openEachView(room, (state) => expectTargets(room, 24, state));
      await room.openArticle('Bayern: Täglich Vollgas geben');
      await openEachSheet(room, (state) => expectTargets(room, 24, state));
    });
  });

  if (kind !== 'chromium') return; // Firefox's driver has no fingers

  const touched = (viewport) => ({ ...viewport, hasTouch: true, isMobile: true });

  test('where the pointer is coarse, every target is at least 44 px large', async () => {
    await visit({ viewport: touched(wide) }, async (room) => {
      await openEachView(room, (state) => expectTargets(room, 44, state));
      await room.openArticle('Bayern: Täglich Vollgas geben');
      await openEachSheet(room, (state) => expectTargets(room, 44, state));
    });
  });

  test('a tap opens an article, a swipe scrolls the list, and a drag over the timeline picks a range', async () => {
    await visit({ viewport: touched(narrow) }, async (room) => {
      const { touchscreen } = room.page;
      await touchscreen.touchStart(200, 700);
      for (let y = 680; y >= 400; y -= 20) await touchscreen.touchMove(200, y);
      await touchscreen.touchEnd();
      const list = await room.find('list', 'Artikel');
      await until('a scrolled list', () => list.evaluate((element) => element.scrollTop > 100));
      // A finger that comes down while the list still runs only stops it.
      await untilStill('the list has run out', () => list.evaluate((element) => element.scrollTop));
      await touchscreen.touchStart(100, 100);
      for (let x = 120; x <= 220; x += 10) await touchscreen.touchMove(x, 100);
      await touchscreen.touchEnd();
      await until('a range', async () => /von=.*bis=/.test(await room.hash()));
      await until('fewer articles', async () => /^[1-9]\d? von 16/.test(await room.status()));
      await until('the list begins anew', () => list.evaluate((element) => element.scrollTop === 0));
      await untilStill('the page is drawn', async () => (await room.stats()).frames);
      const [headline] = await room.headlines();
      await (await room.find('link', headline)).tap();
      await room.waitForTitle(headline.replace(/^[^:]*: /, ''));
    });
  });
});
