// A second copy of the records in the browser's simple store (localStorage), as long as there is room: when the first one
// is lost, damaged or refused, this one is read. What was written just before a crash may be missing here.

import { bytesOf, textOf } from './records.js';

// The browser gives some five million to all pages of an origin, to all files of a disk together.
const charactersMax = 1_000_000;
const probeKey = 'lesesaal-probe';
const canaryPlaces = ['localStorage', 'sessionStorage'];

// Stores may be taken away at any time. Returns: undefined where there is nothing.
function attempt(act) {
  try {
    return act() ?? undefined;
  } catch {
    return undefined;
  }
}

export class Spare {
  #prefix;
  #canaryKey;
  #store = null;
  #characters = 0;
  #hasSetCanary = false;

  constructor(corpus) {
    this.#prefix = `lesesaal:${encodeURIComponent(corpus)}:`; // of which none is the beginning of another
    this.#canaryKey = `lesesaal-canary:${corpus}`;
    this.probe();
  }

  // Believed only after reading back what was written; a full one can be read all the same.
  probe() {
    this.#store = null;
    try {
      const now = String(Date.now());
      localStorage.setItem(probeKey, now);
      if (localStorage.getItem(probeKey) === now) this.#store = localStorage;
    } catch (error) {
      if (error?.name === 'QuotaExceededError') this.#store = localStorage;
    }
  }

  get isUsable() {
    return this.#store !== null;
  }

  // That the other store has something: to know, later, whether it was emptied. In the tab's own store too, which some
  // ways of emptying spare.
  get hasCanary() {
    return canaryPlaces.some((place) => attempt(() => window[place].getItem(this.#canaryKey)) !== undefined);
  }

  setCanary() {
    if (this.#hasSetCanary) return;
    for (const place of canaryPlaces) attempt(() => window[place].setItem(this.#canaryKey, '1'));
    this.#hasSetCanary = true;
  }

  read() {
    const records = attempt(() => this.#readAll()) ?? [];
    this.#characters = records.reduce((sum, { key, bytes }) => sum + key.length + bytes.length, 0);
    return records;
  }

  // As many as there is room for.
  add(records) {
    for (const { key, bytes } of records) {
      if (this.#characters + key.length + bytes.length > charactersMax) continue;
      if (attempt(() => this.#put(key, textOf(bytes))) === undefined) return;
    }
  }

  remove(keys) {
    for (const key of keys) attempt(() => this.#remove(key));
  }

  // Where this is the only store: all or nothing, whatever the room. Throws what the browser says.
  write(records, removed) {
    const before = new Map();
    try {
      for (const { key, bytes } of records) {
        before.set(key, this.#store.getItem(this.#prefix + key));
        this.#put(key, textOf(bytes));
      }
    } catch (error) {
      for (const [key, text] of before) {
        if (text === null) this.remove([key]);
        else attempt(() => this.#store.setItem(this.#prefix + key, text));
      }
      throw error;
    }
    this.remove(removed.filter((key) => !before.has(key)));
  }

  // What another tab has put here, as the browser's own event tells it; null when it is something else.
  recordOf({ key, newValue }) {
    if (typeof newValue !== 'string' || !key?.startsWith(this.#prefix)) return null;
    return [key.slice(this.#prefix.length), newValue];
  }

  #readAll() {
    const keys = Array.from({ length: this.#store.length }, (_, index) => this.#store.key(index));
    return keys
      .filter((key) => key?.startsWith(this.#prefix))
      .map((key) => ({ key: key.slice(this.#prefix.length), bytes: bytesOf(this.#store.getItem(key) ?? '') }));
  }

  #remove(key) {
    const text = this.#store.getItem(this.#prefix + key);
    if (text === null) return;
    this.#store.removeItem(this.#prefix + key);
    this.#characters -= key.length + text.length;
  }

  #put(key, text) {
    this.#store.setItem(this.#prefix + key, text);
    this.#characters += key.length + text.length;
    return true;
  }
}
