// Runs in the page. Weights, AND, prefixes and fuzziness of 0.2 are what its documentation recommends for a search box.
import MiniSearch from './minisearch.js';
import { options } from './minisearch.options.js';

const common = { boost: { title: 5 }, combineWith: 'AND' };
const isLong = (term) => term.length > 3;
const settings = {
  prefix: { ...common, prefix: true },
  misspelt: { ...common, fuzzy: 0.2 },
  reader: { ...common, prefix: isLong, fuzzy: (term) => (isLong(term) ? 0.2 : false) },
};

export async function open() {
  const index = MiniSearch.loadJSON(await (await fetch('index.json')).text(), options);
  return { ask: (kind, text) => index.search(text, settings[kind] ?? common).slice(0, 20) };
}
