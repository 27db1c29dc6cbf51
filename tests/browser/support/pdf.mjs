// The text on printed pages.
import { getDocumentProxy } from 'unpdf';

// Page by page, its lines in order. Ligatures are taken apart.
export async function linesOf(pdf) {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const text = items.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join('');
    pages.push(text.normalize('NFKC').split('\n').map((line) => line.trim()).filter(Boolean));
  }
  return pages;
}
