// The reader's records: in IndexedDB, with a spare in localStorage; where there is neither, at the page around this one
// (bridge.js); else in the program's memory until the page closes, and the page says so.

import { Bridge } from './bridge.js';
import { Database, Unreadable } from './database.js';
import { done, kinds, Refused } from './outcomes.js';
import { Spare } from './spare.js';
import { Tabs } from './tabs.js';

// As platform::Keeper, and one more: the store exists, cannot be read, and there is no other.
const keepers = { browser: 0, simple: 1, host: 2, nobody: 3, unreadable: 4 };

// Keys of assets/i18n.
const reasons = {
  unavailable: 'storage_unavailable',
  unreadable: 'storage_unreadable',
  unreadableButSpare: 'storage_unreadable_spare',
  simple: 'storage_simple',
  host: 'storage_at_host',
};

function outcomeOf(error) {
  if (error instanceof Refused) return { kind: error.kind, message: error.message };
  if (error?.name === 'QuotaExceededError') return { kind: kinds.outOfSpace, message: 'storage_full' };
  if (error instanceof Unreadable || error?.name === 'SecurityError') return { kind: kinds.blocked, message: 'storage_blocked' };
  return { kind: kinds.failed, message: 'storage_failed' };
}

// Sandboxed frames have none, and frames of other origins where the browser blocks them.
function hasStore() {
  try {
    return Boolean(window.localStorage);
  } catch {
    return false;
  }
}

const isSame = (a, b) => a.length === b.length && a.every((byte, index) => byte === b[index]);

export class RecordStore {
  #program;
  #database = null;
  #spare = null;
  #tabs = null;
  #bridge = new Bridge((records) => this.#bring(records), () => this.#lookAgain());
  #keeper = keepers.nobody;
  #isOpen = false;
  #known = new Set(); // keys that the program has, from here or from itself
  #early = []; // brought before the program's first answer
  #unkept = new Map(); // appended while nobody kept it, by key

  constructor(program) {
    this.#program = program;
    if (!hasStore()) this.#bridge.offer(); // early: the answer is there when the program asks
  }

  async open(request, corpus) {
    this.#spare = new Spare(corpus);
    this.#database = new Database(corpus, this.#spare.hasCanary, () => this.#lookAgain());
    this.#tabs = new Tabs(corpus, this.#spare, (records) => this.#bring(records));
    await this.#answer(request);
    this.#isOpen = true;
    this.#bring(this.#early.splice(0));
    document.addEventListener('visibilitychange', () => { if (!document.hidden) this.#lookAgain(); });
    addEventListener('pageshow', ({ persisted }) => { if (persisted) this.#lookAgain(); });
  }

  async refresh(request) {
    this.#spare.probe();
    await this.#answer(request);
  }

  // Puts `records` in the place of those with the keys `removed`.
  async replace(request, records, removed) {
    const { kind, message } = await this.#keep(records, removed).then(() => done, (error) => {
      console.info('storage:', error);
      return outcomeOf(error);
    });
    if (kind === kinds.done) for (const { key } of records) this.#known.add(key);
    this.#program.callWith('lesesaal_storage_appended', [request, kind], [message]);
  }

  // What the page keeps for itself beside the records; nothing where there is no IndexedDB.
  async find(name) {
    return this.#database?.find(name);
  }

  async remember(name, value) {
    await this.#database?.keep(name, value);
  }

  // --- Reading -------------------------------------------------------------------------------------------------------

  async #answer(request) {
    const { keeper, reason, records, host = '' } = await this.#look();
    this.#keeper = keeper;
    await this.#keepUnkept();
    const wasCleared = this.#database.takeWasCleared();
    // Others may have brought some of them meanwhile.
    const news = records.filter(({ key }) => !this.#known.has(key));
    for (const { key, bytes } of news) {
      this.#known.add(key);
      this.#program.callWith('lesesaal_storage_record', [], [key, bytes]);
    }
    this.#program.callWith('lesesaal_storage_opened', [request, keeper, wasCleared ? 1 : 0], [reason, host]);
  }

  // Returns { keeper, reason, records: that the program does not have, host }.
  async #look() {
    const isNew = (key) => !this.#known.has(key);
    const spared = this.#spare.read();
    let problem;
    try {
      const kept = await this.#database.read(isNew);
      await this.#even(kept, spared);
      return { keeper: keepers.browser, reason: '', records: this.#union(kept.records, spared) };
    } catch (error) {
      console.info('storage:', error);
      problem = error;
    }
    const isUnreadable = problem instanceof Unreadable;
    if (this.#spare.isUsable) {
      return { keeper: keepers.simple, reason: isUnreadable ? reasons.unreadableButSpare : reasons.simple, records: this.#union([], spared) };
    }
    if (isUnreadable) return { keeper: keepers.unreadable, reason: reasons.unreadable, records: [] };
    const records = await this.#bridge.open();
    if (!records) return { keeper: keepers.nobody, reason: reasons.unavailable, records: [] };
    return { keeper: keepers.host, reason: reasons.host, records: records.filter(({ key }) => isNew(key)), host: this.#bridge.host };
  }

  // Each key once; both copies where they differ, since the program alone can tell which is damaged.
  #union(kept, spared) {
    const copies = new Map(kept.map(({ key, bytes }) => [key, bytes]));
    const others = spared.filter(({ key, bytes }) => {
      if (this.#known.has(key)) return false;
      const copy = copies.get(key);
      return !copy || !isSame(copy, bytes);
    });
    return [...kept, ...others];
  }

  // What one of the two stores lacks is put there from the other.
  async #even(kept, spared) {
    const missing = spared.filter(({ key }) => !kept.keys.has(key));
    try {
      if (missing.length > 0) await this.#database.write(missing, []);
    } catch (error) {
      console.info('storage:', error); // still in the spare
    }
    const there = new Set(spared.map(({ key }) => key));
    this.#spare.add(kept.records.filter(({ key }) => !there.has(key)).reverse()); // the newest first
    if (kept.keys.size > 0 || missing.length > 0) this.#spare.setCanary();
  }

  // --- Writing -------------------------------------------------------------------------------------------------------

  // Resolves when somebody keeps the records.
  async #keep(records, removed) {
    switch (this.#keeper) {
      case keepers.browser:
        await this.#keepInDatabase(records, removed);
        break;
      case keepers.simple:
        this.#spare.write(records, removed);
        break;
      case keepers.host:
        return this.#bridge.keep(records, removed);
      case keepers.nobody: // in the program's own memory
        for (const key of removed) this.#unkept.delete(key);
        for (const record of records) this.#unkept.set(record.key, record);
        return undefined;
      default:
        throw new Refused(kinds.blocked, reasons.unreadable);
    }
    this.#tabs.tell(records);
    return undefined;
  }

  async #keepInDatabase(records, removed) {
    await this.#database.write(records, removed);
    this.#spare.remove(removed);
    this.#spare.add(records);
    this.#spare.setCanary();
  }

  async #keepUnkept() {
    if (this.#keeper > keepers.host || this.#unkept.size === 0) return;
    try {
      await this.#keep([...this.#unkept.values()], []);
      this.#unkept.clear();
    } catch (error) {
      console.info('storage:', error); // the next look tries again
    }
  }

  // --- News ----------------------------------------------------------------------------------------------------------

  #bring(records) {
    if (!this.#isOpen) {
      this.#early.push(...records);
      return;
    }
    const news = records.filter(({ key }) => !this.#known.has(key) && this.#known.add(key));
    if (news.length === 0) return;
    for (const { key, bytes } of news) this.#program.callWith('lesesaal_storage_record', [], [key, bytes]);
    this.#program.call('lesesaal_storage_brought');
  }

  #lookAgain() {
    if (this.#isOpen) this.#program.call('lesesaal_returned');
  }
}
