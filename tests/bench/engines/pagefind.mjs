// Pagefind over pages of the corpus; the language of the pages gives it its German stemmer. It loads what a query needs.
import { join } from 'node:path';
import { importModule, versionOf } from './modules.mjs';

export const name = 'pagefind';
export const title = () => `pagefind ${versionOf('pagefind')} (de)`;
export const hasText = true;
export const page = 'pagefind.page.js';

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const paragraphs = (text) => text.split('\n\n').map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n');

export async function prepare(items, folder) {
  const { createIndex, close } = await importModule('pagefind/lib/index.js');
  const { index } = await createIndex({});
  for (const { id, title: headline, date, text } of items) {
    const content = `<!doctype html><html lang="de"><head><title>${escaped(headline)}</title></head><body><main data-pagefind-body>
<h1>${escaped(headline)}</h1><span data-pagefind-meta="id:${encodeURIComponent(id)}"></span><span data-pagefind-meta="date:${date}"></span>
${paragraphs(text)}</main></body></html>`;
    const { errors } = await index.addHTMLFile({ url: `/${encodeURIComponent(id)}`, content });
    if (errors.length > 0) throw new Error(`pagefind: ${errors.join('; ')}`);
  }
  const { errors } = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await close();
  if (errors.length > 0) throw new Error(`pagefind: ${errors.join('; ')}`);
}
