// Judges what our search finds beside what others find: hundreds of German queries over two corpora. Prints Markdown and
// writes build/bench/relevance.json, or relevance-held-out.json.
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildFolder, builtPage, rootFolder } from '../browser/support/room.mjs';
import { neighbourAnswers, ourAnswers } from './answers.mjs';
import { neighbours } from './engines/index.mjs';
import { readJudged } from './judged.mjs';
import { pack, program } from './ours.mjs';
import { judgeAnswers, summarize } from './relevance_measures.mjs';
import { markdown } from './search_report.mjs';

const usage = `Usage: node tests/bench/relevance.mjs [--set held-out] [--misses] [--only NAME]…

  --set held-out
                the queries that the search is not tuned on, instead of those that were in view while it was made
  --misses      every query of ours that missed, with what came instead
  --only NAME   ours and this neighbour alone: ${neighbours.map(({ name }) => name).join(', ')}; "none" for ours alone

Needs the corpus in build/bench, which ./scripts/bench relevance makes. Writes build/bench/relevance.json or relevance-held-out.json.`;

const aims = { recall3: 0.95, clean: 0.95 };
const folder = join(buildFolder, 'bench');

async function imported(file) {
  const { stdout } = await promisify(execFile)(program, ['import', file, '--json'], { maxBuffer: 1 << 29 });
  return JSON.parse(stdout).articles;
}

const textOf = ({ sections }) => sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]).filter(Boolean).join('\n\n');

// The articles of the default page, and 10,000 documents: { name, items, page, idOfUid }.
async function readCorpora() {
  const articles = await imported(join(rootFolder, 'assets/corpus/kommune21.txt'));
  const items = articles.map((article) => ({ id: article.uid, title: [article.kicker, article.headline].filter(Boolean).join(': '), date: article.date, text: textOf(article) }));
  const file = join(folder, 'german-10k.json');
  const feed = JSON.parse(readFileSync(file, 'utf8')).items;
  const uidOfUrl = new Map((await imported(file)).map(({ uid, url }) => [url, uid]));
  const page = join(folder, 'german-10k.html');
  await pack(file, page);
  return [
    { name: 'kommune21', items, page: builtPage, idOfUid: new Map() },
    {
      name: 'german-10k', page, idOfUid: new Map(feed.map(({ id, url }) => [uidOfUrl.get(url), id])),
      items: feed.map(({ id, title, content_text: text, date_published: date }) => ({ id, title, text, date: date.slice(0, 10) })),
    },
  ];
}

const kindsOf = { 'sqlite-wasm': { reader: '', 'reader-prefix': ', word*' } };

async function askNeighbour(engine, corpora, results) {
  const kinds = kindsOf[engine.name] ?? { reader: '' };
  const rows = Object.fromEntries(Object.entries(kinds).map(([kind, ending]) => [kind, { title: `${engine.title()}${ending}`, judged: [] }]));
  try {
    for (const { name, queries, items } of corpora) {
      const answers = await neighbourAnswers(engine, queries, items, join(folder, 'engines', `${engine.name}-${name}`), Object.keys(kinds));
      for (const kind of Object.keys(kinds)) rows[kind].judged.push(...judgeAnswers(queries, answers[kind]));
    }
    results.push(...Object.values(rows));
  } catch (error) {
    results.push({ title: engine.title(), error: error.message.split('\n')[0], judged: [] });
  }
}

const percent = (value) => `${(100 * value).toFixed(1)}`;

function tables(results) {
  const able = results.filter(({ error }) => !error);
  const classes = Object.keys(able[0].summary).filter((name) => name !== 'trap');
  const head = (first) => [first, ...able.map(({ title }) => title)];
  const rows = (key) => classes.map((name) => [`${name} (${able[0].summary[name].queries})`, ...able.map(({ summary }) => percent(summary[name][key]))]);
  const parts = [
    ['Right documents in the top 3, % of what could be there', markdown(head('class (queries)'), rows('recall3'))],
    ['Precision at 10, % of what is shown', markdown(head('class (queries)'), rows('precision10'))],
    ['nDCG at 10, %', markdown(head('class (queries)'), rows('ndcg10'))],
    [`Traps without a wrong hit in the top 3, % of ${able[0].summary.trap.queries} (who finds nothing steps into none)`,
      markdown(head(''), [['clean', ...able.map(({ summary }) => percent(summary.trap.clean))]])],
  ];
  for (const { title, judged } of able) {
    const failed = judged.filter(({ error }) => error);
    if (failed.length > 0) parts.push([`${title} gave no answer but an error to ${failed.length} queries`, `${failed.map(({ query }) => query.query).join(', ')}: ${failed[0].error}`]);
  }
  for (const { title, error } of results.filter((row) => row.error)) parts.push([`${title} failed`, error]);
  return parts.map(([title, text]) => `### ${title}\n\n${text}`).join('\n\n');
}

// Ahead of all others in every class, equal ones shown as such.
function verdicts([ours, ...others]) {
  const rows = [
    ['right documents in the top 3, all classes', `at least ${percent(aims.recall3)}`, percent(ours.summary.all.recall3), ours.summary.all.recall3 >= aims.recall3 ? 'met' : 'MISSED'],
    ['traps clean', `at least ${percent(aims.clean)}`, percent(ours.summary.trap.clean), ours.summary.trap.clean >= aims.clean ? 'met' : 'MISSED'],
  ];
  const able = others.filter(({ error }) => !error);
  for (const name of able.length > 0 ? Object.keys(ours.summary) : []) {
    const key = name === 'trap' ? 'clean' : 'recall3';
    const best = able.reduce((one, other) => (other.summary[name][key] > one.summary[name][key] ? other : one));
    const [own, their] = [ours.summary[name][key], best.summary[name][key]];
    rows.push([`ahead in ${name}`, `over ${percent(their)} (${best.title})`, percent(own), own > their ? 'met' : own === their ? 'tie' : 'MISSED']);
  }
  return rows;
}

function printMisses(ours, titleOf) {
  console.log('\n### Misses of ours\n');
  for (const { query, ids, isMarked, recall3, wrong } of ours.judged.filter(({ isMiss }) => isMiss)) {
    const shown = (wrong ?? ids.slice(0, 3)).map((id) => `${wrong || !query.rightIds.has(id) ? '✗' : '✓'} ${titleOf.get(id)}`).join('; ') || 'nothing';
    console.log(`- ${query.class} “${query.query}”${isMarked ? ' (corrected)' : ''}: ${wrong ? 'wrong' : `${percent(recall3)} % of ${query.rightIds.size}`}: ${shown}`);
  }
}

const options = process.argv.slice(2);
const valuesOf = (name) => options.flatMap((option, index) => (option === name ? [options[index + 1]] : []));
const only = valuesOf('--only');
const [set] = valuesOf('--set');
if (options.some((option) => !['--misses', '--only', 'none', '--set', 'held-out', ...neighbours.map(({ name }) => name)].includes(option))) {
  console.error(usage);
  process.exit(options.includes('--help') || options.includes('-h') ? 0 : 2);
}
const corpora = await readCorpora();
for (const corpus of corpora) {
  const name = set ? `${set}-${corpus.name}` : corpus.name;
  Object.assign(corpus, readJudged(join(rootFolder, 'tests/bench/judged', `${name}.json`), corpus.items));
  console.log(`${name}: ${corpus.items.length} documents, ${corpus.queries.length} queries; nothing right for ${corpus.unanswerable.map(({ query }) => query).join(', ') || 'none'}`);
}
const ours = { title: 'Lesesaal', judged: [] };
const results = [ours];
for (const { queries, page, idOfUid } of corpora) ours.judged.push(...judgeAnswers(queries, await ourAnswers(page, queries, idOfUid)));
for (const engine of neighbours.filter(({ name }) => only.length === 0 || only.includes(name))) await askNeighbour(engine, corpora, results);
for (const result of results) if (!result.error) result.summary = summarize(result.judged);
const rows = verdicts(results);
console.log(`\n${tables(results)}\n\n### Aims\n\n${markdown(['aim', 'wanted', 'found', ''], rows)}`);
const titleOf = new Map(corpora.flatMap(({ items }) => items.map(({ id, title }) => [id, title])));
if (options.includes('--misses')) printMisses(ours, titleOf);
mkdirSync(folder, { recursive: true });
const output = join(folder, set ? `relevance-${set}.json` : 'relevance.json');
const written = results.map(({ title, error, summary, judged }) => ({
  title, error, summary,
  missed: judged.filter(({ isMiss }) => isMiss).map(({ query, ids, recall3, wrong }) => ({ query: query.query, class: query.class, recall3, wrong, first: ids.slice(0, 3).map((id) => titleOf.get(id)) })),
}));
writeFileSync(output, `${JSON.stringify({ aims, verdicts: rows, results: written }, null, 2)}\n`);
console.log(`\nWritten to ${output}`);
