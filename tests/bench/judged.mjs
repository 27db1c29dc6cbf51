// The judged queries: what makes a document right or wrong is written as patterns over its title and text, so that every
// right document is known, not only those that some engine found.
import { readFileSync } from 'node:fs';

const letter = '[\\p{L}\\p{M}\\p{N}]';
const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;

// A pattern is a regular expression for whole words, in which ~ stands for any letters; upper and lower case are the same.
const sourceOf = (pattern) => pattern.replaceAll('~', `${letter}*`).replaceAll(' ', '\\s+');
// Most patterns are of one word and are looked up in the list of all words; the others are searched for in every text.
const isOfOneWord = (pattern) => /^[\p{L}~()[\]|?!:]+$/u.test(pattern);

export class Texts {
  #texts;
  #idsOfWord = new Map();

  constructor(items) {
    this.#texts = new Map(items.map(({ id, title, text }) => [id, `${title}\n${text}`]));
    for (const [id, text] of this.#texts) {
      for (const word of new Set(text.toLowerCase().match(wordPattern))) {
        if (!this.#idsOfWord.has(word)) this.#idsOfWord.set(word, []);
        this.#idsOfWord.get(word).push(id);
      }
    }
  }

  get count() { return this.#texts.size; }

  matching(pattern) {
    if (isOfOneWord(pattern)) {
      const whole = new RegExp(`^(?:${sourceOf(pattern)})$`, 'iu');
      return [...this.#idsOfWord].flatMap(([word, ids]) => (whole.test(word) ? ids : []));
    }
    const anywhere = new RegExp(`(?<!${letter})(?:${sourceOf(pattern)})(?!${letter})`, 'iu');
    return [...this.#texts].filter(([, text]) => anywhere.test(text)).map(([id]) => id);
  }

  allMatching(patterns) { return new Set(patterns.flatMap((pattern) => this.matching(pattern))); }
}

// A trap's hit is wrong when it is not right and matches a pattern of `wrong`; "*" there means anything that is not right.
// A correction that the reader is told of mixes nothing: then only the patterns count.
function judged(texts, entry) {
  const { right, wrong = [] } = entry;
  const rightIds = texts.allMatching(right);
  const wrongIds = texts.allMatching(wrong.filter((pattern) => pattern !== '*'));
  const isWrong = (id, isMarked) => !rightIds.has(id) && (wrongIds.has(id) || (wrong.includes('*') && !isMarked));
  return { ...entry, rightIds, isWrong };
}

// Returns the queries, and those that the corpus has nothing right for, which nobody is asked; of traps that is no matter.
export function readJudged(file, items) {
  const texts = new Texts(items);
  const all = JSON.parse(readFileSync(file, 'utf8')).map((entry) => judged(texts, entry));
  const isUseful = (entry) => entry.class === 'trap' || entry.rightIds.size > 0;
  return { queries: all.filter(isUseful), unanswerable: all.filter((entry) => !isUseful(entry)) };
}
