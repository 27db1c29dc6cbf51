// Runs in the page: the database is fetched whole and taken over as it is.
import init from './index.mjs';

const ask = `SELECT docs.uid AS id, docs.title, docs.date FROM fts JOIN docs ON docs.id = fts.rowid WHERE fts MATCH ? ORDER BY fts.rank LIMIT 20`;
const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
const words = (text) => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

// What the reader wants in the words of FTS5. It knows no typing errors.
function queryOf(kind, text) {
  if (kind === 'phrase') return quoted(text);
  if (kind === 'prefix' || kind === 'reader-prefix') return words(text).map((word) => `${quoted(word)}*`).join(' ');
  return words(text).map(quoted).join(' ');
}

export async function open() {
  const bytes = fetch('corpus.db').then((response) => response.arrayBuffer());
  const sqlite3 = await init();
  const db = new sqlite3.oo1.DB();
  const data = await bytes;
  const pointer = sqlite3.wasm.allocFromTypedArray(data);
  const { SQLITE_DESERIALIZE_FREEONCLOSE: free, SQLITE_DESERIALIZE_READONLY: readonly } = sqlite3.capi;
  db.checkRc(sqlite3.capi.sqlite3_deserialize(db.pointer, 'main', pointer, data.byteLength, data.byteLength, free | readonly));
  const statement = db.prepare(ask);
  return {
    ask(kind, text) {
      const hits = [];
      const query = queryOf(kind, text);
      if (!query) return hits;
      statement.bind(query);
      while (statement.step()) hits.push(statement.get({}));
      statement.reset();
      return hits;
    },
    wasmBytes: () => sqlite3.wasm.memory?.buffer.byteLength ?? sqlite3.wasm.heap8u().buffer.byteLength,
  };
}
