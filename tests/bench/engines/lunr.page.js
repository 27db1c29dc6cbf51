// Runs in the page. lunr's files are scripts of the old kind and are run one after the other.
const load = (source) => new Promise((resolve, reject) => {
  const script = Object.assign(document.createElement('script'), { src: source, onload: resolve, onerror: reject });
  document.head.append(script);
});

const words = (text) => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

// Of a reader's words: as its guide has it for a search box, the word itself above its continuations above its neighbours.
function askAsReader(lunr, index, text) {
  return index.query((query) => {
    for (const word of words(text)) {
      const term = word.toLowerCase();
      query.term(lunr.tokenizer(term), { boost: 100 });
      query.term(term, { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING, boost: 10 });
      query.term(term, { usePipeline: false, editDistance: 1, boost: 1 });
    }
  });
}

function askFor(lunr, index, kind, text) {
  if (kind === 'reader') return askAsReader(lunr, index, text);
  const ending = { prefix: '*', misspelt: '~1' }[kind] ?? '';
  return index.search(words(text).map((word) => `+${word.toLowerCase()}${ending}`).join(' '));
}

export async function open() {
  const fetched = Promise.all(['index.json', 'shown.json'].map(async (file) => (await fetch(file)).json()));
  await load('lunr.min.js');
  await load('stemmer.js');
  await load('de.js');
  const { lunr } = window;
  const [serialized, shown] = await fetched;
  const index = lunr.Index.load(serialized);
  return {
    ask: (kind, text) => askFor(lunr, index, kind, text).slice(0, 20).map(({ ref }) => ({ id: ref, title: shown[ref][0], date: shown[ref][1] })),
  };
}
