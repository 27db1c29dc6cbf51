// The pages that are measured beside the built one.
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { builtPage, distFolder } from '../browser/support/room.mjs';
import { makeRandom } from './corpus/random.mjs';

const blockPattern = /<script type="application\/vnd\.lesesaal\.([\w.-]+)"([^>]*)>([^<]*)<\/script>/g;

// Name, and bytes raw, compressed and in the file, of every data block; then the page's own script, and what is left.
export function blocksOf(file) {
  const html = readFileSync(file, 'latin1');
  const blocks = [...html.matchAll(blockPattern)].map(([whole, name, attributes, base64]) => ({
    name,
    raw: Number(/data-bytes="(\d+)"/.exec(attributes)[1]),
    gzip: Buffer.byteLength(base64, 'base64'),
    file: whole.length,
  }));
  const script = /<script type="module">[^]*?<\/script>/.exec(html)[0].length;
  const rest = html.length - script - blocks.reduce((sum, block) => sum + block.file, 0);
  return { blocks, script, rest, total: html.length };
}

// As many bytes in as many data blocks, and a script that does nothing with them: it clears a WebGL2 canvas.
export function writePlainPage(path) {
  const html = readFileSync(builtPage, 'latin1');
  const blocks = [...html.matchAll(blockPattern)].map(([whole]) => whole).join('\n');
  const script = `addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => {
  const gl = document.querySelector('canvas').getContext('webgl2');
  gl.clearColor(0.97, 0.96, 0.95, 1);
  gl.clear(gl.COLOR_BUFFER_BIT);
  window.clearedMs = performance.now();
}));`;
  // What the page has besides its blocks, as a comment: the same bytes to read and to scan.
  const rest = 'x'.repeat(Math.max(0, html.length - blocks.length - script.length - 400));
  writeFileSync(path, `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Vergleich</title>
<link rel="icon" href="data:,"><style>html, body, canvas { margin: 0; width: 100%; height: 100%; display: block }</style>
<script>${script}</script></head><body><canvas></canvas><!-- ${rest} -->
${blocks}
</body></html>`, 'latin1');
  return path;
}

const stems = `Verwaltung Kommune Digital Daten Land Bund Stadt Kreis Register Dienst Leistung Plattform Portal Antrag Bürger
  Strategie Projekt Modell Gesetz Recht Schule Verkehr Klima Energie Haushalt Sicherheit Netz Karte Konto Ausweis Behörde
  Gemeinde Ministerium Verband Genossenschaft Standard Schnittstelle Prozess Akte Archiv Statistik Umfrage Pilot Region`
  .split(/\s+/);
const tails = `ung sdienst sportal splattform sprojekt sgesetz ssoftware sstelle sverbund sstrategie smodell skonferenz sreform
  sgipfel sberatung sförderung skonzept svertrag sindex srahmen`.split(/\s+/);
const small = `der die das und in mit für von auf zu dem den ist wird sich nicht auch als an nach bei einer eines über wie
  aus sind werden soll können mehr neue gemeinsam künftig bereits jetzt`.split(/\s+/);
const places = ['Hessen', 'Bayern', 'Sachsen', 'Bremen', 'Wiesbaden', 'Hamburg', 'Thüringen', 'Saarland', 'Berlin', 'Köln'];

// German-like words with a few frequent and many rare ones, as language has them.
function makeWriter(random) {
  const pick = (list) => list[Math.floor(random() ** 2 * list.length)];
  const word = () => {
    const dice = random();
    if (dice < 0.55) return pick(small);
    if (dice < 0.75) return pick(stems);
    if (dice < 0.8) return pick(places);
    return pick(stems) + pick(tails);
  };
  const sentence = () => {
    const words = Array.from({ length: 8 + Math.floor(random() * 14) }, word).join(' ');
    return `${words[0].toUpperCase()}${words.slice(1)}.`;
  };
  return {
    headline: () => `${pick(places)}: ${pick(stems)}${pick(tails)} ${pick(small)} ${pick(stems)}`,
    sentence,
    paragraph: () => Array.from({ length: 3 + Math.floor(random() * 4) }, sentence).join(' '),
  };
}

// Names that few articles have: what makes articles related, as people, firms and projects do.
const syllables = 'ba be bo dor fel gen hau kar lin mar nor ber ost ral sen tal ur vel win zel'.split(' ');
function makeNamer(random) {
  const syllable = () => syllables[Math.floor(random() * syllables.length)];
  return () => {
    const name = Array.from({ length: 2 + Math.floor(random() * 2) }, syllable).join('');
    return name[0].toUpperCase() + name.slice(1);
  };
}

const media = ['Kommune21', 'Behördenspiegel', 'Amtsblatt', 'Der Landkreis', 'Stadt und Netz', 'Digitalrat', 'Rathausbote'];

// Teasers of two sentences, as press pages have them: many of them are what a list must bear.
function makeTeaser({ random, write, name }, index, day) {
  const text = `${write.sentence()} ${write.sentence()}`.replace(/ (?=\S+\.$)/, ` ${name()} `);
  return {
    id: `bench-${index}`,
    title: `${write.headline()} ${name()}`,
    content_text: random() < 0.5 ? text : `${text} ${write.sentence()}`,
    date_published: day(),
  };
}

// From here on the pages are of teasers.
export const teasersFrom = 10_000;

// A feed of articles, or a feed of teasers for each of the media, the first with the most.
export function makeFeeds(count) {
  const random = makeRandom(20251023);
  const makers = { random, write: makeWriter(random), name: makeNamer(random) };
  const firstDay = Date.UTC(2019, 0, 1) / 86_400_000;
  const day = () => new Date((firstDay + Math.floor(random() * 2400)) * 86_400_000).toISOString();
  const makeArticle = (index) => ({
    id: `bench-${index}`,
    title: makers.write.headline(),
    content_text: Array.from({ length: 4 + Math.floor(random() * 5) }, makers.write.paragraph).join('\n\n'),
    date_published: day(),
  });
  const feed = (title) => ({ version: 'https://jsonfeed.org/version/1.1', title, language: 'de', items: [] });
  if (count < teasersFrom) {
    return [{ ...feed(`${count} erzeugte Artikel`), items: Array.from({ length: count }, (_, index) => makeArticle(index)) }];
  }
  const feeds = media.map(feed);
  for (let index = 0; index < count; index++) {
    feeds[Math.floor(random() ** 2 * media.length)].items.push(makeTeaser(makers, index, day));
  }
  return feeds;
}

// Returns the page, and how long packing took.
export async function packLargePage(folder, count) {
  const page = join(folder, `large-${count}.html`);
  const files = makeFeeds(count).map((feed, index) => {
    const file = join(folder, `feed-${count}-${index}.json`);
    writeFileSync(file, JSON.stringify(feed));
    return file;
  });
  const begin = performance.now();
  await promisify(execFile)(join(distFolder, 'lesesaal'), ['pack', ...files, '-o', page]);
  return { page, packMs: performance.now() - begin };
}
