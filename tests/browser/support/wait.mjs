// Waiting for conditions. Nothing in the tests waits for time to pass, but for what the reader would see.
import { setTimeout as pause } from 'node:timers/promises';

const lookAgainAfterMs = 40;
// Elements come and go while the page draws; looking once more answers that.
const passing = /detached|no such node|stale|Execution context|Cannot find context|Node with given id|not attached|no such element|not clickable|not visible/i;

// Looks until `look` gives something true and returns that. `what` says in words what was awaited; a function is asked at
// the end, so that the message tells what was there instead.
export async function until(what, look, withinMs = 15_000) {
  const end = Date.now() + withinMs;
  for (let reason = ''; ; ) {
    try {
      const value = await look();
      if (value) return value;
      reason = '';
    } catch (error) {
      if (!passing.test(error.message)) throw error;
      reason = ` (${error.message})`;
    }
    if (Date.now() > end) {
      const words = typeof what === 'function' ? await what() : what;
      throw new Error(`Waited ${withinMs / 1000} s in vain: ${words}${reason}`);
    }
    await pause(lookAgainAfterMs);
  }
}

// The value when it has been the same `times` times in a row.
export async function untilStill(what, look, times = 8) {
  let last;
  let count = 0;
  await until(what, async () => {
    const now = JSON.stringify(await look());
    count = now === last ? count + 1 : 0;
    last = now;
    return count >= times;
  });
  return JSON.parse(last);
}

// No-break spaces are typography; the tests speak of words.
export const plain = (text) => text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('\u00ad', '').replaceAll(/\s+/g, ' ').trim();
