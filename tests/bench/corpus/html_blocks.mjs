// The headings and paragraphs of an HTML page of documentation, in order.
import { parse } from 'parse5';

const blocks = new Set(`address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hr html li main nav ol p section summary table tbody td tfoot th thead tr ul`.split(/\s+/));
const leftOut = new Set('head script style noscript pre textarea select button nav header footer aside svg math form iframe'.split(' '));
// How the makers of these pages call what stands around the text.
const leftOutClasses = new Set(`navheader navfooter toc index indexterm dropdowns debug related programlisting screen sphinxsidebar nav_table
  tocinset tocframe`.split(/\s+/));
const leftOutId = /^(DEBUG|SearchFrame|DonationFrame|toc|main-toc)$/i;

const attribute = (node, name) => node.attrs?.find((entry) => entry.name === name)?.value ?? '';
function isLeftOut(node) {
  if (leftOut.has(node.tagName) || leftOutId.test(attribute(node, 'id'))) return true;
  return attribute(node, 'class').split(' ').some((name) => leftOutClasses.has(name));
}

// Returns [{ kind: 'heading' | 'text', text }].
export function blocksOfHtml(html) {
  const result = [];
  let text = '';
  let kind = 'text';
  const end = () => {
    const line = text.replace(/[\s\u00a0\u00ad\u200b]+/g, ' ').trim();
    if (line) result.push({ kind, text: line });
    text = '';
  };
  const walk = (node) => {
    if (node.nodeName === '#text') { text += node.value; return; }
    if (isLeftOut(node)) return;
    if (node.tagName === 'br') text += ' ';
    // The cells of a row are one line.
    const isCell = node.tagName === 'td' || node.tagName === 'th';
    const isBlock = blocks.has(node.tagName) && !isCell;
    const isHeading = /^h[1-6]$/.test(node.tagName ?? '');
    if (isBlock) end();
    if (isHeading) kind = 'heading';
    for (const child of node.childNodes ?? []) walk(child);
    if (isCell) text += ' ';
    if (isBlock) end();
    if (isHeading) kind = 'text';
  };
  walk(parse(html));
  return result;
}
