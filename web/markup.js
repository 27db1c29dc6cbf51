// HTML from files, as the browser's own parser understands it: in a document that is never shown, runs nothing and loads
// nothing. Only read here; nothing of it enters the page.

const encoder = new TextEncoder();

class TooMany extends Error {}

// As src/platform/web/host_markup.cpp reads them: a letter and texts that end with a NUL, which no parsed document holds.
class TokenWriter {
  #texts = [];
  #count = 0;
  #max;

  constructor(max) {
    this.#max = max;
  }

  add(letter, ...texts) {
    if (++this.#count > this.#max) throw new TooMany();
    this.#texts.push(letter + texts.map((text) => `${text}\0`).join(''));
  }

  bytes() {
    return encoder.encode(this.#texts.join(''));
  }
}

function write(node, writer) {
  if (node.nodeType === Node.TEXT_NODE) writer.add('t', node.data);
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  const name = node.localName.toLowerCase();
  writer.add('o', name, ...Array.from(node.attributes, (one) => [one.name.toLowerCase(), one.value]).flat(), '');
  // As deep as the parser lets documents be, some hundred elements.
  for (const child of node.childNodes) write(child, writer);
  writer.add('c', name);
}

export class Markup {
  // Returns: null when there are more than so many tokens.
  parse(html, tokensMax) {
    const writer = new TokenWriter(tokensMax);
    try {
      write(new DOMParser().parseFromString(html, 'text/html').documentElement, writer);
      return writer.bytes();
    } catch (error) {
      if (error instanceof TooMany) return null;
      throw error;
    }
  }
}
