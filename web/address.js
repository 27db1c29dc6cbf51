// The part of the address after '#'. Embedded pages may not touch the history; then the address is only remembered.

export class Address {
  #program;
  #hash = location.hash;

  constructor(program) {
    this.#program = program;
  }

  start() {
    // Browsers send one or the other or both, depending on how the address changed.
    addEventListener('popstate', () => this.#changed());
    addEventListener('hashchange', () => this.#changed());
  }

  hash() {
    return this.#hash;
  }

  base() {
    return location.href.split('#', 1)[0];
  }

  set(hash, isPush) {
    if (hash === this.#hash) return;
    this.#hash = hash;
    const address = hash || location.pathname + location.search;
    try {
      if (isPush) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    } catch {
      // An opaque origin, or more changes in a short time than the browser allows. Nothing is lost but the link.
    }
  }

  #changed() {
    if (location.hash === this.#hash) return;
    this.#hash = location.hash;
    this.#program.callWith('lesesaal_hash_changed', [], [this.#hash]);
  }
}
