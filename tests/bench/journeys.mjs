// What a reader does with the page while it is measured: nothing, scrolling, brushing, typing.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { untilStill } from '../browser/support/wait.mjs';

const countersOf = async (room) => {
  const { frames, wakeups } = await room.stats();
  // The second is counted around the browser's own function: the page's word is not enough.
  return { frames, wakeups, animationFrames: await room.frame.evaluate(() => window.seenByTest.animationFrames) };
};

// How many frames are drawn, and animation frames called, while nobody does anything.
export async function rest(room, ms) {
  const before = await untilStill('the counters stand still', () => countersOf(room));
  await pause(ms);
  const after = await countersOf(room);
  return { ms, frames: after.frames - before.frames, animationFrames: after.animationFrames - before.animationFrames };
}

// The program's own times of the frames that `act` makes.
async function framesOf(room, act) {
  const before = await room.stats();
  await act();
  await untilStill('all is drawn', async () => (await room.stats()).frames, 4);
  const { frames } = await room.stats();
  const drawn = frames - before.frames;
  assert.ok(drawn > 0, 'nothing was drawn');
  return { frames: drawn, ...(await room.frame.evaluate((count) => window.lesesaal.stats(count).ms, drawn)) };
}

const centreOf = async (element) => {
  const { x, y, width, height } = await element.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
};

// By the wheel, more down than up, and now and then far away, as by the scroll bar.
export async function scroll(room, frames) {
  const list = await room.find('list', 'Artikel');
  const { x, y } = await centreOf(list);
  await room.page.mouse.move(x, y);
  return framesOf(room, async () => {
    for (let i = 0; i < frames; i++) {
      await room.page.mouse.wheel({ deltaY: i % 100 < 70 ? 240 : -240 });
      const share = ((i * 37) % 100) / 100;
      if (i % 50 === 49) await list.evaluate((element, to) => { element.scrollTop = to * element.scrollHeight; }, share);
    }
    await list.evaluate((element) => { element.scrollTop = 0; });
  });
}

// A range drawn over the bars, made wider and narrower in small steps, again and again.
export async function brush(room, frames) {
  const region = await room.find('region', 'Zeitverlauf');
  const { x, y, width } = await region.boundingBox();
  const at = (share) => [x + width * share, y + 50];
  const { mouse } = room.page;
  const steps = 60;
  return framesOf(room, async () => {
    for (let round = 0; round * steps < frames; round++) {
      const begin = 0.1 + 0.1 * (round % 3);
      await mouse.move(...at(begin));
      await mouse.down();
      for (let step = 1; step <= steps; step++) {
        const out = 1 - Math.abs(1 - (2 * step) / steps);
        await mouse.move(...at(begin + 0.02 + 0.5 * out));
      }
      await mouse.up();
    }
    await room.frame.evaluate(() => { location.hash = ''; });
  });
}

// Runs in the page: for every key that changes the search box, from the time of its first event, as the browser stamped
// it, to the end of the frame that shows the answer. That end is looked for in a task of its own, which the browser runs
// after the frame's animation callbacks, style, layout and paint; and what the canvas was told must have been drawn.
function watchTyping() {
  if (window.typingOfBench) return;
  const watch = { times: [], isBusy: false, begin: 0 };
  window.typingOfBench = watch;
  const gl = document.querySelector('canvas').getContext('webgl2');
  const later = new MessageChannel();
  let framesBefore = 0;
  const look = () => requestAnimationFrame(() => later.port2.postMessage(0));
  later.port1.onmessage = () => {
    const { frames, isAnswered } = window.lesesaal.stats(1);
    if (frames === framesBefore || !isAnswered) return look();
    gl.finish();
    watch.times.push(performance.now() - watch.begin);
    watch.isBusy = false;
  };
  addEventListener('keydown', (event) => { watch.begin = event.timeStamp; }, { capture: true });
  addEventListener('beforeinput', (event) => {
    // A character without a key, as a dead key makes it, begins here.
    if (watch.begin === 0) watch.begin = event.timeStamp;
    watch.isBusy = true;
    framesBefore = window.lesesaal.stats(1).frames;
    look();
  }, { capture: true });
  addEventListener('keyup', () => { if (!watch.isBusy) watch.begin = 0; }, { capture: true });
}

// What the reader sees of an answer: the count, and the first rows.
const seen = () => {
  const rows = [...document.querySelectorAll('ul[aria-label="Artikel"] > li a')].slice(0, 3);
  return [document.querySelector('[role="status"]').textContent, ...rows.map((row) => row.textContent)].join(' | ');
};

// A fast typist's pace; what the page does after its answer falls into the time of the next key when it takes longer.
const keyMs = 90;

// Words letter by letter; each is taken out again before the next.
export async function type(room, words) {
  await room.frame.evaluate(watchTyping);
  const field = await room.find('combobox', 'Suche');
  await field.focus();
  const { keyboard } = room.page;
  const times = [];
  const press = async (key) => {
    const due = performance.now() + keyMs;
    await (key.length > 1 || /[a-zA-Z]/.test(key) ? keyboard.press(key) : keyboard.sendCharacter(key));
    await room.frame.waitForFunction(() => !window.typingOfBench.isBusy, { polling: 5 });
    const shown = await room.frame.evaluate(seen);
    await pause(Math.max(0, due - performance.now()));
    assert.equal(await room.frame.evaluate(seen), shown, `after “${key}” the answer changed once more, unmeasured`);
  };
  const frames = await framesOf(room, async () => {
    for (const word of words) {
      for (const letter of word) await press(letter);
      times.push(...(await room.frame.evaluate(() => window.typingOfBench.times.splice(0))));
      await room.chord('Control', 'a');
      await press('Backspace');
      await room.frame.evaluate(() => window.typingOfBench.times.splice(0));
    }
  });
  return { ...frames, keys: times.length, times };
}
