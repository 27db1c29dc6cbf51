// The page's stores alone: web/storage.js and its neighbours in the built page's own document, under its own policy, in
// the place of its script. A stand-in for the program asks them and keeps what they answer.
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleForPage } from './page_side.mjs';
import { builtPage } from './room.mjs';

// Runs in the page. `news`: what other tabs and the host brought; `returned`: how often it was time to look again.
const start = `
import { Blocks } from './container.js';
import { Copies } from './copies.js';
import { Markup } from './markup.js';
import { Outlet } from './outlet.js';
import { OwnPage } from './own_page.js';
import * as records from './records.js';
import { RecordStore } from './storage.js';
const side = { news: [], returned: 0 };
const waiting = new Map();
let told = [];
let lastRequest = 0;
const textOf = (payload) => (typeof payload === 'string' ? payload : new TextDecoder().decode(payload));
const program = {
  callWith(name, [request, ...numbers], payloads) {
    if (name === 'lesesaal_storage_record') told.push(payloads.map(textOf));
    else waiting.get(request)({ numbers, texts: payloads.map(textOf), records: told.splice(0) });
  },
  call(name) {
    if (name === 'lesesaal_storage_brought') side.news.push(...told.splice(0));
    if (name === 'lesesaal_returned') side.returned++;
  },
};
const ask = (act) => new Promise((resolve) => {
  waiting.set(++lastRequest, resolve);
  act(lastRequest);
});
const toRecords = (pairs) => pairs.map(([key, text]) => ({ key, bytes: new TextEncoder().encode(text) }));
const blocks = new Blocks(program, () => {});
const ownPage = new OwnPage(blocks);
document.getElementById('opening').remove();
document.documentElement.lang = 'en';
const storage = new RecordStore(program);
const copies = new Copies(program, storage, ownPage, new Outlet(program, null));
window.side = Object.assign(side, {
  blocks, storage, copies, records, markup: new Markup(),
  open: (corpus) => ask((request) => storage.open(request, corpus)),
  refresh: () => ask((request) => storage.refresh(request)),
  replace: (pairs, removed) => ask((request) => storage.replace(request, toRecords(pairs), removed)),
  copy: (method, ...values) => ask((request) => copies[method](request, ...values)),
});
`;

const scriptStart = '<script type="module">';
const hashOf = (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

export function scriptOf(html) {
  const begin = html.indexOf(scriptStart) + scriptStart.length;
  return html.slice(begin, html.indexOf('</script>', begin));
}

// The same page with another script, which its policy allows.
export function withScript(html, script) {
  const old = scriptOf(html);
  return html.replace(hashOf(old), () => hashOf(script)).replace(old, () => script);
}

// Returns the page as a file, and `remove()`.
export async function makeStoreSide() {
  const html = await readFile(builtPage, 'utf8');
  const folder = await mkdtemp(join(tmpdir(), 'lesesaal-stores-'));
  const file = join(folder, 'stores.html');
  await writeFile(file, withScript(html, await bundleForPage(start)));
  return { file, address: pathToFileURL(file).href, remove: () => rm(folder, { recursive: true, force: true }) };
}

export const keeper = { browser: 0, simple: 1, host: 2, nobody: 3, unreadable: 4 };
export const kind = { done: 0, outOfSpace: 1, blocked: 2, tooLarge: 3, notFound: 4, failed: 5 };

// One open tab, or a frame in it.
export class StoreSide {
  constructor(page, frame = page.mainFrame()) {
    this.page = page;
    this.frame = frame;
  }

  // `spoil`: runs in the page before anything of it does.
  static async visit(context, address, { spoil, spoiling } = {}) {
    const page = await context.newPage();
    if (spoil) await page.evaluateOnNewDocument(spoil, spoiling);
    await page.goto(address, { waitUntil: 'load' });
    return new StoreSide(page);
  }

  async open(corpus = 'c') {
    return this.#contents(await this.frame.evaluate((id) => window.side.open(id), corpus));
  }

  async refresh() {
    return this.#contents(await this.frame.evaluate(() => window.side.refresh()));
  }

  // Returns 'done', or the message of the error.
  append(...pairs) {
    return this.replace(pairs, []);
  }

  async replace(pairs, removed) {
    const { numbers, texts } = await this.frame.evaluate((...values) => window.side.replace(...values), pairs, removed);
    return numbers[0] === kind.done ? 'done' : texts[0];
  }

  async copy(method, ...values) {
    const { numbers, texts } = await this.frame.evaluate((...all) => window.side.copy(...all), method, ...values);
    return { outcome: numbers[0], texts };
  }

  news() {
    return this.frame.evaluate(() => window.side.news.map(([key]) => key));
  }

  returned() {
    return this.frame.evaluate(() => window.side.returned);
  }

  async close() {
    await this.page.close();
  }

  #contents({ numbers: [number, wasCleared], texts: [reason, host], records }) {
    const [name] = Object.entries(keeper).find(([, value]) => value === number);
    return { keeper: name, reason, host, wasCleared: wasCleared === 1, records, keys: records.map(([key]) => key).sort() };
  }
}
