// The German pages of the unpacked packages: [{ name, group, title, blocks }], always in the same order.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { blocksOfHtml } from './html_blocks.mjs';
import { blocksOfRoff } from './roff_blocks.mjs';

// Where the text stands in each package, and which files are of it.
const htmlSources = [
  ['libreoffice-help-de', 'usr/share/libreoffice/help/de/text', /\.html$/],
  ['gimp-help-de', 'usr/share/gimp/2.0/help/de', /\.html$/],
  ['debian-handbook', 'usr/share/doc/debian-handbook/html/de-DE', /\.html$/],
  ['debian-reference-de', 'usr/share/debian-reference', /\.de\.html$/],
  ['developers-reference-de', 'usr/share/developers-reference/de', /\.html$/],
  ['maint-guide-de', 'usr/share/doc/maint-guide-de/html', /\.html$/],
  ['debian-faq-de', 'usr/share/doc/debian/FAQ/de', /\.html$/],
  ['debian-edu-doc-de', 'usr/share/doc/debian-edu-doc-de', /bookworm-manual\.html$/],
  ['debian-paketmanagement-buch', 'usr/share/doc/debian-paketmanagement-buch', /allinone\.html$/],
  ['harden-doc', 'usr/share/doc/harden-doc/html/de-DE', /\.html$/],
  ['installation-guide-amd64', 'usr/share/doc/installation-guide-amd64/de', /\.html$/],
  ['udo-doc-de', 'usr/share/doc/udo-doc-de/html', /\.html$/],
  ['kicad-doc-de', 'usr/share/doc/kicad/help/de', /\.html$/],
  ['lilypond-doc-html-de', 'usr/share/doc/lilypond/html/Documentation', /\/(essay|extending|learning|notation|usage|web)\/[^/]+\.de\.html$/],
];
const roffSources = ['manpages-de', 'manpages-de-dev', 'dpkg-dev', 'debhelper', 'po4a', 'debconf-doc', 'adduser'].map((name) => [name, 'usr/share/man/de']);

// Of man pages: who wrote it, and how to complain; the same on thousands of pages.
const boilerplate = /^(ÜBERSETZUNG|AUTOR|AUTOREN|AUTOR\(EN\)|COPYRIGHT|URHEBERRECHT|FEHLER MELDEN|KOLOPHON|LIZENZ|ÜBERSICHT|SIEHE AUCH|KONFORM ZU|STANDARDS|DATEIEN)$/;

export const packages = [...htmlSources, ...roffSources].map(([name]) => name);

function filesIn(folder) {
  const files = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...filesIn(path));
    else if (entry.isFile()) files.push(path);
  }
  return files.sort((a, b) => (a < b ? -1 : 1));
}

function htmlPages(trees, [name, folder, pattern]) {
  const root = join(trees, name, folder);
  return filesIn(root).filter((file) => pattern.test(file)).map((file) => {
    const blocks = blocksOfHtml(readFileSync(file, 'utf8'));
    const path = relative(root, file);
    return { name: `${name}/${path.replace(/(\.de)?\.html$/, '')}`, group: `${name}/${path.replace(/[^/]*$/, '')}`, title: '', blocks };
  });
}

function withoutBoilerplate(blocks) {
  let isLeftOut = false;
  return blocks.filter(({ kind, text }) => {
    if (kind === 'heading') isLeftOut = boilerplate.test(text);
    return !isLeftOut;
  });
}

function manPages(trees, [name, folder]) {
  const root = join(trees, name, folder);
  const pages = [];
  for (const file of filesIn(root).filter((path) => path.endsWith('.gz'))) {
    const source = gunzipSync(readFileSync(file)).toString('utf8');
    if (/^\.(Dd|Sh)\b/m.test(source) || /^\.so /m.test(source)) continue;
    const { title, blocks } = blocksOfRoff(source);
    const path = relative(root, file).replace(/\.gz$/, '');
    pages.push({ name: `${name}/${path}`, group: `${name}/${path}`, title, blocks: withoutBoilerplate(blocks) });
  }
  return pages;
}

export function* readPages(trees) {
  for (const source of htmlSources) yield* htmlPages(trees, source);
  for (const source of roffSources) yield* manPages(trees, source);
}
