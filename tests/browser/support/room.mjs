// A reading room open in a browser, seen as a reader sees it: by roles and names. The browser itself computes both.
import assert from 'node:assert/strict';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { plain, until } from './wait.mjs';

export const modes = ['file', 'http', 'sandbox'];
export const modeTitles = { file: 'from file://', http: 'over http', sandbox: 'in a sandboxed frame' };
export const wide = { width: 1280, height: 800 };
export const narrow = { width: 390, height: 844 };

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
export const distFolder = process.env.LESESAAL_DIST ?? resolve(root, 'dist');
export const buildFolder = resolve(root, 'build');
export const rootFolder = root;
export const builtPage = resolve(distFolder, 'lesesaal.html');

// Runs in the page before anything of it does. The counters are the tests' own: the page's word is not enough.
function watchFromInside() {
  const seen = { refusals: [], animationFrames: 0 };
  Object.defineProperty(window, 'seenByTest', { value: seen });
  document.addEventListener('securitypolicyviolation', (event) => {
    seen.refusals.push(`${event.effectiveDirective} ${event.blockedURI}`);
  });
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => request((time) => { seen.animationFrames++; callback(time); });
}

export class Room {
  // Opens the page and waits for its list, or for what `isOpen(room)` says. `downloads`: the folder for what it saves.
  static async open(browser, { mode = 'http', server, file = builtPage, hash = '', viewport = wide, isOpen, isolated = true, downloads }) {
    const behavior = downloads ? { downloadBehavior: { policy: 'allow', downloadPath: downloads } } : {};
    const context = isolated ? await browser.createBrowserContext(behavior) : browser.defaultBrowserContext();
    const page = await context.newPage();
    const room = new Room(context, page, mode);
    try {
      await page.setViewport(viewport);
      await page.evaluateOnNewDocument(watchFromInside);
      await room.goTo(Room.#addressOf(mode, server, file) + hash);
      if (isOpen) await until('the page is open', () => isOpen(room));
      else await room.waitForList();
    } catch (error) {
      error.message += `\n${await room.describe()}`;
      await room.close();
      throw error;
    }
    return room;
  }

  static #addressOf(mode, server, file) {
    if (mode === 'file') return pathToFileURL(file).href;
    return `${server.origin}/${mode === 'http' ? 'lesesaal' : 'host'}.html`;
  }

  constructor(context, page, mode) {
    this.context = context;
    this.page = page;
    this.mode = mode;
    this.errors = [];
    this.requests = [];
    this.isProvoked = false; // a test that makes the page complain looks for itself
    page.on('console', (message) => { if (message.type() === 'error') this.errors.push(`console: ${message.text()}`); });
    page.on('pageerror', (error) => this.errors.push(`uncaught: ${error.message}`));
    page.on('request', (request) => { if (!/^(data|blob):/.test(request.url())) this.requests.push(request.url()); });
  }

  async goTo(address) {
    this.address = address;
    this.requests.length = 0;
    await this.page.goto(address, { waitUntil: 'load' });
  }

  async reload(isOpen) {
    this.requests.length = 0;
    await this.page.reload({ waitUntil: 'load' });
    if (isOpen) await until('the page is open again', () => isOpen(this));
    else await this.waitForList();
  }

  // Where the reading room's document is.
  get frame() {
    return this.mode === 'sandbox' ? this.page.frames().find((frame) => frame.parentFrame()) : this.page.mainFrame();
  }

  async waitForList() {
    await until('the list of articles', async () => (await this.frame?.$('aria/[role="status"]')) && (await this.has('list', 'Artikel')));
    await until('the first frame with the list', async () => (await this.stats()).firstListMs > 0);
  }

  stats() {
    return this.frame.evaluate(() => window.lesesaal?.stats() ?? { firstListMs: 0 });
  }

  // --- Finding -------------------------------------------------------------------------------------------------------

  // All elements of the role, in order; below `within` when given.
  all(role, within = this.frame) {
    return within.$$(`aria/[role="${role}"]`);
  }

  async has(role, name) {
    const found = await this.frame.$(`aria/${name}[role="${role}"]`);
    await found?.dispose();
    return found !== null;
  }

  // The only element of role and name; waits for it.
  async find(role, name, within) {
    const found = await until(
      async () => `one ${role} "${name}"; there are: ${(await this.names(role)).join(' | ') || 'none of that role'}`,
      async () => {
        const elements = await (within ?? this.frame).$$(`aria/${name}[role="${role}"]`);
        return elements.length === 1 && elements[0];
      },
    );
    return found;
  }

  // For names that go on with a count: "Hessen, 3 Artikel". The browser must agree with the whole name.
  async findBeginning(role, beginning, within) {
    const name = await until(
      async () => `a ${role} "${beginning}…"; there are: ${(await this.names(role)).join(' | ')}`,
      async () => (await this.names(role, within)).find((one) => one.startsWith(beginning)),
    );
    return { name, element: await this.find(role, name, within) };
  }

  // As they are written; to be compared, not to be trusted: find() asks the browser.
  async names(role, within) {
    const elements = await this.all(role, within);
    return this.frame.evaluate((...nodes) => nodes.map((node) => node.getAttribute('aria-label') ?? node.textContent.trim()), ...elements);
  }

  async texts(role, within) {
    const texts = await this.frame.evaluate((...nodes) => nodes.map((node) => node.textContent), ...(await this.all(role, within)));
    return texts.map(plain);
  }

  async items() {
    return this.all('listitem', await this.find('list', 'Artikel'));
  }

  async headlines() {
    return this.texts('link', await this.find('list', 'Artikel'));
  }

  async status() {
    return (await this.texts('status')).join(' | ');
  }

  async title() {
    const [heading] = await this.all('heading', await this.find('main', ''));
    return heading ? plain(await heading.evaluate((node) => node.textContent)) : '';
  }

  hash() {
    return this.frame.evaluate(() => location.hash);
  }

  // --- Acting --------------------------------------------------------------------------------------------------------

  async click(role, name) {
    await (await this.find(role, name)).click();
  }

  async clickBeginning(role, beginning) {
    const { name, element } = await this.findBeginning(role, beginning);
    await element.click();
    return name;
  }

  // Replaces what a field holds, by keys.
  async write(role, name, text) {
    const field = await this.find(role, name);
    await field.focus();
    await this.chord('Control', 'a');
    await this.page.keyboard.press('Backspace');
    if (text) await field.type(text);
    return field;
  }

  async chord(modifier, key) {
    await this.page.keyboard.down(modifier);
    await this.page.keyboard.press(key);
    await this.page.keyboard.up(modifier);
  }

  async openArticle(headline) {
    await this.click('link', headline);
    await this.waitForTitle(headline.replace(/^[^:]*: /, ''));
  }

  // --- Expecting -----------------------------------------------------------------------------------------------------

  async expectStatus(text) {
    await until(async () => `the status "${text}"; it is "${await this.status()}"`, async () => (await this.status()) === text);
  }

  // The count in words, and as many items.
  async expectHits(count, total = 16) {
    await this.expectStatus(count === total ? `${total} Artikel` : `${count} von ${total} Artikeln`);
    await until(
      async () => `${count} items; there are ${(await this.items()).length}`,
      async () => (await this.items()).length === count,
    );
  }

  async waitForTitle(text) {
    await until(async () => `the heading "${text}"; it is "${await this.title()}"`, async () => (await this.title()) === text);
  }

  async waitForText(text) {
    await until(`the page says "${text}"`, async () => (await this.text()).includes(text));
  }

  async text() {
    return plain(await this.frame.evaluate(() => document.body.innerText || document.body.textContent));
  }

  // What a page must never do: ask for anything, complain, try what its own policy forbids.
  async expectQuiet() {
    if (this.isProvoked) return;
    const refusals = await this.frame.evaluate(() => window.seenByTest.refusals);
    assert.deepEqual(this.errors, [], 'The console has errors.');
    assert.deepEqual(refusals, [], 'The page tried what its own policy forbids.');
    const page = this.address.replace(/#.*/, '');
    const own = this.mode === 'sandbox' ? [page, page.replace('/host.html', '/lesesaal.html')] : [page];
    // Each at most once; Firefox tells of no request for a file.
    for (const url of this.requests.map((one) => one.replace(/#.*/, ''))) {
      assert.ok(own.includes(url), `The page asked for ${url}.`);
      own.splice(own.indexOf(url), 1);
    }
  }

  async describe() {
    const text = await this.text().catch((error) => error.message);
    return `The page says: ${text.slice(0, 600)}\nThe console says: ${this.errors.join('\n') || 'nothing'}`;
  }

  async close() {
    if (this.context === this.context.browser().defaultBrowserContext()) await this.page.close();
    else await this.context.close();
  }
}
