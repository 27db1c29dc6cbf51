// The data blocks of the page: script elements of type application/vnd.lesesaal.NAME holding a gzip member in Base64,
// whose checksum the browser verifies while inflating, with its raw length in data-bytes; or, with data-encoding="zstd", a
// frame of zstd, which the program unpacks and verifies (src/page/container.h).

import { words } from './words.js';

export const blockType = 'application/vnd.lesesaal.';
// One step of decoding, in characters; a multiple of four, so that every slice is Base64 of its own.
const sliceCharacters = 1 << 20;
// As large as memory can be at all: a damaged number must not ask for more.
const blockBytesMax = 1 << 30;

export class DamagedBlock extends Error {
  constructor(name) {
    super(words.damagedBlock(name));
    this.blockName = name;
  }
}

function decodeBase64(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

async function feed(text, writer) {
  try {
    for (let begin = 0; begin < text.length; begin += sliceCharacters) {
      await writer.write(decodeBase64(text.slice(begin, begin + sliceCharacters)));
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error);
  }
}

// Calls `take` with the pieces of the inflated block, in order. Fails unless every byte is there and whole.
async function inflate(element, take) {
  const expected = Number(element.dataset.bytes);
  if (!(expected >= 0 && expected <= blockBytesMax)) throw new Error('data-bytes');
  const stream = new DecompressionStream('gzip');
  // The reader sees what goes wrong on the other side.
  feed(element.textContent, stream.writable.getWriter()).catch(() => {});
  const reader = stream.readable.getReader();
  let size = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > expected) throw new Error('longer than data-bytes');
    take(value, size - value.length);
  }
  if (size !== expected) throw new Error('shorter than data-bytes');
}

// Base64 of that many characters makes at most so many bytes.
const bytesOfBase64 = (characters) => Math.ceil(characters / 4) * 3;

export class Blocks {
  #program;
  #elements = new Map();
  #places = new Map();
  #errors = new Map();
  #released = new Map();
  #onProgress;

  // `onProgress(bytes)`: so many more are inflated.
  constructor(program, onProgress) {
    this.#program = program;
    this.#onProgress = onProgress;
    for (const element of document.querySelectorAll(`script[type^="${blockType}"]`)) {
      this.#elements.set(element.type.slice(blockType.length), element);
    }
  }

  names() {
    return [...this.#elements.keys()];
  }

  // Of those blocks together, inflated.
  size(names) {
    return names.reduce((sum, name) => sum + (Number(this.#elements.get(name)?.dataset.bytes) || 0), 0);
  }

  // The block as an array of its own. Throws DamagedBlock.
  async read(name) {
    const element = this.#elements.get(name);
    try {
      const bytes = new Uint8Array(Number(element.dataset.bytes));
      await inflate(element, (piece, offset) => {
        bytes.set(piece, offset);
        this.#onProgress(piece.length);
      });
      return bytes;
    } catch (error) {
      console.warn(`block ${name}:`, error);
      throw new DamagedBlock(name);
    }
  }

  // Inflates straight into the program's memory, where the block stays; remembers what went wrong instead of throwing.
  async keep(name) {
    const element = this.#elements.get(name);
    const size = Number(element.dataset.bytes);
    const at = size <= blockBytesMax ? this.#program.allocate(size) : 0;
    try {
      if (at === 0) throw new Error('no memory');
      if (element.dataset.encoding === 'zstd') this.#unpack(element.textContent, at, size);
      else {
        await inflate(element, (piece, offset) => {
          this.#program.heap.set(piece, at + offset);
          this.#onProgress(piece.length);
        });
      }
      this.#places.set(name, { at, size });
    } catch (error) {
      console.warn(`block ${name}:`, error);
      this.#errors.set(name, new DamagedBlock(name).message);
      if (at !== 0) this.#program.free(at);
    }
    this.release(name);
  }

  // The frame lies in the program's memory only until it is unpacked; after the block, so that what it leaves is of use.
  #unpack(text, at, size) {
    const packed = this.#program.allocate(bytesOfBase64(text.length));
    if (packed === 0) throw new Error('no memory');
    try {
      let packedSize = 0;
      for (let begin = 0; begin < text.length; begin += sliceCharacters) {
        const piece = decodeBase64(text.slice(begin, begin + sliceCharacters));
        this.#program.heap.set(piece, packed + packedSize);
        packedSize += piece.length;
      }
      if (this.#program.call('lesesaal_unpack_zstd', packed, packedSize, at, size) !== 1) throw new Error('zstd');
    } finally {
      this.#program.free(packed);
    }
    this.#onProgress(size);
  }

  // Takes the encoded text out of the document, and into the browser's keeping: it is wanted when the page is saved.
  release(name) {
    if (this.#released.has(name)) return;
    const element = this.#elements.get(name);
    this.#released.set(name, new Blob([element.textContent]));
    element.textContent = '';
  }

  // As it came with the page, also when it was damaged.
  encoded(name) {
    return this.#released.get(name) ?? this.#elements.get(name).textContent;
  }

  find(name) {
    return this.#places.get(name) ?? { at: 0, size: 0 };
  }

  // A view that dies when memory grows: copy it or use it at once.
  view(name) {
    const { at, size } = this.find(name);
    return this.#program.heap.subarray(at, at + size);
  }

  error(name) {
    if (this.#places.has(name)) return '';
    return this.#errors.get(name) ?? new DamagedBlock(name).message;
  }

  // For blocks that are rarely wanted; the encoded text stays.
  async load(request, name) {
    let bytes = new Uint8Array(0);
    let error = '';
    try {
      bytes = await this.read(name);
    } catch (damage) {
      error = damage.message;
    }
    this.#program.callWith('lesesaal_block_loaded', [request], [bytes, error]);
  }
}
