// Cuts pages into documents of about two kilobytes.
import { isGermanDocument, isGermanParagraph } from './german.mjs';

const bytesAimed = 1900;
const bytesMin = 600;
const bytesMax = 6000;
const repeatsMax = 2; // of one paragraph in the whole corpus

const sentencePattern = /[^.!?]+(?:[.!?]+(?!\s|$)[^.!?]*)*[.!?]*[»“”"')]*\s*/g;
// Parts that only together are the text.
export const sentencesOf = (text) => text.match(sentencePattern) ?? [text];

// A paragraph longer than a document becomes several, cut after sentences.
function* cutLong(text) {
  if (text.length <= bytesAimed) { yield text; return; }
  let part = '';
  for (const sentence of sentencesOf(text)) {
    if (part && part.length + sentence.length > bytesAimed) { yield part.trim(); part = ''; }
    part += sentence;
  }
  if (part.trim()) yield part.trim();
}

const withoutNumber = (heading) => heading.replace(/^(Kapitel|Anhang|Teil)?\s*[\dA-Z]*(\.\d+)*\.?\s+(?=\p{L})/u, '').replace(/[¶#]/g, '').trim();

class Cutter {
  documents = [];
  #seen = new Map();
  #title = '';
  #pageTitle = '';
  #name = '';
  #paragraphs = [];
  #bytes = 0;

  #finish() {
    const text = this.#paragraphs.join('\n\n');
    if (this.#bytes >= bytesMin && this.#bytes <= bytesMax && isGermanDocument(text)) {
      this.documents.push({ name: this.#name, title: this.#title, text });
    }
    this.#paragraphs = [];
    this.#bytes = 0;
  }

  #take(text) {
    if (!isGermanParagraph(text)) return;
    const repeats = (this.#seen.get(text) ?? 0) + 1;
    this.#seen.set(text, repeats);
    if (repeats > repeatsMax) return;
    for (const part of cutLong(text)) {
      if (this.#bytes > 0 && this.#bytes + part.length > 1.3 * bytesAimed) this.#finish();
      this.#paragraphs.push(part);
      this.#bytes += Buffer.byteLength(part) + 2;
      if (this.#bytes >= bytesAimed) this.#finish();
    }
  }

  #head(text) {
    const heading = withoutNumber(text);
    if (heading.length < 2) return;
    if (this.#bytes >= 0.7 * bytesAimed) this.#finish();
    if (this.#bytes === 0) this.#title = this.#pageTitle && this.#pageTitle !== heading ? `${this.#pageTitle} – ${heading}` : heading;
    else this.#paragraphs.push(heading);
  }

  // Small pages of one group are joined.
  add(page, isNewGroup) {
    if (isNewGroup) this.#finish();
    this.#name = page.name;
    this.#pageTitle = page.title;
    for (const { kind, text } of page.blocks) {
      if (kind === 'heading') this.#head(text);
      else this.#take(text);
    }
  }

  end() { this.#finish(); }
}

// Returns [{ name, title, text }]; names are of the page, titles may be the same for several.
export function cutDocuments(pages) {
  const cutter = new Cutter();
  let group;
  for (const page of pages) {
    cutter.add(page, page.group !== group);
    group = page.group;
  }
  cutter.end();
  return cutter.documents;
}
