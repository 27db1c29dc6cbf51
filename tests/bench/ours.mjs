// Measures our own page, as a reader uses it: words go into the search box, the page says how long its answer took.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { buildFolder, distFolder, Room } from '../browser/support/room.mjs';
import { PageServer } from '../browser/support/server.mjs';
import { inBrowser, memoryOf, timeRounds } from './neighbours.mjs';
import { blocksOf } from './pages.mjs';

export const program = join(distFolder, 'lesesaal');

export async function pack(input, page) {
  const begin = performance.now();
  await promisify(execFile)(program, ['pack', input, '-o', page], { maxBuffer: 1 << 28 });
  return performance.now() - begin;
}

// What the reader would type. Without a blank behind it the last word is the beginning of one.
export function typedText({ kind, text }) {
  if (kind === 'phrase') return `"${text}" `;
  return kind === 'prefix' ? text : `${text} `;
}

// Runs in the page: each text as the box would give it, after the frame that answers the one before. `rows`: what the frame
// took for all that the text set off: the search, the counts, the rows that are shown with their snippets.
async function askInBox(texts) {
  const field = document.querySelector('input[type="search"]');
  const status = document.querySelector('[role="status"]');
  const frame = () => new Promise((resolve) => { requestAnimationFrame(() => resolve()); });
  const times = [];
  const rows = [];
  const counts = [];
  for (const text of texts) {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
    await frame();
    // Nearly always one frame; now and then the page has something else to say first.
    let waited = 1;
    while (!window.lesesaal.stats(1).isAnswered && waited++ < 20) await frame();
    const { queryMs, isAnswered, ms } = window.lesesaal.stats(1);
    if (!isAnswered) throw new Error(`“${text}” is not answered within twenty frames`);
    times.push(queryMs);
    rows.push(ms.input.p50 + ms.rest.p50);
    await frame();
    counts.push(Number(/[\d.]+/.exec(status.textContent)?.[0].replaceAll('.', '') ?? 0));
  }
  return { times, rows, counts };
}

async function openings(mode, server, file, runs, first) {
  const opened = [];
  for (let run = 0; run < runs; run++) {
    opened.push(await inBrowser(async (browser) => {
      const room = await Room.open(browser, { mode, server, file, isolated: false });
      const { firstListMs } = await room.stats();
      const { times } = await room.frame.evaluate(askInBox, [typedText(first)]);
      // The list and the query that follows at once: nobody waits longer for an answer than that.
      return { openedMs: firstListMs, searchableMs: firstListMs + times[0], firstQueryMs: times[0] };
    }));
  }
  return opened;
}

export async function measureOurs({ input, page: file, queries, rounds, openings: runs }) {
  const packMs = await pack(input, file);
  const server = await PageServer.start(file);
  try {
    const [first] = queries;
    const opened = await openings('file', server, file, runs, first);
    const openedHttp = await openings('http', server, file, runs, first);
    return await inBrowser(async (browser) => {
      const room = await Room.open(browser, { mode: 'file', file, isolated: false });
      const memoryAtStart = await memoryOf(browser, room.page);
      const byKind = await timeRounds(queries, rounds, (own) => room.frame.evaluate(askInBox, own.map(typedText)));
      const memory = await memoryOf(browser, room.page);
      const { heapBytes: wasmBytes } = await room.stats();
      const { blocks, total } = blocksOf(file);
      const corpus = blocks.find(({ name }) => name === 'corpus');
      const gzip = statSync(file).size < 1e8 ? gzipSync(readFileSync(file), { level: 6 }).length : undefined;
      return {
        title: 'Lesesaal', hasText: true, prepareMs: packMs, disk: { files: 1, bytes: total }, pageGzip: gzip, corpus, opened, openedHttp,
        byKind, memoryAtStart, memory, wasmBytes,
      };
    });
  } finally {
    await server.stop();
  }
}

// SQLite's own index over the same words, natively, with our tokenizer and our ranking: [{ kind, ms, allMs }].
export async function nativeTimes(inputs, queries) {
  const limit = join(buildFolder, 'native/tests/fts5_limit');
  if (!existsSync(limit)) return undefined;
  const running = promisify(execFile)(limit, inputs, { maxBuffer: 1 << 28 });
  running.child.stdin.end(JSON.stringify(queries.map((query) => ({ kind: query.kind, text: typedText(query) }))));
  return JSON.parse((await running).stdout);
}
