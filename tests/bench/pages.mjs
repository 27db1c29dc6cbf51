// The pages that are measured beside the built one.
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { builtPage, distFolder } from '../browser/support/room.mjs';

const blockPattern = /<script type="application\/vnd\.lesesaal\.([\w.-]+)"([^>]*)>([^<]*)<\/script>/g;

// Name, and bytes raw, compressed and in the file, of every data block; then what is left.
export function blocksOf(file) {
  const html = readFileSync(file, 'latin1');
  const blocks = [...html.matchAll(blockPattern)].map(([whole, name, attributes, base64]) => ({
    name,
    raw: Number(/data-bytes="(\d+)"/.exec(attributes)[1]),
    gzip: Buffer.byteLength(base64, 'base64'),
    file: whole.length,
  }));
  const rest = html.length - blocks.reduce((sum, block) => sum + block.file, 0);
  return { blocks, rest, total: html.length };
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

// Random numbers that are the same on every run (Mulberry32).
function makeRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
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
    paragraph: () => Array.from({ length: 3 + Math.floor(random() * 4) }, sentence).join(' '),
  };
}

export function makeFeed(count) {
  const random = makeRandom(20251023);
  const { headline, paragraph } = makeWriter(random);
  const firstDay = Date.UTC(2019, 0, 1) / 86_400_000;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: `${count} erzeugte Artikel`,
    language: 'de',
    items: Array.from({ length: count }, (_, index) => ({
      id: `bench-${index}`,
      title: headline(),
      content_text: Array.from({ length: 4 + Math.floor(random() * 5) }, paragraph).join('\n\n'),
      date_published: new Date((firstDay + Math.floor(random() * 2400)) * 86_400_000).toISOString(),
    })),
  };
}

// Returns the page, and how long packing took.
export async function packLargePage(folder, count) {
  const [feed, page] = [join(folder, 'feed.json'), join(folder, 'large.html')];
  writeFileSync(feed, JSON.stringify(makeFeed(count)));
  const begin = performance.now();
  await promisify(execFile)(join(distFolder, 'lesesaal'), ['pack', feed, '-o', page]);
  return { page, packMs: performance.now() - begin };
}
