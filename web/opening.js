// What is shown before the program is, or instead of it.

import { language, words } from './words.js';

// A page that opens faster says nothing: it would only flicker.
const sayAfterMs = 300;
// In steps that a screen reader can keep up with.
const stepPercent = 10;

function makeElement(tag, attributes, text = '') {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}

export class Opening {
  #place = document.getElementById('opening');
  #status = makeElement('p', { role: 'status' }, words.opening);
  #bar = null;
  #bytesDone = 0;
  #bytesAll;
  #saidPercent = 0;

  // `bytesAll`: of all blocks that are read before the program starts, inflated.
  constructor(bytesAll) {
    this.#bytesAll = bytesAll;
    document.documentElement.lang = language;
    this.#place.replaceChildren(this.#status, makeElement('p', { class: 'slow' }, words.slow));
    setTimeout(() => this.#showBar(), sayAfterMs);
  }

  addBytes(count) {
    this.#bytesDone += count;
    this.#show();
  }

  // The program shows the page now.
  end() {
    this.#place.remove();
  }

  #showBar() {
    if (!this.#place.isConnected || this.#place.querySelector('[role="alert"]')) return;
    this.#bar = makeElement('progress', { 'aria-label': words.opening, max: '100' });
    this.#status.after(this.#bar);
    this.#show();
  }

  #show() {
    if (!this.#bar) return;
    const percent = Math.floor((100 * this.#bytesDone) / this.#bytesAll);
    this.#bar.value = percent;
    if (percent < this.#saidPercent + stepPercent) return;
    this.#saidPercent = percent - (percent % stepPercent);
    this.#status.textContent = words.openingShare(this.#saidPercent);
  }
}

// In the place of everything else: a page that cannot go on.
export function tellFailure(sentence) {
  const place = document.getElementById('opening') ?? document.body.appendChild(document.createElement('div'));
  place.id = 'opening';
  place.replaceChildren(makeElement('p', { role: 'alert', lang: language }, `${sentence} ${words.untouchedData}`));
}

// Beside everything else: the reader can go on.
export function tellDamage(sentences) {
  document.body.append(makeElement('p', { id: 'damage', role: 'alert', lang: language }, sentences.join(' ')));
}
