// The tables of the search bench, in Markdown, and what is aimed at.
import { quantile } from './measure.mjs';
import { kinds } from './queries.mjs';

export const aims = {
  '10k': {
    warmP50Ms: { common: 1.5, rare: 1, 'two words': 1 }, warmP95Ms: 5, nativeRatio: 2.5, sqliteCommonRatio: 3, corpusBytes: 12e6,
    heapBytes: 90e6, firstSearchMs: 300,
  },
  '100k': { warmP95Ms: 25 },
};

const megabytes = (bytes) => (bytes === undefined ? '–' : `${(bytes / 1e6).toFixed(1)}`);
const ms = (value) => (value === undefined ? '–' : value < 0.1 ? value.toFixed(3) : value < 10 ? value.toFixed(2) : value.toFixed(0));
export const markdown = (head, rows) => [head, head.map((_, i) => (i === 0 ? '---' : '--:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const middle = (values) => quantile(values, 0.5);

// Everything that is written to the file: times as quantiles.
export function summary(measured) {
  const kindsOf = [...measured.byKind].map(([kind, { cold, warm, rows, answered, of }]) => [kind, {
    coldP50: middle(cold), coldP95: quantile(cold, 0.95), warmP50: middle(warm), warmP95: quantile(warm, 0.95), answered, of, samples: warm.length,
    ...(rows.length > 0 ? { rowsP50: middle(rows), rowsP95: quantile(rows, 0.95) } : {}),
  }]);
  const opening = (runs) => runs && Object.fromEntries(['openedMs', 'searchableMs', 'firstQueryMs'].map((key) => [key, middle(runs.map((run) => run[key]))]));
  const { byKind, opened, openedHttp, ...rest } = measured;
  return { ...rest, opening: opening(opened), openingHttp: opening(openedHttp), sent: opened[0].sent, kinds: Object.fromEntries(kindsOf) };
}

function shippedRow(own) {
  const { title, hasText, disk, sent, corpus, pageGzip, opening, openingHttp, memoryAtStart, memory, wasmBytes, prepareMs } = own;
  const isOurs = corpus !== undefined;
  return [
    title, hasText ? 'yes' : 'no', `${megabytes(disk.bytes)} in ${disk.files}`,
    isOurs ? `${megabytes(pageGzip)} (block ${megabytes(corpus.file)})` : `${megabytes(sent.gzip)} in ${sent.requests}`,
    (prepareMs / 1000).toFixed(1), isOurs ? `${ms(opening.searchableMs)} (http ${ms(openingHttp.searchableMs)})` : ms(opening.searchableMs), ms(opening.firstQueryMs),
    megabytes(memory.heapBytes), wasmBytes > 0 ? megabytes(wasmBytes) : '–', `${megabytes(memoryAtStart.processBytes)} / ${megabytes(memory.processBytes)}`,
  ];
}

export function shippedTable(results) {
  return markdown(['', 'text inside', 'MB on disk, files', 'MB sent (gzip), requests', 'made in s', 'navigation to first answer, ms', 'of it first query', 'JS heap MB', 'wasm MB', 'process MB at start / at the end'],
    results.map((own) => (own.error ? [own.title, `failed: ${own.error}`, ...Array(8).fill('')] : shippedRow(own))));
}

// Each kind a table: times, and how many times as long as ours.
export function timesTable(results, native) {
  const [ours] = results;
  const row = (kind) => (own) => {
    if (own.error) return [kind, own.title, 'failed', '', '', '', '', ''];
    const { coldP50, coldP95, warmP50, warmP95, answered, of } = own.kinds[kind];
    const ratio = own === ours ? '1' : `${(warmP50 / ours.kinds[kind].warmP50).toFixed(2)}`;
    return [kind, own.title, ms(coldP50), ms(coldP95), ms(warmP50), ms(warmP95), ratio, `${answered} of ${of}`];
  };
  const rowsRow = (kind) => {
    const { rowsP50, rowsP95 } = ours.kinds[kind];
    return [kind, 'Lesesaal, with rows and snippets', '', '', ms(rowsP50), ms(rowsP95), (rowsP50 / ours.kinds[kind].warmP50).toFixed(2), ''];
  };
  const nativeRows = (kind) => {
    const own = native?.find((entry) => entry.kind === kind);
    const row = (title, times) => [kind, title, '–', '–', ms(middle(times)), ms(quantile(times, 0.95)), (middle(times) / ours.kinds[kind].warmP50).toFixed(2), '–'];
    return own ? [row('the same words, native SQLite, twenty best', own.ms), row('the same, every hit in order', own.allMs)] : [];
  };
  return markdown(['kind', '', 'first asked p50, ms', 'p95', 'warm p50, ms', 'p95', 'times ours', 'answered'],
    kinds.flatMap((kind) => [row(kind)(ours), rowsRow(kind), ...results.slice(1).map(row(kind)), ...nativeRows(kind)]));
}

const nativeMiddle = (native, kind, what) => {
  const times = native?.find((entry) => entry.kind === kind)?.[what];
  return times && middle(times);
};

// [what, aimed, found, isMet]; isMet undefined where nothing could be compared.
export function verdicts(size, results, native) {
  const [ours] = results;
  const { opening } = ours;
  const aim = aims[size];
  const rows = [];
  const atMost = (what, limit, found, show = ms) => rows.push([what, `at most ${show(limit)}`, found === undefined ? '–' : show(found), found === undefined ? undefined : found <= limit]);
  for (const [kind, limit] of Object.entries(aim.warmP50Ms ?? {})) atMost(`warm p50, ${kind}, ms`, limit, ours.kinds[kind].warmP50);
  for (const kind of kinds) atMost(`warm p95, ${kind}, ms`, aim.warmP95Ms, ours.kinds[kind].warmP95);
  if (size === '10k') {
    // Ours has every hit and counts every facet; FTS5 corrects no word, so misspelt ones it only fails to find.
    for (const [what, title] of [['allMs', 'every hit'], ['ms', 'twenty best']]) {
      for (const kind of kinds.filter((each) => each !== 'misspelt')) {
        const own = nativeMiddle(native, kind, what);
        atMost(`times native, ${title}, ${kind}`, aim.nativeRatio, own && ours.kinds[kind].warmP50 / own);
      }
    }
    const sqlite = results.find(({ name }) => name === 'sqlite-wasm');
    const ratio = sqlite?.kinds && sqlite.kinds.common.warmP50 / ours.kinds.common.warmP50;
    rows.push(['sqlite-wasm times ours, common', `at least ${aim.sqliteCommonRatio}`, ratio?.toFixed(2) ?? '–', ratio && ratio >= aim.sqliteCommonRatio]);
    atMost('corpus block in the page, MB', aim.corpusBytes, ours.corpus.file, megabytes);
    atMost('memory of the program and of scripts, MB', aim.heapBytes, ours.wasmBytes + ours.memory.heapBytes, megabytes);
    atMost('first search after the first list, ms', aim.firstSearchMs, opening.firstQueryMs);
  }
  return rows;
}

export function verdictsTable(rows) {
  return markdown(['aim', 'wanted', 'found', ''], rows.map(([what, wanted, found, isMet]) => [what, wanted, found, isMet === undefined ? 'not measured' : isMet ? 'met' : 'MISSED']));
}
