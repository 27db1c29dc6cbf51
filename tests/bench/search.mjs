// Measures our search beside others, over one corpus, on one machine, in one run. Prints Markdown and writes
// build/bench/search.json. Slow is never an error, and neither is a neighbour that fails: it is shown with what it said.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { buildFolder } from '../browser/support/room.mjs';
import { neighbours } from './engines/index.mjs';
import { measureNeighbour } from './neighbours.mjs';
import { measureOurs, nativeTimes } from './ours.mjs';
import { chooseQueries } from './queries.mjs';
import { aims, shippedTable, summary, timesTable, verdicts, verdictsTable } from './search_report.mjs';

const usage = `Usage: node tests/bench/search.mjs [100k] [--quick] [--only NAME]…

  100k          ours and sqlite-wasm over the tenfold corpus
  --quick       three rounds instead of twenty-one, one opening instead of three
  --only NAME   ours and this neighbour alone: ${neighbours.map(({ name }) => name).join(', ')}

Needs the corpus in build/bench, which ./scripts/bench search makes. Writes build/bench/search.json or search-100k.json.`;

const folder = join(buildFolder, 'bench');

const filesOf = (input) => (input.endsWith('.json') ? [input] : readdirSync(input).sort().map((file) => join(input, file)));

function readItems(input) {
  return filesOf(input).flatMap((file) => JSON.parse(readFileSync(file, 'utf8')).items).map(({ id, title, content_text: text, date_published: date }) => ({ id, title, text, date: date.slice(0, 10) }));
}

async function measureAll({ size, only, rounds, openings }) {
  const input = join(folder, size === '10k' ? 'german-10k.json' : 'german-100k');
  const items = readItems(input);
  const { queries, shares } = chooseQueries(items);
  console.log(`${items.length} documents; ${queries.length} queries of six kinds, ${rounds} rounds; common words stand in ${shares.map((share) => `${Math.round(100 * share)} %`).join(' to ')} of them.`);
  const page = join(folder, `german-${size}.html`);
  const results = [];
  const note = (name, text) => console.log(`  ${name}: ${text}`);
  results.push({ name: 'lesesaal', ...summary(await measureOurs({ input, page, queries, rounds, openings })) });
  note('lesesaal', 'measured');
  const native = await nativeTimes(filesOf(input), queries);
  if (!native) note('native SQLite', 'left out: build/native/tests/fts5_limit is not built');
  const chosen = neighbours.filter(({ name }) => (only.length > 0 ? only.includes(name) : size === '10k' || name === 'sqlite-wasm'));
  for (const engine of chosen) {
    try {
      results.push({ name: engine.name, ...summary(await measureNeighbour(engine, { items, queries, rounds, openings, folder: join(folder, 'engines', `${engine.name}-${size}`) })) });
      note(engine.name, 'measured');
    } catch (error) {
      results.push({ name: engine.name, title: engine.title(), error: error.message.split('\n')[0] });
      note(engine.name, `failed: ${error.message}`);
    }
  }
  return { items: items.length, queries, shares, results, native };
}

function report(size, { results, native }) {
  const rows = verdicts(size, results, native);
  console.log(`\n### Shipped, opened, held\n\n${shippedTable(results)}`);
  console.log(`\n### Milliseconds of a query to its twenty best with title and date (ours: search and counts of every facet)\n\n${timesTable(results, native)}`);
  console.log(`\n### Aims\n\n${verdictsTable(rows)}`);
  return rows;
}

const options = process.argv.slice(2);
const only = options.flatMap((option, index) => (option === '--only' ? [options[index + 1]] : []));
const known = new Set(['100k', '--quick', '--only', ...neighbours.map(({ name }) => name)]);
if (options.some((option) => !known.has(option))) {
  console.error(usage);
  process.exit(options.includes('--help') || options.includes('-h') ? 0 : 2);
}
const size = options.includes('100k') ? '100k' : '10k';
const [rounds, openings] = options.includes('--quick') ? [3, 1] : [21, 3];
const load = () => loadavg()[0].toFixed(1);
const machine = { cpus: cpus().length, model: cpus()[0]?.model, loadBefore: load() };
const measured = await measureAll({ size, only, rounds, openings });
const rows = report(size, measured);
machine.loadAfter = load();
mkdirSync(folder, { recursive: true });
const output = join(folder, size === '10k' ? 'search.json' : 'search-100k.json');
writeFileSync(output, `${JSON.stringify({ machine, rounds, aims: aims[size], verdicts: rows, ...measured }, null, 2)}\n`);
console.log(`\nLoad of the machine: ${machine.loadBefore} before, ${machine.loadAfter} after. Written to ${output}`);
