// Makes the corpus that searches are measured on: 10,000 German documents out of Debian's documentation, as a JSON Feed,
// and the same tenfold with sentences in another order, as ten. The same packages give the same bytes.
// Usage: node german_corpus.mjs TREES OUTPUT
import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { cutDocuments, sentencesOf } from './corpus/documents.mjs';
import { makeRandom, shuffled } from './corpus/random.mjs';
import { readPages } from './corpus/sources.mjs';

const documentCount = 10_000;
const copies = 10;
const sentencesOfParagraph = 4;
const dayMs = 86_400_000;
const firstDay = Date.UTC(2016, 0, 1) / dayMs;
const lastDay = Date.UTC(2025, 11, 31) / dayMs;

// As many as are wanted, left out here and there, so that every package keeps its share.
function choose(documents, count, random) {
  const kept = new Set(shuffled(documents.keys(), random).slice(0, count));
  return documents.filter((_, index) => kept.has(index));
}

const day = (random) => new Date((firstDay + Math.floor(random() * (lastDay - firstDay + 1))) * dayMs).toISOString();

// A page is cut into several documents, and several pages have the same heading: both are numbered.
function makeItems(documents, random) {
  const parts = new Map();
  const next = (key) => {
    parts.set(key, (parts.get(key) ?? 0) + 1);
    return parts.get(key);
  };
  return documents.map(({ name, title, text }) => {
    const id = `${name}/${next(`id ${name}`)}`;
    const number = next(`title ${title}`);
    return {
      id,
      url: `https://dokumentation.example/${id}`,
      // What stands before ": " would be taken for a kicker.
      title: (number === 1 ? title : `${title} (${number})`).replaceAll(': ', ' – '),
      content_text: text,
      date_published: day(random),
    };
  });
}

// The same sentences in another order and in other paragraphs, under another headline.
function varied(item, copy, random) {
  const sentences = shuffled(item.content_text.split('\n\n').flatMap(sentencesOf).map((sentence) => sentence.trim()), random);
  const paragraphs = [];
  for (let i = 0; i < sentences.length; i += sentencesOfParagraph) paragraphs.push(sentences.slice(i, i + sentencesOfParagraph).join(' '));
  const begin = sentences[0].split(/\s+/).slice(0, 5).join(' ').replaceAll(': ', ' ');
  return {
    id: `${item.id}/fassung-${copy}`,
    url: `${item.url}/fassung-${copy}`,
    title: `${item.title} – ${begin}`,
    content_text: paragraphs.join('\n\n'),
    date_published: day(random),
  };
}

async function writeFeed(path, title, items) {
  const stream = createWriteStream(`${path}.part`);
  const feed = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title, language: 'de', items: [] });
  stream.write(`${feed.slice(0, -2)}\n`);
  for (const [index, item] of items.entries()) stream.write(`${index > 0 ? ',\n' : ''}${JSON.stringify(item)}`);
  stream.end('\n]}\n');
  await finished(stream);
  renameSync(`${path}.part`, path);
}

function count(items) {
  let bytes = 0;
  let words = 0;
  for (const { content_text: text } of items) {
    bytes += Buffer.byteLength(text);
    words += text.match(/\p{L}[\p{L}\p{M}\p{N}]*/gu).length;
  }
  return `${items.length} documents, ${bytes} bytes of text, ${words} words`;
}

const [trees, output] = process.argv.slice(2);
if (!trees || !output) {
  console.error('Usage: node german_corpus.mjs TREES OUTPUT\nTREES: a folder with the unpacked packages; OUTPUT: the folder to write to.');
  process.exit(2);
}
const documents = cutDocuments(readPages(trees));
if (documents.length < documentCount) throw new Error(`The packages give only ${documents.length} documents.`);
const random = makeRandom(20251023);
const items = makeItems(choose(documents, documentCount, random), random);
mkdirSync(output, { recursive: true });
await writeFeed(join(output, 'german-10k.json'), '10.000 deutsche Dokumente', items);
console.log(`german-10k.json: ${count(items)}`);

// One feed may have 64 MiB, so that there is one for each copy.
const folder = join(output, 'german-100k');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (let copy = 1; copy <= copies; copy++) {
  const others = items.map((item) => varied(item, copy, random));
  await writeFeed(join(folder, `${String(copy).padStart(2, '0')}.json`), `Fassung ${copy}`, others);
}
console.log(`german-100k: ${copies} feeds of as many`);
