// The queries that are timed: six kinds, picked from the corpus, the same on every run.
import { makeRandom, shuffled } from './corpus/random.mjs';

export const kinds = ['common', 'rare', 'two words', 'phrase', 'prefix', 'misspelt'];
const perKind = 24;

// Words without a subject: two neighbours leave them out by themselves, so that they would compare nothing.
const small = new Set(`aber alle allem allen aller alles also andere anderen auch beim bereits dabei dadurch daher damit dann dass deren derer
  dessen diese diesem diesen dieser dieses doch durch eine einem einen einer eines einige einigen etwa falls für gegen haben hatte hier hinter
  ihre ihrem ihren ihrer immer indem jede jedem jeden jeder jedes jedoch kann keine keinen können könnte lesen machen mehr mehrere muss müssen
  nach nachdem nicht noch nur oben oder ohne schon sehr sein seine seinen seiner selbst sich sind sobald sodass soll sollen sollte sollten
  sondern sonst soweit sowie unter viele vom von vor wann war warum weil weitere weiteren welche welchen wenn werden wer wie wieder wird wurde
  wurden während zum zur zwei zwischen über falls siehe bzw zwar statt stets somit daran darauf darin davon dazu nun beiden ihnen ihrem
  anderer anderes bevor bis kein keiner dies diesmal denn würde würden zudem außerdem sogar ganz gibt mit der die das und für auf ist dem den des
  ein als aus bei werden nicht sie einen kann wenn hat eines`.split(/\s+/));

export const wordsOf = (text) => text.match(/\p{L}[\p{L}\p{M}\p{N}]*/gu) ?? [];
const isSubject = (word) => word.length >= 4 && /^\p{L}+$/u.test(word) && !small.has(word);

function frequencies(items) {
  const counts = new Map();
  for (const { title, text } of items) {
    for (const word of new Set(wordsOf(`${title} ${text}`).map((each) => each.toLowerCase()))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

// Two neighbouring words of one sentence.
function pairsOf(text) {
  return [...text.matchAll(/(?<![\p{L}\p{N}.-])(\p{L}{4,}) (\p{L}{4,})(?![\p{L}\p{N}-])/gu)].map(([, first, second]) => [first, second]);
}

// One letter missing, doubled by another, exchanged or swapped with its neighbour; the first letter stays.
function misspell(word, random) {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = 'enirtsahdulcgm'[Math.floor(random() * 14)];
  const [before, after] = [word.slice(0, at), word.slice(at)];
  switch (Math.floor(random() * 4)) {
    case 0: return before + after.slice(1);
    case 1: return before + letter + after;
    case 2: return before + letter + after.slice(1);
    default: return before + after[1] + after[0] + after.slice(2);
  }
}

function pickFrom(random, count, make) {
  const picked = new Set();
  for (let tries = 0; picked.size < count && tries < 200_000; tries++) {
    const text = make();
    if (text) picked.add(text);
  }
  return [...picked];
}

function documentsWith(texts, phrase, enough) {
  let count = 0;
  for (const text of texts) if (text.includes(phrase) && ++count >= enough) break;
  return count;
}

// Returns { queries: [{ kind, text }], shares: what of the documents the common ones have }.
export function chooseQueries(items) {
  const random = makeRandom(54);
  const counts = frequencies(items);
  const frequent = [...counts].filter(([word]) => isSubject(word)).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const between = (low, high, length = 4) => frequent.filter(([word, count]) => count >= low && count <= high && word.length >= length).map(([word]) => word);
  const any = (list) => list[Math.floor(random() * list.length)];
  const share = (part) => Math.max(2, Math.round(part * items.length));
  const copies = Math.max(1, Math.round(items.length / 10_000)); // the tenfold has each word ten times
  const common = frequent.slice(0, perKind);
  const middle = new Set(between(share(0.005), share(0.1)));
  const known = between(share(0.001), share(0.1), 6);
  const texts = items.map(({ title, text }) => `${title}\n${text}`);
  const lower = texts.map((text) => text.toLowerCase());
  const subjects = (text) => wordsOf(text.toLowerCase()).filter((word) => middle.has(word));
  const made = {
    common: common.map(([word]) => word),
    rare: shuffled(between(2 * copies, 5 * copies, 6), random).slice(0, perKind),
    'two words': pickFrom(random, perKind, () => {
      const words = subjects(any(texts));
      const pair = words.length > 1 ? [any(words), any(words)] : [];
      return new Set(pair).size === 2 ? pair.join(' ') : '';
    }),
    phrase: pickFrom(random, perKind, () => {
      const pair = any(pairsOf(any(texts)).concat([['', '']])).map((word) => word.toLowerCase());
      if (!pair.every(isSubject) || !pair.some((word) => middle.has(word))) return '';
      return documentsWith(lower, pair.join(' '), 3) >= 3 ? pair.join(' ') : '';
    }),
    prefix: pickFrom(random, perKind, () => {
      const begin = any(known).slice(0, 4);
      return between(2, items.length).filter((word) => word.startsWith(begin)).length >= 3 ? begin : '';
    }),
    misspelt: pickFrom(random, perKind, () => {
      const word = misspell(any(known), random);
      return counts.has(word) ? '' : word;
    }),
  };
  return {
    queries: kinds.flatMap((kind) => made[kind].map((text) => ({ kind, text }))),
    shares: [common.at(-1)[1], common[0][1]].map((count) => count / items.length),
  };
}
