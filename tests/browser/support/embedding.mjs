// The host page that README.md shows.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from './room.mjs';

// `address`: of the page in the frame.
export function hostOfReadme(address) {
  const readme = readFileSync(join(rootFolder, 'README.md'), 'utf8');
  const snippet = /## Embedding[\s\S]*?```html\n([\s\S]*?)```/.exec(readme)?.[1];
  if (!snippet) throw new Error('README.md shows no host page.');
  return hostPage(snippet.replace('src="lesesaal.html"', `src="${address}"`));
}

export function hostPage(body) {
  return `<!doctype html><html lang="de"><meta charset="utf-8"><title>Einbettende Seite</title><link rel="icon" href="data:,">
<style>html, body { height: 100%; margin: 0 } iframe { width: 100%; height: 100%; border: 0 }</style>${body}</html>`;
}
