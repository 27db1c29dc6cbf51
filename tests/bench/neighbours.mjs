// Measures another program in a browser of its own with an empty profile, over http.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inTemporaryFolder, launch } from '../browser/support/browsers.mjs';
import { until } from '../browser/support/wait.mjs';
import { EngineServer } from './engine_server.mjs';

const here = new URL('engines/', import.meta.url).pathname;
const preciseArguments = ['--enable-precise-memory-info'];

// Everything a server would hand out for the engine; returns how long making it took.
export async function prepareEngine(engine, items, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const begin = performance.now();
  await engine.prepare(items, folder);
  const ms = performance.now() - begin;
  copyFileSync(join(here, engine.page), join(folder, 'engine.js'));
  copyFileSync(join(here, 'run.js'), join(folder, 'run.js'));
  return ms;
}

function filesIn(folder, under = '') {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under ? `${under}/${entry.name}` : entry.name;
    return entry.isDirectory() ? filesIn(folder, path) : [path];
  });
}

export const diskOf = (folder) => {
  const files = filesIn(folder);
  return { files: files.length, bytes: files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) };
};

// What only this process has in memory, whatever it is for: the one figure that is the same for every program.
function privateBytes(id) {
  const lines = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8').matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm);
  return [...lines].reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0);
}

// After a collection, so that it is what is held and not what was left lying.
export async function memoryOf(browser, page) {
  const session = await page.createCDPSession();
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
  const heapBytes = await page.evaluate(() => performance.memory.usedJSHeapSize);
  const all = await browser.target().createCDPSession();
  const { processInfo } = await all.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => privateBytes(id));
  return { heapBytes, processBytes: Math.max(...renderers) };
}

export async function inBrowser(use) {
  return inTemporaryFolder(async (profile) => {
    const browser = await launch('chromium', { profile, args: preciseArguments });
    try {
      return await use(browser);
    } finally {
      await browser.close();
    }
  });
}

export async function openEngine(browser, server, first) {
  const page = await browser.newPage();
  const failures = [];
  page.on('pageerror', (error) => failures.push(error.message));
  await page.goto(`${server.origin}/?first=${encodeURIComponent(JSON.stringify(first))}`, { waitUntil: 'load', timeout: 120_000 });
  await until(() => `the engine answers; ${failures.join('; ')}`, () => {
    if (failures.length > 0) throw new Error(failures.join('; '));
    return page.evaluate(() => window.searchableMs);
  }, 240_000);
  return page;
}

// Times by kind: of the first time that each query is asked, and of all later rounds.
export async function timeRounds(queries, rounds, askOnce) {
  const byKind = new Map();
  for (let round = 0; round <= rounds; round++) {
    for (const kind of new Set(queries.map((query) => query.kind))) {
      const own = queries.filter((query) => query.kind === kind);
      const { times, counts, rows = [] } = await askOnce(own);
      if (!byKind.has(kind)) byKind.set(kind, { cold: [], warm: [], rows: [], answered: counts.filter((count) => count > 0).length, of: own.length });
      byKind.get(kind)[round === 0 ? 'cold' : 'warm'].push(...times);
      if (round > 0) byKind.get(kind).rows.push(...rows);
    }
  }
  return byKind;
}

// A server has everything compressed before it is asked.
function warm(server, folder) {
  server.warm(filesIn(folder).filter((path) => !path.startsWith('pagefind/fragment/')));
}

async function opening(server, first) {
  server.forget();
  return inBrowser(async (browser) => {
    const page = await openEngine(browser, server, first);
    const [openedMs, searchableMs] = await page.evaluate(() => [window.openedMs, window.searchableMs]);
    return { openedMs, searchableMs, firstQueryMs: searchableMs - openedMs, sent: { ...server.sent } };
  });
}

export async function measureNeighbour(engine, { items, queries, rounds, openings, folder }) {
  const prepareMs = await prepareEngine(engine, items, folder);
  const server = await EngineServer.start(folder);
  const [first] = queries;
  try {
    warm(server, folder);
    const opened = [];
    for (let run = 0; run < openings; run++) opened.push(await opening(server, first));
    return await inBrowser(async (browser) => {
      const page = await openEngine(browser, server, first);
      const memoryAtStart = await memoryOf(browser, page);
      const byKind = await timeRounds(queries, rounds, (own) => page.evaluate((list) => window.bench.time(list), own));
      const wasmBytes = await page.evaluate(() => window.bench.wasmBytes());
      return { title: engine.title(), hasText: engine.hasText, prepareMs, disk: diskOf(folder), opened, byKind, memoryAtStart, memory: await memoryOf(browser, page), wasmBytes };
    });
  } finally {
    await server.stop();
  }
}
