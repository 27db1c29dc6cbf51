// Other tabs with the same corpus: what one has stored, the others hear.

import { fromPairs, toPairs } from './records.js';

export class Tabs {
  #channel = null;

  // `take(records)`: what another tab has stored. `spare`: whose own events stand in where there is no channel.
  constructor(corpus, spare, take) {
    const takePairs = (pairs) => {
      const records = fromPairs(pairs);
      if (records) take(records);
    };
    addEventListener('storage', (event) => {
      const pair = spare.recordOf(event);
      if (pair) takePairs([pair]);
    });
    try {
      this.#channel = new BroadcastChannel(`lesesaal:${corpus}`);
      this.#channel.onmessage = ({ data }) => takePairs(data);
    } catch {
      // A frame may have none.
    }
  }

  tell(records) {
    this.#channel?.postMessage(toPairs(records));
  }
}
