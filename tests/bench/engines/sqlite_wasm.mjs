// SQLite's own WebAssembly build with FTS5, as its documentation sets it up: external content, a weighted rank, optimized.
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modulePath, importModule, versionOf } from './modules.mjs';

export const name = 'sqlite-wasm';
export const title = () => `sqlite-wasm ${versionOf('@sqlite.org/sqlite-wasm')}, FTS5`;
export const hasText = true;
export const page = 'sqlite_wasm.page.js';

const schema = `
  CREATE TABLE docs(id INTEGER PRIMARY KEY, uid TEXT, title TEXT, date TEXT, text TEXT);
  CREATE VIRTUAL TABLE fts USING fts5(title, text, content='docs', content_rowid='id', tokenize="unicode61 remove_diacritics 2");
  INSERT INTO fts(fts, rank) VALUES('rank', 'bm25(5.0, 1.0)');`;

export async function prepare(items, folder) {
  const { default: init } = await importModule('@sqlite.org/sqlite-wasm/dist/node.mjs');
  const sqlite3 = await init();
  const db = new sqlite3.oo1.DB(':memory:');
  db.exec(schema);
  db.exec('BEGIN');
  const insert = db.prepare('INSERT INTO docs(uid, title, date, text) VALUES(?, ?, ?, ?)');
  for (const { id, title: headline, date, text } of items) insert.bind([id, headline, date, text]).stepReset();
  insert.finalize();
  db.exec("COMMIT; INSERT INTO fts(fts) VALUES('rebuild'); INSERT INTO fts(fts) VALUES('optimize'); VACUUM;");
  writeFileSync(join(folder, 'corpus.db'), sqlite3.capi.sqlite3_js_db_export(db));
  db.close();
  for (const file of ['index.mjs', 'sqlite3.wasm']) copyFileSync(modulePath(`@sqlite.org/sqlite-wasm/dist/${file}`), join(folder, file));
}
