// The records in IndexedDB, the only store that https, plain http and file:// share and that outlives a crash: each under
// [corpus, key], as bytes. What the page keeps for itself stands under ['', what, corpus]; no corpus is called ''.

const databaseName = 'lesesaal';
const databaseVersion = 1;
const storeName = 'operations';
const answerWithinMs = 5000;

// There is a store, but what it holds cannot be read: nothing may be overwritten.
export class Unreadable extends Error {}

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
async function openConnection() {
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

export class Database {
  #corpus;
  #onLost;
  #connection = null;
  // Whether anything was kept here: with it in the store, a store without it was emptied.
  #expectsCanary = false;
  #wasCleared = false;

  // `expectsCanary`: records were kept in an earlier visit. `onLost()`: the connection was taken away.
  constructor(corpus, expectsCanary, onLost) {
    this.#corpus = corpus;
    this.#expectsCanary = expectsCanary;
    this.#onLost = onLost;
  }

  // Told once.
  takeWasCleared() {
    const wasCleared = this.#wasCleared;
    this.#wasCleared = false;
    return wasCleared;
  }

  // Returns { keys: all that are there, records: those whose key `isWanted` }. Throws Unreadable, or what the browser says.
  read(isWanted) {
    return this.#use(async (connection) => {
      await withinTime(this.#probe(connection));
      try {
        return await this.#readRecords(connection, isWanted);
      } catch (error) {
        throw new Unreadable('records', { cause: error });
      }
    });
  }

  // All or nothing.
  write(records, removed) {
    return this.#use(async (connection) => {
      await this.#transact(connection, (store) => {
        for (const key of removed) store.delete([this.#corpus, key]);
        for (const { key, bytes } of records) store.put(bytes, [this.#corpus, key]);
        store.put(Date.now(), this.#own('canary'));
      });
      this.#expectsCanary = true;
    });
  }

  // What the page keeps for itself beside the records.
  find(name) {
    return this.#use((connection) => this.#find(connection, name));
  }

  keep(name, value) {
    return this.#use((connection) => this.#transact(connection, (store) => store.put(value, this.#own(name))));
  }

  #own(name) {
    return ['', name, this.#corpus];
  }

  async #connected() {
    if (this.#connection) return this.#connection;
    const connection = await openConnection();
    // A newer Lesesaal in another tab, or somebody who empties the store, wants the database: let it, and look again.
    connection.onversionchange = () => this.#lose();
    connection.onclose = () => this.#lose();
    this.#connection = connection;
    await this.#lookForCanary(connection);
    return connection;
  }

  // The next attempt after a failed one starts afresh; a connection that had been closed without a word gets it at once.
  async #use(act) {
    const isOld = this.#connection !== null;
    try {
      return await act(await this.#connected());
    } catch (error) {
      this.#close();
      if (!isOld || error?.name !== 'InvalidStateError') throw error;
    }
    return act(await this.#connected());
  }

  #close() {
    this.#connection?.close();
    this.#connection = null;
  }

  #lose() {
    this.#close();
    this.#onLost();
  }

  #find(connection, name) {
    return settled(connection.transaction(storeName).objectStore(storeName).get(this.#own(name)));
  }

  async #lookForCanary(connection) {
    if ((await withinTime(this.#find(connection, 'canary'))) !== undefined) {
      this.#expectsCanary = true;
    } else if (this.#expectsCanary) {
      this.#wasCleared = true;
      await this.#transact(connection, (store) => store.put(Date.now(), this.#own('canary'))); // told once
    }
  }

  // Some browsers hand out a database that keeps nothing: believe it only after reading back what was written.
  async #probe(connection) {
    const key = ['', 'probe'];
    try {
      await this.#transact(connection, (store) => store.put(Date.now(), key));
    } catch (error) {
      if (error?.name === 'QuotaExceededError') return; // full, but what is in it can be read
      throw error;
    }
    const found = await settled(connection.transaction(storeName).objectStore(storeName).get(key));
    // The number may be another page's by now.
    if (typeof found !== 'number') throw new Error('the probe is not there');
  }

  async #readRecords(connection, isWanted) {
    await this.#lookForCanary(connection);
    // In the order of keys an array is after every string: [corpus, []] is the end of this corpus.
    const range = IDBKeyRange.bound([this.#corpus], [this.#corpus, []]);
    const store = connection.transaction(storeName).objectStore(storeName);
    // All files of a disk share one store in some browsers; what others put there is not ours to trust.
    const keys = (await settled(store.getAllKeys(range))).map((key) => key[1]).filter((key) => typeof key === 'string');
    const wanted = keys.filter(isWanted);
    const values = wanted.length === keys.length
      ? await this.#readAll(store, range)
      : await Promise.all(wanted.map(async (key) => [key, await settled(store.get([this.#corpus, key]))]));
    const records = values.map(([key, bytes]) => ({ key, bytes })).filter(({ bytes }) => bytes instanceof Uint8Array);
    if (keys.length > 0 && !this.#expectsCanary) await this.#transact(connection, (own) => own.put(Date.now(), this.#own('canary')));
    return { keys: new Set(keys), records };
  }

  // In two requests, not in one a record.
  async #readAll(store, range) {
    const [keys, values] = await Promise.all([settled(store.getAllKeys(range)), settled(store.getAll(range))]);
    return keys.map((key, index) => [key[1], values[index]]).filter(([key]) => typeof key === 'string');
  }

  // `act` must only make requests; all of them count, or none.
  async #transact(connection, act) {
    const transaction = connection.transaction(storeName, 'readwrite', { durability: 'strict' });
    const done = written(transaction);
    done.catch(() => {}); // when act() fails first, that is the error to tell
    try {
      act(transaction.objectStore(storeName));
    } catch (error) {
      transaction.abort();
      throw error;
    }
    await done;
  }
}
