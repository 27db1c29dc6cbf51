// Runs in the page. Hits of the title come before those of the text; the order within is FlexSearch's, which has no BM25.
import * as FlexSearch from './flexsearch.mjs';
import german from './de.js';
import { optionsOf } from './flexsearch.options.js';

export async function open() {
  const index = new FlexSearch.Document(optionsOf(FlexSearch, german));
  const keys = await (await fetch('keys.json')).json();
  const parts = await Promise.all(keys.map(async (_, number) => (await fetch(`part-${number}.json`)).text()));
  for (const [number, key] of keys.entries()) await index.import(key, parts[number]);
  return {
    ask(_, text) {
      const found = index.search(text, { limit: 20, enrich: true, merge: true });
      return found.slice(0, 20).map(({ id, doc }) => ({ id, title: doc.title, date: doc.date }));
    },
  };
}
