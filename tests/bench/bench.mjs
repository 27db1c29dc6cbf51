// Measures the built page: bytes, the time to the first list, frames, queries. Prints a table and writes
// build/bench/bench.json. Slow is never an error: the figures are for people, who know the machine they come from.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { inTemporaryFolder, titles } from '../browser/support/browsers.mjs';
import { buildFolder, builtPage } from '../browser/support/room.mjs';
import { measureOpening, measureUse, queryCount } from './measure.mjs';
import { blocksOf, packLargePage, writePlainPage } from './pages.mjs';

const usage = `Usage: node tests/bench/bench.mjs [--firefox] [--quick]

  --firefox   measure Firefox too (needs a screen: xvfb-run)
  --quick     one opening instead of five, one round of queries instead of five, no large collection

Writes build/bench/bench.json.`;

const aims = { pageWithoutCorpusBytes: 900 * 1024, openingRatio: 1.6 };
const largeCounts = [2000, 100_000]; // articles of some paragraphs; teasers

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
const milliseconds = (ms) => `${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)} ms`;

function printTable(title, head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  console.log(title ? `\n${title}` : '');
  for (const row of all) {
    console.log(`  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('   ')}`.trimEnd());
  }
}

const verdict = (isMet, aim) => `${aim}  ${isMet ? 'met' : 'MISSED'}`;

function reportBytes() {
  const { blocks, rest, total } = blocksOf(builtPage);
  const corpus = blocks.find(({ name }) => name === 'corpus').file;
  const withoutCorpus = total - corpus;
  printTable('Bytes of the page', ['block', 'raw', 'gzip', 'in the file'], [
    ...blocks.map(({ name, raw, gzip, file }) => [name, kilobytes(raw), kilobytes(gzip), kilobytes(file)]),
    ['markup, script and style', '', '', kilobytes(rest)],
    ['all', '', '', kilobytes(total)],
  ]);
  printTable('', ['', 'measured', 'aim'], [[
    'page without corpus', kilobytes(withoutCorpus),
    verdict(withoutCorpus <= aims.pageWithoutCorpusBytes, `at most ${kilobytes(aims.pageWithoutCorpusBytes)}`),
  ]]);
  return { blocks, rest, total, withoutCorpus };
}

async function reportOpening(kind, folder, runs) {
  const plain = writePlainPage(join(folder, 'plain.html'));
  const opening = await measureOpening(kind, { file: builtPage, plain, runs });
  const list = (times) => times.map((ms) => ms.toFixed(0)).join(' ');
  printTable(`From navigation to the first list, file://, new profile each time, ${titles[kind]}`, ['', 'median', 'aim', 'each'], [
    ['plain page of the same bytes', milliseconds(opening.plainMs), '', list(opening.plain)],
    ['first list', milliseconds(opening.listMs), '', list(opening.list)],
    ['ratio', opening.ratio.toFixed(2), verdict(opening.ratio <= aims.openingRatio, `at most ${aims.openingRatio}`), ''],
  ]);
  return opening;
}

async function reportUse(kind, what, file, rounds) {
  const use = await measureUse(kind, { file, frames: 300, rounds });
  printTable(`In use, ${what}, ${titles[kind]}`, ['', 'p50', 'p95', 'max', 'of'], [
    ['CPU of a frame', milliseconds(use.frameMs.p50), milliseconds(use.frameMs.p95), '', `${use.frames} frames`],
    ['warm query', milliseconds(use.queryMs.p50), milliseconds(use.queryMs.p95), milliseconds(use.queryMs.max), `${use.queries} queries`],
  ]);
  console.log(`  first list ${milliseconds(use.firstListMs)}, heap ${kilobytes(use.heapBytes)}`);
  return use;
}

async function run({ kinds, isQuick }) {
  const [runs, rounds] = isQuick ? [1, 1] : [5, 5];
  const report = { machine: { cpus: cpus().length, model: cpus()[0]?.model }, aims, queryCount, bytes: reportBytes(), browsers: {} };
  await inTemporaryFolder(async (folder) => {
    report.large = [];
    const larges = [];
    for (const count of isQuick ? [] : largeCounts) {
      const large = await packLargePage(folder, count);
      const { total } = blocksOf(large.page);
      console.log(`\nA page of ${count} generated articles: packed in ${milliseconds(large.packMs)}, ${kilobytes(total)}`);
      report.large.push({ articles: count, packMs: large.packMs, pageBytes: total });
      larges.push({ count, page: large.page });
    }
    for (const kind of kinds) {
      const opening = await reportOpening(kind, folder, runs);
      const use = await reportUse(kind, 'the built page', builtPage, rounds);
      const useOfLarge = [];
      for (const { count, page } of larges) useOfLarge.push(await reportUse(kind, `${count} articles`, page, rounds));
      report.browsers[kind] = { opening, use, useOfLarge };
    }
  });
  const output = join(buildFolder, 'bench');
  mkdirSync(output, { recursive: true });
  writeFileSync(join(output, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
  console.log(`\nWritten to ${join(output, 'bench.json')}`);
}

const options = process.argv.slice(2);
if (options.some((option) => !['--firefox', '--quick'].includes(option))) {
  console.error(usage);
  process.exit(options.includes('--help') || options.includes('-h') ? 0 : 2);
}
await run({ kinds: options.includes('--firefox') ? ['chromium', 'firefox'] : ['chromium'], isQuick: options.includes('--quick') });
