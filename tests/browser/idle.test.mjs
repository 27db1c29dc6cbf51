// A page nobody touches does nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { inBrowsers } from './support/suite.mjs';
import { until, untilStill } from './support/wait.mjs';

const idleMs = 10_000;

async function countersOf(room) {
  const { frames, wakeups } = await room.stats();
  // The second is counted by the test itself, around the browser's own function.
  return { frames, wakeups, animationFrames: await room.frame.evaluate(() => window.seenByTest.animationFrames) };
}

inBrowsers('rest', ({ visit }) => {
  test('for ten seconds no frame is drawn and no animation frame is asked for, after opening, reading and pointing', async () => {
    await visit({}, async (opened) => {
      await visit({}, async (used) => {
        await used.page.bringToFront();
        await used.write('searchbox', 'Suche', 'Land');
        await until('hits', async () => /von 16/.test(await used.status()));
        await used.openArticle((await used.headlines())[0]);
        await used.page.mouse.move(400, 300);
        for (const room of [opened, used]) await untilStill('the counters stand still', () => countersOf(room));
        const before = [await countersOf(opened), await countersOf(used)];
        assert.ok(before[1].frames > before[0].frames, 'using the page draws frames');
        assert.ok(before[0].animationFrames > 0 && before[0].wakeups > 0, 'the counters count');
        // The one wait for time in these tests: doing nothing is what is tested.
        await pause(idleMs);
        assert.deepEqual([await countersOf(opened), await countersOf(used)], before);
        await used.page.mouse.move(420, 350);
        await until('a moved pointer draws again', async () => (await countersOf(used)).frames > before[1].frames);
      });
    });
  });
});
