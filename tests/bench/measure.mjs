// What is measured in a browser.
import { readdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { pathToFileURL } from 'node:url';
import { inTemporaryFolder, launch } from '../browser/support/browsers.mjs';
import { Room } from '../browser/support/room.mjs';
import { until } from '../browser/support/wait.mjs';
import { brush, rest, scroll, type } from './journeys.mjs';

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
export const median = (values) => quantile(values, 0.5);

// In a browser of its own with an empty profile: milliseconds from navigation to what `look` waits for in the page.
async function timeOpening(kind, file, look) {
  return inTemporaryFolder(async (profile) => {
    const browser = await launch(kind, { profile });
    try {
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 800 });
      await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
      return await until('the first picture', () => page.evaluate(look), 60_000);
    } finally {
      await browser.close();
    }
  });
}

const lookForList = () => window.lesesaal?.stats().firstListMs;
const lookForClear = () => window.clearedMs;

// In turn, so that what slows the machine for a while slows both.
export async function measureOpening(kind, { file, plain, runs }) {
  const times = { list: [], plain: [] };
  for (let run = 0; run < runs; run++) {
    times.plain.push(await timeOpening(kind, plain, lookForClear));
    times.list.push(await timeOpening(kind, file, lookForList));
  }
  return { ...times, listMs: median(times.list), plainMs: median(times.plain), ratio: median(times.list) / median(times.plain) };
}

const queries = `Verwaltung Digitalisierung Kommune Hessen Bayern Bund OZG Daten Land Dienst Register Plattform Portal Souveränität
  Bürokratie Genossenschaft Wiesbaden Bremen Standard Gesetz Schule Pilot Strategie Modell Reform Kon digi ver komm so e
  xylophon`.split(/\s+/).concat(['digitale Souveränität', 'Bund Land', 'Kommunen Bayern', 'Verwaltung gemeinsam', 'Daten Schule',
  '"digitale Verwaltung"', 'der die das', 'Hessen Wiesbaden Pilot']);
export const queryCount = queries.length;

// Runs in the page: each query as the box would give it, after the frame that answers the one before.
async function askAll(texts) {
  const field = document.querySelector('input[type="search"]');
  const frame = () => new Promise((resolve) => { requestAnimationFrame(() => resolve()); });
  const times = [];
  for (const text of texts) {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
    await frame();
    times.push(window.lesesaal.stats().queryMs);
    await frame();
  }
  return times;
}

// Longer words and shorter, frequent and rare ones.
const typedWords = ['Verwaltung', 'Hessen', 'digital', 'Bürgerportal', 'Register', 'Kommunen', 'Souveränität'];

function spreadOf(times) {
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), max: Math.max(...times) };
}

// Without a graphics card Chromium's drawing takes the same processors as the page, and a frame would seem to last as long
// as it waits for them. The page goes first, as it does where the card draws: by as much as the system allows.
async function letPageGoFirst(browser) {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  for (const { id } of processInfo.filter(({ type }) => type === 'GPU')) {
    for (const thread of readdirSync(`/proc/${id}/task`)) setPriority(Number(thread), constants.priority.PRIORITY_LOW);
  }
  // A process has the number of its first thread, which is the one that runs the page.
  for (const { id } of processInfo.filter(({ type }) => type === 'renderer')) {
    try {
      setPriority(id, constants.priority.PRIORITY_HIGHEST);
    } catch {
      // Only the administrator may.
    }
  }
}

// One page that stays open, through all that a reader does with it.
export async function measureUse(kind, { file, frames, rounds, idleMs }) {
  // Firefox rounds its clock to whole milliseconds otherwise.
  const browser = await launch(kind, { settings: { 'privacy.reduceTimerPrecision': false } });
  try {
    const room = await Room.open(browser, { mode: 'file', file });
    const { firstListMs } = await room.stats();
    if (kind === 'chromium') await letPageGoFirst(browser);
    const scrolling = await scroll(room, frames);
    const brushing = await brush(room, frames);
    const typing = await type(room, typedWords);
    const idle = await rest(room, idleMs);
    const times = [];
    await room.frame.evaluate(askAll, queries); // a round to warm up
    for (let round = 0; round < rounds; round++) times.push(...(await room.frame.evaluate(askAll, queries)));
    const { heapBytes } = await room.stats();
    return {
      firstListMs, heapBytes, idle, scrolling, brushing,
      typing: { ...typing, toPictureMs: spreadOf(typing.times) },
      queries: times.length, queryMs: spreadOf(times),
    };
  } finally {
    await browser.close();
  }
}
