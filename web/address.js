// The part of the address after '#'. Embedded pages may not touch the history; then the address is only remembered.

// Between two keys of one who types; less would cost every key a call to the browser, which also refuses too many.
const replaceAfterMs = 150;

export class Address {
  #program;
  #replacing = 0; // the timer of what is not yet written
  #hash = location.hash;

  constructor(program) {
    this.#program = program;
  }

  start() {
    // Browsers send one or the other or both, depending on how the address changed.
    addEventListener('popstate', () => this.#changed());
    addEventListener('hashchange', () => this.#changed());
    addEventListener('pagehide', () => this.#writeWaiting());
  }

  hash() {
    return this.#hash;
  }

  base() {
    return location.href.split('#', 1)[0];
  }

  set(hash, isPush) {
    if (hash === this.#hash) return;
    // What waits belongs to the entry before.
    if (isPush) this.#writeWaiting();
    this.#hash = hash;
    if (isPush) this.#write('pushState');
    else if (this.#replacing === 0) this.#replacing = setTimeout(() => this.#writeWaiting(), replaceAfterMs);
  }

  #writeWaiting() {
    if (this.#replacing === 0) return;
    clearTimeout(this.#replacing);
    this.#replacing = 0;
    this.#write('replaceState');
  }

  #write(how) {
    try {
      history[how](null, '', this.#hash || location.pathname + location.search);
    } catch {
      // An opaque origin, or more changes in a short time than the browser allows. Nothing is lost but the link.
    }
  }

  #changed() {
    if (location.hash === this.#hash) return;
    // The entry it was for has been left.
    clearTimeout(this.#replacing);
    this.#replacing = 0;
    this.#hash = location.hash;
    this.#program.callWith('lesesaal_hash_changed', [], [this.#hash]);
  }
}
