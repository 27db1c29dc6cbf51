// What comes from other tabs and from the page around this one may be made by anybody: it is taken whole or not at all.

export const recordsMax = 100_000;
export const keyCharactersMax = 256;
// Of all texts together; as pack_bytes_max in src/notebook/pack.h.
export const charactersMax = 64 * 1024 * 1024;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
export const bytesOf = (text) => encoder.encode(text);
export const textOf = (bytes) => decoder.decode(bytes);

// As they travel: [[key, text], …].
export function toPairs(records) {
  return records.map(({ key, bytes }) => [key, textOf(bytes)]);
}

// Returns: the records, or null when anything is not as it should be.
export function fromPairs(pairs) {
  if (!Array.isArray(pairs) || pairs.length > recordsMax) return null;
  let characters = 0;
  for (const pair of pairs) {
    if (!Array.isArray(pair) || pair.length !== 2) return null;
    const [key, text] = pair;
    if (typeof key !== 'string' || typeof text !== 'string') return null;
    if (key.length === 0 || key.length > keyCharactersMax) return null;
    characters += text.length;
    if (characters > charactersMax) return null;
  }
  return pairs.map(([key, text]) => ({ key, bytes: bytesOf(text) }));
}
