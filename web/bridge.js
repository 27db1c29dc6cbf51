// The page around this one as a store, where the browser gives none (README.md, "Embedding"). Messages are objects with a
// `lesesaal` that says what they are, and the nonce of this visit:
//   offer                                           to the page around, once, and anew when the reader comes back
//   records { records: [[key, text], …] }           the answer: what it keeps; later: what came there from elsewhere
//   keep    { number, records, removed: [key, …] }  to be put there and taken away, all or nothing
//   kept    { number, error: '', 'full' or other }  the answer
// Only the page around this one is listened to, and after its answer only with the origin that it had then. An offer holds
// nothing of the reader's; records go to that origin alone.

import { fromPairs, toPairs } from './records.js';
import { kinds, Refused } from './outcomes.js';

// The offer was made when the page began to open, and now the reader waits; a later answer is found by looking again.
const foundWithinMs = 250;
const foundAgainWithinMs = 5000;
const keptWithinMs = 10_000;
const namedOrigin = /^https?:\/\//;

function makeNonce() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const after = (ms) => new Promise((resolve) => { setTimeout(resolve, ms, null); });

export class Bridge {
  #take;
  #onFound;
  #nonce = '';
  #origin = '';
  #answer = null; // to the offer
  #found = null; // gives it
  #waiting = new Map(); // who waits for what was sent, by its number
  #lastNumber = 0;

  // `take(records)`: what came to the host from elsewhere. `onFound()`: a host that answered when nobody waited any more.
  constructor(take, onFound) {
    this.#take = take;
    this.#onFound = onFound;
  }

  // The origin of who keeps the records.
  get host() {
    return this.#origin;
  }

  // Asks the page around this one, if there is any; open() tells what it answered.
  offer() {
    if (window.parent === window) return;
    if (this.#nonce === '') {
      this.#nonce = makeNonce();
      addEventListener('message', (event) => this.#hear(event));
    }
    this.#answer = new Promise((resolve) => { this.#found = resolve; });
    this.#send({ lesesaal: 'offer', version: 1 }, this.#origin || '*');
  }

  // Returns: what the host keeps; null where there is none.
  async open() {
    if (window.parent === window) return null;
    if (!this.#answer) this.offer();
    const records = await Promise.race([this.#answer, after(this.#origin ? foundAgainWithinMs : foundWithinMs)]);
    this.#answer = null;
    this.#found = null;
    return records;
  }

  // Resolves when the host has them.
  async keep(records, removed) {
    const number = ++this.#lastNumber;
    const answer = new Promise((resolve) => { this.#waiting.set(number, resolve); });
    this.#send({ lesesaal: 'keep', number, records: toPairs(records), removed }, this.#origin);
    const error = await Promise.race([answer, after(keptWithinMs)]);
    this.#waiting.delete(number);
    if (error === 'full') throw new Refused(kinds.outOfSpace, 'storage_full');
    if (error !== '') throw new Refused(kinds.failed, 'storage_failed');
  }

  #send(message, origin) {
    window.parent.postMessage({ ...message, nonce: this.#nonce }, origin);
  }

  #hear({ source, origin, data }) {
    if (source !== window.parent || data?.nonce !== this.#nonce) return;
    if (this.#origin ? origin !== this.#origin : !namedOrigin.test(origin)) return;
    if (data.lesesaal === 'records') this.#hearRecords(origin, fromPairs(data.records));
    else if (data.lesesaal === 'kept') this.#waiting.get(data.number)?.(data.error ?? '');
  }

  #hearRecords(origin, records) {
    if (!records) return;
    const isKnown = this.#origin !== '';
    this.#origin = origin;
    if (this.#found) this.#found(records);
    else if (isKnown) this.#take(records);
    else this.#onFound();
  }
}
