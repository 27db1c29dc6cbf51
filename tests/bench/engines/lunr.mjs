// lunr with lunr-languages' German: stop words, Snowball's stemmer; an index made beforehand, and what a hit shows beside it.
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modulePath, requireModule, versionOf } from './modules.mjs';

export const name = 'lunr';
export const title = () => `lunr ${versionOf('lunr')} + lunr-languages ${versionOf('lunr-languages')} (de)`;
export const hasText = false;
export const page = 'lunr.page.js';

export function prepare(items, folder) {
  const lunr = requireModule('lunr');
  requireModule('lunr-languages/lunr.stemmer.support')(lunr);
  requireModule('lunr-languages/lunr.de')(lunr);
  const index = lunr(function build() {
    this.use(lunr.de);
    this.ref('id');
    this.field('title', { boost: 5 });
    this.field('text');
    for (const item of items) this.add(item);
  });
  writeFileSync(join(folder, 'index.json'), JSON.stringify(index));
  writeFileSync(join(folder, 'shown.json'), JSON.stringify(Object.fromEntries(items.map(({ id, title: headline, date }) => [id, [headline, date]]))));
  const files = { 'lunr.min.js': 'lunr/lunr.min.js', 'stemmer.js': 'lunr-languages/min/lunr.stemmer.support.min.js', 'de.js': 'lunr-languages/min/lunr.de.min.js' };
  for (const [to, from] of Object.entries(files)) copyFileSync(modulePath(from), join(folder, to));
}
