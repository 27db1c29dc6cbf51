// Measures the built page: bytes, the time to the first list, frames, queries. Prints a table and writes
// build/bench/bench.json. Slow is never an error: the figures are for people, who know the machine they come from.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { inTemporaryFolder, titles } from '../browser/support/browsers.mjs';
import { buildFolder, builtPage } from '../browser/support/room.mjs';
import { measureOpening, measureUse, queryCount } from './measure.mjs';
import { blocksOf, packLargePage, writePlainPage } from './pages.mjs';

const usage = `Usage: node tests/bench/bench.mjs [--firefox] [--quick]

  --firefox   measure Firefox too (needs a screen: xvfb-run)
  --quick     one opening instead of five, one round of queries instead of five, 2,000 articles at most

Writes build/bench/bench.json.`;

// Milliseconds are p95, and of typing p50 too: that of typing holds for the smaller of the collections.
const aims = { programBytes: 1_100_000, openingRatio: 1.6, idleFrames: 0, frameMs: 4, treeMs: 2, typingMs: 50 };
const largeCounts = [2000, 100_000]; // articles of some paragraphs; teasers
const typingCountMax = 2000;
const idleMs = 10_000;

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
  const { blocks, script, rest, total } = blocksOf(builtPage);
  // The program cannot run without its script: both together are what the aim is for.
  const program = blocks.find(({ name }) => name === 'program').file + script;
  const corpus = blocks.find(({ name }) => name === 'corpus').file;
  printTable('Bytes of the page', ['block', 'raw', 'gzip', 'in the file'], [
    ...blocks.map(({ name, raw, gzip, file }) => [name, kilobytes(raw), kilobytes(gzip), kilobytes(file)]),
    ['script', '', '', kilobytes(script)],
    ['markup and style', '', '', kilobytes(rest)],
    ['all', '', '', kilobytes(total)],
  ]);
  printTable('', ['', 'bytes', 'aim'], [
    ['program with its script', program, verdict(program <= aims.programBytes, `at most ${aims.programBytes}`)],
    ['page without corpus', total - corpus, ''],
  ]);
  return { blocks, script, rest, total, program, withoutCorpus: total - corpus };
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

const partTitles = { input: 'input before it', views: 'views: tree and picture', diff: 'diff', patch: 'DOM patch', picture: 'graphics calls', rest: 'rows loaded after it' };

// What the frames of a journey took: beside its aims, and by its parts.
function frameRows(title, { frames, ...times }) {
  const row = (name, { p50, p95, max }, aim = '') => [name, milliseconds(p50), milliseconds(p95), milliseconds(max), aim];
  return [
    [...row(`${title}: CPU of a frame with its input`, times.all, verdict(times.all.p95 < aims.frameMs, `p95 under ${aims.frameMs} ms`)), `${frames} frames`],
    [...row(`${title}: semantic tree (views, diff, patch)`, times.tree, verdict(times.tree.p95 < aims.treeMs, `p95 under ${aims.treeMs} ms`))],
    ...Object.entries(partTitles).map(([part, name]) => row(`  ${name}`, times[part])),
  ];
}

function typingRow({ toPictureMs: { p50, p95, max }, keys }, isAimed) {
  const aim = isAimed ? verdict(p50 < aims.typingMs && p95 < aims.typingMs, `p50, p95 under ${aims.typingMs} ms`) : '';
  return ['typing: key to painted answer', milliseconds(p50), milliseconds(p95), milliseconds(max), aim, `${keys} keys`];
}

async function reportUse(kind, what, file, { rounds, isTypingAimed }) {
  const use = await measureUse(kind, { file, frames: 400, rounds, idleMs });
  printTable(`In use, ${what}, ${titles[kind]}`, ['', 'p50', 'p95', 'max', 'aim', 'of'], [
    typingRow(use.typing, isTypingAimed),
    ...frameRows('scrolling', use.scrolling),
    ...frameRows('brushing', use.brushing),
    // An answer is a frame's input, and has its own aim above.
    ...frameRows('typing', use.typing).slice(1),
    ['warm query', milliseconds(use.queryMs.p50), milliseconds(use.queryMs.p95), milliseconds(use.queryMs.max), '', `${use.queries} queries`],
  ].map((row) => [...row, '', ''].slice(0, 6)));
  const { frames, animationFrames, ms } = use.idle;
  const isIdle = frames === aims.idleFrames && animationFrames === aims.idleFrames;
  console.log(`  idle for ${ms / 1000} s: ${frames} frames, ${animationFrames} animation frames   ${verdict(isIdle, 'none')}`);
  console.log(`  first list ${milliseconds(use.firstListMs)}, heap ${kilobytes(use.heapBytes)}`);
  return use;
}

async function run({ kinds, isQuick }) {
  const [runs, rounds] = isQuick ? [1, 1] : [5, 5];
  const load = () => loadavg()[0].toFixed(1);
  console.log(`Load of the machine: ${load()}`);
  const report = { machine: { cpus: cpus().length, model: cpus()[0]?.model, loadBefore: load() }, aims, queryCount, bytes: reportBytes(), browsers: {} };
  await inTemporaryFolder(async (folder) => {
    report.large = [];
    const larges = [];
    for (const count of isQuick ? largeCounts.slice(0, 1) : largeCounts) {
      const large = await packLargePage(folder, count);
      const { total } = blocksOf(large.page);
      console.log(`\nA page of ${count} generated articles: packed in ${milliseconds(large.packMs)}, ${kilobytes(total)}`);
      report.large.push({ articles: count, packMs: large.packMs, pageBytes: total });
      larges.push({ count, page: large.page });
    }
    for (const kind of kinds) {
      const opening = await reportOpening(kind, folder, runs);
      const use = await reportUse(kind, 'the built page', builtPage, { rounds, isTypingAimed: true });
      const useOfLarge = [];
      for (const { count, page } of larges) {
        useOfLarge.push(await reportUse(kind, `${count} articles`, page, { rounds, isTypingAimed: count <= typingCountMax }));
      }
      report.browsers[kind] = { opening, use, useOfLarge };
    }
  });
  report.machine.loadAfter = load();
  console.log(`\nLoad of the machine: ${load()} at the end`);
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
