// FlexSearch with its German preset and its balanced charset, which is what it has against typing errors; exported
// beforehand, as its documentation does it. "forward" is its way to prefixes.
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importModule, modulePath, versionOf } from './modules.mjs';
import { optionsOf } from './flexsearch.options.js';

export const name = 'flexsearch';
export const title = () => `flexsearch ${versionOf('flexsearch')} (de)`;
export const hasText = false;
export const page = 'flexsearch.page.js';
const here = new URL('.', import.meta.url).pathname;

export async function prepare(items, folder) {
  const FlexSearch = await importModule('flexsearch/dist/flexsearch.bundle.module.min.mjs');
  const { default: german } = await importModule('flexsearch/dist/module/lang/de.js');
  const index = new FlexSearch.Document(optionsOf(FlexSearch, german));
  for (const item of items) index.add(item);
  const keys = [];
  await index.export((key, data) => {
    if (!data) return;
    writeFileSync(join(folder, `part-${keys.length}.json`), data);
    keys.push(key);
  });
  writeFileSync(join(folder, 'keys.json'), JSON.stringify(keys));
  copyFileSync(modulePath('flexsearch/dist/flexsearch.bundle.module.min.mjs'), join(folder, 'flexsearch.mjs'));
  copyFileSync(modulePath('flexsearch/dist/module/lang/de.js'), join(folder, 'de.js'));
  writeFileSync(join(folder, 'type.js'), 'export const EncoderOptions = null;\n'); // it imports the name of a type
  copyFileSync(join(here, 'flexsearch.options.js'), join(folder, 'flexsearch.options.js'));
}
