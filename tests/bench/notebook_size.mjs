// What a notebook of many operations costs: the start beside that of an empty one, and a bookmark until it is kept.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32 } from 'node:zlib';
import { inTemporaryFolder, launch, titles } from '../browser/support/browsers.mjs';
import { builtPage, distFolder, Room, wide } from '../browser/support/room.mjs';
import { until } from '../browser/support/wait.mjs';
import { median, quantile } from './measure.mjs';

const aims = { startMs: 100, keptMs: 20 };
const runs = 5;
const marksMeasured = 100;

// Single records as src/notebook/operation.h writes them, which is what years of marking would leave in the store.
function records(count, corpus) {
  const kinds = ['bookmark', 'read', 'tag', 'read', 'position'];
  return Array.from({ length: count }, (_, i) => {
    const kind = kinds[i % kinds.length];
    const value = { tag: `Thema ${i % 40}`, position: '0.500' }[kind];
    const operation = {
      clock: [1_700_000_000_000 + i, 0], corpus, kind, op: 'set', replica: `${(i % 60).toString(16).padStart(16, '0')}`,
      uid: (i >> 1).toString(16).padStart(16, '0'), v: 1, ...(value && { value }),
    };
    const sorted = (object) => JSON.stringify(Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1))));
    const crc = crc32(sorted(operation)).toString(16).padStart(8, '0');
    return [`${String(operation.clock[0]).padStart(15, '0')}-00000000-${operation.replica}`, sorted({ ...operation, crc })];
  });
}

const corpusOf = (page) => JSON.parse(execFileSync(join(distFolder, 'lesesaal'), ['inspect', page, '--json'])).meta.corpus_id;

// Runs in the page: into the store of its corpus, which it has opened already.
async function fill(corpus, entries) {
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('lesesaal');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const transaction = database.transaction('operations', 'readwrite');
  const encoder = new TextEncoder();
  for (const [key, text] of entries) transaction.objectStore('operations').put(encoder.encode(text), [corpus, key]);
  await new Promise((resolve) => { transaction.oncomplete = resolve; });
  database.close();
}

const storedRecords = () => new Promise((resolve) => {
  const opening = indexedDB.open('lesesaal');
  opening.onsuccess = () => {
    const counting = opening.result.transaction('operations').objectStore('operations').count();
    counting.onsuccess = () => { opening.result.close(); resolve(counting.result); };
  };
});

// Runs in the page before anything else: when the chip first says where the marks are.
function watchChip() {
  const look = () => {
    const chip = [...document.querySelectorAll('button')].some((button) => /Gespeichert|Nur in diesem Browser/.test(button.getAttribute('aria-label') ?? button.textContent));
    if (chip) window.storeOpenMs = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function timeStart(kind, profile, restMs = 500) {
  const browser = await launch(kind, { profile });
  try {
    const page = await browser.newPage();
    await page.setViewport(wide);
    await page.evaluateOnNewDocument(watchChip);
    await page.goto(pathToFileURL(builtPage).href, { waitUntil: 'load' });
    const storeMs = await until('the chip', () => page.evaluate(() => window.storeOpenMs), 60_000);
    const listMs = await page.evaluate(() => window.lesesaal.stats().firstListMs);
    await new Promise((resolve) => { setTimeout(resolve, restMs); });
    return { storeMs, listMs, records: await page.evaluate(storedRecords) };
  } finally {
    await browser.close();
  }
}

async function starts(kind, profile) {
  const all = [];
  for (let run = 0; run < runs; run++) all.push(await timeStart(kind, profile));
  return { storeMs: median(all.map(({ storeMs }) => storeMs)), listMs: median(all.map(({ listMs }) => listMs)), records: all.at(-1).records };
}

// Runs in the page: from the click to the completed transaction, in which the page's own code hears of it.
async function markAgainAndAgain(times) {
  const put = IDBObjectStore.prototype.put;
  let kept = () => {};
  IDBObjectStore.prototype.put = function putAndWatch(value, ...rest) {
    if (value instanceof Uint8Array && new TextDecoder().decode(value).includes('"bookmark"')) {
      this.transaction.addEventListener('complete', () => kept());
    }
    return put.call(this, value, ...rest);
  };
  const measured = [];
  for (let i = 0; i < times; i++) {
    const button = [...document.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent) === 'Lesezeichen');
    const done = new Promise((resolve) => { kept = resolve; });
    const begin = performance.now();
    button.click();
    await done;
    measured.push(performance.now() - begin);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  return measured;
}

const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const verdict = (isMet) => (isMet ? 'met' : 'MISSED');

export async function measureSize(kind, count) {
  await inTemporaryFolder(async (profile) => {
    const empty = await starts(kind, profile);
    const browser = await launch(kind, { profile });
    const room = await Room.open(browser, { mode: 'file', file: builtPage, isolated: false });
    const corpus = corpusOf(builtPage);
    await room.frame.evaluate(fill, corpus, records(count, corpus));
    await browser.close();
    // It packs what lies in single records; Chromium takes half a minute to write the spare to the disk, as a reader stays.
    const first = await timeStart(kind, profile, 45_000);
    const full = await starts(kind, profile);
    const added = full.storeMs - empty.storeMs;
    console.log(`\n${titles[kind]}, ${count} operations, file://, medians of ${runs} starts:`);
    console.log(`  store open: ${ms(empty.storeMs)} empty, ${ms(full.storeMs)} with them: ${ms(added)} more   under ${aims.startMs} ms  ${verdict(added < aims.startMs)}`);
    console.log(`  first list: ${ms(empty.listMs)} empty, ${ms(full.listMs)} with them`);
    console.log(`  the one start that found them in single records: ${ms(first.storeMs)}; ${full.records} records since`);
    const again = await launch(kind, { profile });
    const open = await Room.open(again, { mode: 'file', file: builtPage, isolated: false });
    await open.openArticle((await open.headlines())[0]);
    const kept = await open.frame.evaluate(markAgainAndAgain, marksMeasured);
    await again.close();
    const p95 = quantile(kept, 0.95);
    console.log(`  a bookmark until it is kept: p50 ${ms(median(kept))}, p95 ${ms(p95)}   under ${aims.keptMs} ms  ${verdict(p95 < aims.keptMs)}`);
  });
}
