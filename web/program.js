// Calls into the wasm module. Every call of the page goes through here, so that a program that has stopped is told to
// the reader once and never called again.

const textEncoder = new TextEncoder();

export class Program {
  #module = null;
  #hasFailed = false;
  #onFailure;

  constructor(onFailure) {
    this.#onFailure = onFailure;
  }

  attach(module) {
    this.#module = module;
  }

  get isRunning() {
    return this.#module !== null && !this.#hasFailed;
  }

  // Re-read at every use: growing memory leaves older views without a buffer.
  get heap() {
    return this.#module.HEAPU8;
  }

  get heapBytes() {
    return this.#module ? this.#module.HEAPU8.length : 0;
  }

  call(name, ...values) {
    if (!this.isRunning) return 0;
    try {
      return this.#module['_' + name](...values);
    } catch (error) {
      this.fail(error);
      return 0;
    }
  }

  // Calls with numbers, then an address and a length for each of the bytes or texts, which are gone after the call.
  callWith(name, numbers, payloads) {
    if (!this.isRunning) return 0;
    const places = payloads.map((payload) => this.#lend(typeof payload === 'string' ? textEncoder.encode(payload) : payload));
    const result = this.call(name, ...numbers, ...places.flatMap((place) => [place.at, place.size]));
    for (const place of places) this.free(place.at);
    return result;
  }

  // 0 when there is no room.
  allocate(size) {
    return this.call('malloc', Math.max(size, 1)) >>> 0;
  }

  free(at) {
    this.call('free', at);
  }

  fail(error) {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    console.error(error);
    this.#onFailure();
  }

  #lend(bytes) {
    const at = this.allocate(bytes.length);
    if (at === 0) {
      this.fail(new Error('out of memory'));
      return { at: 0, size: 0 };
    }
    this.heap.set(bytes, at);
    return { at, size: bytes.length };
  }
}
