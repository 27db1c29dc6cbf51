// This very page as a file: what the parser made of it, before anything has changed it, and its data blocks as they came.

import { blockType } from './container.js';

const doctype = '<!doctype html>\n';
// Where data goes that the page did not have (src/page/container.h).
const newBlocksMarker = 'lesesaal:corpus';

const isBlock = (node) => node.localName === 'script' && node.type.startsWith(blockType);

// A copy without the text of the blocks, which would be held a second time.
function skeletonOf(node) {
  const copy = node.cloneNode(false);
  if (!isBlock(node)) for (const child of node.childNodes) copy.append(skeletonOf(child));
  return copy;
}

function* nodesOf(node, filter) {
  const walker = document.createTreeWalker(node, filter);
  while (walker.nextNode()) yield walker.currentNode;
}

export class OwnPage {
  #skeleton = skeletonOf(document.documentElement);
  #blocks;

  // Requires: nothing has changed the document yet.
  constructor(blocks) {
    this.#blocks = blocks;
  }

  // The page with the block `name` replaced or added. `block`: its HTML, with a line feed after it.
  with(name, block) {
    const page = this.#skeleton.cloneNode(true);
    // Stands for a block while the rest is written; nobody can have put it into the page before.
    const sign = `${Math.random()}`.slice(2);
    const place = (blockName) => document.createComment(`${sign}:${blockName}`);
    const tags = new Map();
    for (const element of [...nodesOf(page, NodeFilter.SHOW_ELEMENT)].filter(isBlock)) {
      const blockName = element.type.slice(blockType.length);
      tags.set(blockName, element.outerHTML);
      element.replaceWith(place(blockName));
    }
    if (!tags.has(name)) {
      const marker = [...nodesOf(page, NodeFilter.SHOW_COMMENT)].find(({ data }) => data === newBlocksMarker);
      if (marker) marker.before(place(name));
      else page.querySelector('body').append(place(name));
    }
    // Text and names in turn. A script that stands in a page cannot spell out how a comment begins.
    const parts = page.outerHTML.split(new RegExp(`<!-{2}${sign}:([^>]*)-->`));
    return new Blob([doctype, ...parts.flatMap((part, index) => (index % 2 === 0 ? [part] : this.#write(part, tags, name, block)))],
      { type: 'text/html' });
  }

  #write(part, tags, name, block) {
    if (part === name) return [tags.has(name) ? block.trimEnd() : block];
    const end = '</script>';
    return [tags.get(part).slice(0, -end.length), this.#blocks.encoded(part), end];
  }
}
