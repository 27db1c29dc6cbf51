// The programs that ours is measured beside, each set up as its documentation recommends for German. Each gives its
// `name`, `title()`, `hasText` (the text is in what is shipped), `prepare(items, folder)`, which writes what a server would
// hand out, and `page`, a module whose `open()` gives { ask(kind, text) → [{ id, title, date }], wasmBytes?() }.
import * as flexsearch from './flexsearch.mjs';
import * as lunr from './lunr.mjs';
import * as minisearch from './minisearch.mjs';
import * as pagefind from './pagefind.mjs';
import * as sqliteWasm from './sqlite_wasm.mjs';

export const neighbours = [sqliteWasm, minisearch, lunr, flexsearch, pagefind];
