// The reader's records in IndexedDB, the only store that https, plain http and file:// share; each record under
// [corpus, key]. Where there is none, records live in the program's memory until the page closes, and the page says so.

const databaseName = 'lesesaal';
const databaseVersion = 1;
const storeName = 'operations';
const answerWithinMs = 5000;

// Outcomes of lesesaal_storage_opened and lesesaal_storage_appended in src/platform/web/exports.cpp.
const openedDurable = 0;
const openedUntilClosing = 1;
const openedUnreadable = 2;
const appended = 0;
const outOfSpace = 1;
const isBlocked = 2;
const failed = 3;

// Keys of assets/i18n.
const reasonUnavailable = 'storage_unavailable';
const reasonUnreadable = 'storage_unreadable';
const reasonFull = 'storage_full';
const reasonBlocked = 'storage_blocked';
const reasonFailed = 'storage_failed';

// There is a store, but what it holds cannot be read: nothing may be overwritten.
class Unreadable extends Error {}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

// Resolves when the transaction is on the disk, not when its requests have succeeded.
function written(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
}

function withinTime(promise) {
  return Promise.race([
    promise,
    new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), answerWithinMs)),
  ]);
}

// Requires nothing of the browser: any refusal is a rejection.
async function openDatabase() {
  const request = indexedDB.open(databaseName, databaseVersion);
  request.onupgradeneeded = () => request.result.createObjectStore(storeName);
  let isWanted = true;
  // An answer after the time is up must not hold the database open.
  request.addEventListener('success', () => { if (!isWanted) request.result.close(); });
  const blocked = new Promise((_, reject) => { request.onblocked = () => reject(new Unreadable('blocked')); });
  try {
    return await withinTime(Promise.race([settled(request), blocked]));
  } catch (error) {
    isWanted = false;
    if (error.name === 'VersionError') throw new Unreadable('newer version', { cause: error });
    throw error;
  }
}

function openForWriting(database) {
  return database.transaction(storeName, 'readwrite', { durability: 'strict' });
}

// Some browsers hand out a database that keeps nothing: believe it only after reading back what was written.
async function probe(database) {
  const key = ['', 'probe'];
  const transaction = openForWriting(database);
  transaction.objectStore(storeName).put(Date.now(), key);
  await written(transaction);
  const found = await settled(database.transaction(storeName).objectStore(storeName).get(key));
  // The number may be another page's by now.
  if (typeof found !== 'number') throw new Error('the probe is not there');
}

async function readAll(database, corpus) {
  // In the order of keys an array is after every string: [corpus, []] is the end of this corpus.
  const range = IDBKeyRange.bound([corpus], [corpus, []]);
  const store = database.transaction(storeName).objectStore(storeName);
  const [keys, values] = await Promise.all([settled(store.getAllKeys(range)), settled(store.getAll(range))]);
  // All files of a disk share one store in some browsers; what others put there is not ours to trust.
  return keys
    .map((key, index) => ({ key: key[1], bytes: values[index] }))
    .filter(({ key, bytes }) => typeof key === 'string' && bytes instanceof Uint8Array);
}

function put(transaction, corpus, records) {
  const store = transaction.objectStore(storeName);
  try {
    for (const { key, bytes } of records) store.put(bytes, [corpus, key]);
  } catch (error) {
    transaction.abort(); // all or none
    throw error;
  }
}

export class RecordStore {
  #program;
  #corpus = '';
  #database = null;
  #outcome = openedUntilClosing;

  constructor(program) {
    this.#program = program;
  }

  async open(request, corpus) {
    this.#corpus = corpus;
    let records = [];
    let reason = '';
    try {
      records = await this.#openStore();
      this.#outcome = openedDurable;
    } catch (error) {
      console.info('storage:', error);
      this.#disconnect();
      this.#outcome = error instanceof Unreadable ? openedUnreadable : openedUntilClosing;
      reason = error instanceof Unreadable ? reasonUnreadable : reasonUnavailable;
    }
    for (const { key, bytes } of records) this.#program.callWith('lesesaal_storage_record', [], [key, bytes]);
    this.#program.callWith('lesesaal_storage_opened', [request, this.#outcome], [reason]);
  }

  async append(request, records) {
    const [outcome, reason] = await this.#keep(records);
    this.#program.callWith('lesesaal_storage_appended', [request, outcome], [reason]);
  }

  async #keep(records) {
    switch (this.#outcome) {
      case openedDurable:
        return this.#write(records);
      case openedUntilClosing:
        return [appended, '']; // in the program's own memory
      default:
        return [isBlocked, reasonUnreadable];
    }
  }

  async #openStore() {
    const database = await this.#connect();
    await withinTime(probe(database));
    try {
      return await readAll(database, this.#corpus);
    } catch (error) {
      throw new Unreadable('records', { cause: error });
    }
  }

  async #connect() {
    const database = await openDatabase();
    // A newer Lesesaal in another tab wants to change the database: let it, and open again when needed.
    database.onversionchange = () => this.#disconnect();
    database.onclose = () => { this.#database = null; };
    this.#database = database;
    return database;
  }

  #disconnect() {
    this.#database?.close();
    this.#database = null;
  }

  async #write(records) {
    try {
      const database = this.#database ?? (await this.#connect());
      const transaction = openForWriting(database);
      const done = written(transaction);
      done.catch(() => {}); // when put() fails first, that is the error to tell
      put(transaction, this.#corpus, records);
      await done;
      return [appended, ''];
    } catch (error) {
      console.info('storage:', error);
      this.#disconnect(); // the next attempt starts afresh
      if (error?.name === 'QuotaExceededError') return [outOfSpace, reasonFull];
      if (error instanceof Unreadable || error?.name === 'SecurityError') return [isBlocked, reasonBlocked];
      return [failed, reasonFailed];
    }
  }
}
