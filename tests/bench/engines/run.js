// Runs in the page of a neighbour: opens it, asks a first query, and is then asked by the bench.
import { open } from './engine.js';

const { kind, text } = JSON.parse(new URLSearchParams(location.search).get('first'));
const engine = await open();
window.openedMs = performance.now();
await engine.ask(kind, text);
window.searchableMs = performance.now();

window.bench = {
  wasmBytes: () => engine.wasmBytes?.() ?? 0,
  // Milliseconds of each query, to its twenty hits with title and date, and how many there were.
  async time(queries) {
    const times = [];
    const counts = [];
    for (const query of queries) {
      const begin = performance.now();
      const hits = await engine.ask(query.kind, query.text);
      let shown = 0;
      for (const { title, date } of hits) if (title && date) shown++;
      times.push(performance.now() - begin);
      counts.push(shown);
    }
    return { times, counts };
  },
  async idsOf(query) {
    try {
      return { ids: (await engine.ask(query.kind, query.text)).map(({ id }) => id) };
    } catch (error) {
      return { ids: [], error: error.message };
    }
  },
};
