// The headings and paragraphs of a man page (the "man" macros; pages in "mdoc" are left out, they are few). Tables and
// examples are left out: they are hardly language.

const characters = {
  aq: "'", bu: '·', en: '–', em: '—', co: '©', at: '@', rs: '\\', ha: '^', ti: '~', dq: '"', rq: '”', lq: '“', cq: '’', oq: '‘', hy: '-',
  is: '∫', if: '∞', ':u': 'ü', ':a': 'ä', ':o': 'ö', ':U': 'Ü', ':A': 'Ä', ':O': 'Ö', ss: 'ß', ga: '`', mu: '×', mi: '−', '->': '→', Fo: '«', Fc: '»', Bq: '„', bq: '‚',
};

function plainOf(line) {
  return line
    .replace(/\\".*$/, '')
    .replace(/\\f(\[[^\]]*\]|\([^]{2}|.)/g, '')
    .replace(/\\\((..)|\\\[([^\]]*)\]/g, (_, two, long) => characters[two ?? long] ?? '')
    .replace(/\\[hvwD]'[^']*'/g, '')
    .replace(/\\[mM](\[[^\]]*\]|\(..|.)/g, '')
    .replace(/\\[n*k](\[[^\]]*\]|\(..|.)/g, '')
    .replace(/\\s[-+]?\d+/g, '')
    .replace(/\\[&/,%:cud|^pz$t]/g, '')
    .replace(/\\[ ~0]/g, ' ')
    .replace(/\\-/g, '-')
    .replace(/\\e/g, '\\')
    .replace(/\\\./g, '.');
}

// The arguments of a macro: words, or what stands in quotes.
const argumentsOf = (rest) => [...rest.matchAll(/"((?:[^"]|"")*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);

const joined = new Set(['BR', 'BI', 'IB', 'IR', 'RB', 'RI']); // their arguments are set without blanks
const spaced = new Set(['B', 'I', 'SM', 'SB', 'R']);
const breaks = new Set(['PP', 'P', 'LP', 'TP', 'IP', 'HP', 'sp', 'Sp', 'br', 'RS', 'RE', 'TQ']);
const ends = { nf: 'fi', EX: 'EE', TS: 'TE', ig: '.', de: '.', de1: '.' };

// Returns { title, blocks: [{ kind: 'heading' | 'text', text }] }.
export function blocksOfRoff(source) {
  const blocks = [];
  let title = '';
  let text = '';
  let end = ''; // the macro that ends what is being left out
  let depth = 0; // of the conditions that are being left out
  const finish = () => {
    const line = text.replace(/\s+/g, ' ').trim();
    if (line) blocks.push({ kind: 'text', text: line });
    text = '';
  };
  const takeMacro = (name, rest) => {
    if (ends[name]) { finish(); end = ends[name]; return; }
    if (['if', 'ie', 'el', 'while'].includes(name)) { depth += (rest.match(/\\\{/g) ?? []).length - (rest.match(/\\\}/g) ?? []).length; return; }
    const values = argumentsOf(rest).map(plainOf);
    if (name === 'TH') title = `${values[0]}(${values[1]})`;
    else if (name === 'SH' || name === 'SS') { finish(); blocks.push({ kind: 'heading', text: values.join(' ') }); }
    else if (breaks.has(name)) finish();
    else if (joined.has(name)) text += `${values.join('')} `;
    else if (spaced.has(name)) text += `${values.join(' ')} `;
    else if (name === 'UR' || name === 'MT') text += `${values[0] ?? ''} `;
  };
  for (const line of source.split('\n')) {
    const macro = /^[.']\s*([A-Za-z]+\d?|\.)?\s*(.*)$/.exec(line);
    if (end) {
      if (macro?.[1] === end) end = '';
    } else if (depth > 0) {
      depth += (line.match(/\\\{/g) ?? []).length - (line.match(/\\\}/g) ?? []).length;
    } else if (macro) {
      if (macro[1]) takeMacro(macro[1], macro[2]);
    } else if (line.trim() === '') {
      finish();
    } else {
      text += `${plainOf(line)} `;
    }
  }
  finish();
  return { title, blocks };
}
