// MiniSearch with an index made beforehand. Folding of umlauts is ours to give (its documentation: processTerm).
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importModule, modulePath, versionOf } from './modules.mjs';
import { options } from './minisearch.options.js';

export const name = 'minisearch';
export const title = () => `minisearch ${versionOf('minisearch')}`;
export const hasText = false;
export const page = 'minisearch.page.js';
const here = new URL('.', import.meta.url).pathname;

export async function prepare(items, folder) {
  const { default: MiniSearch } = await importModule('minisearch/dist/es/index.js');
  const index = new MiniSearch(options);
  index.addAll(items);
  writeFileSync(join(folder, 'index.json'), JSON.stringify(index));
  copyFileSync(modulePath('minisearch/dist/es/index.js'), join(folder, 'minisearch.js'));
  copyFileSync(join(here, 'minisearch.options.js'), join(folder, 'minisearch.options.js'));
}
