// What is on a screenshot: decodes the PNGs that browsers make (8 bits, RGB or RGBA, not interlaced).
import { inflateSync } from 'node:zlib';

function chunksOf(png) {
  const chunks = [];
  for (let at = 8; at + 8 <= png.length; ) {
    const size = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + size) });
    at += size + 12;
  }
  return chunks;
}

function paeth(left, above, corner) {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

// PNG, third edition, chapter 9: undoes the filter of one row, in place.
function unfilter(filter, row, above, step) {
  for (let i = 0; i < row.length; i++) {
    const left = i >= step ? row[i - step] : 0;
    const corner = i >= step ? above[i - step] : 0;
    if (filter === 1) row[i] += left;
    else if (filter === 2) row[i] += above[i];
    else if (filter === 3) row[i] += (left + above[i]) >> 1;
    else if (filter === 4) row[i] += paeth(left, above[i], corner);
  }
}

export function decode(bytes) {
  const chunks = chunksOf(Buffer.from(bytes));
  const header = chunks.find(({ type }) => type === 'IHDR').data;
  const [width, height, depth, kind, interlaced] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9], header[12]];
  const step = { 2: 3, 6: 4 }[kind];
  if (depth !== 8 || !step || interlaced) throw new Error(`a PNG of kind ${kind}, depth ${depth} is not expected here`);
  const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  let above = new Uint8Array(width * step);
  const rows = [];
  for (let y = 0; y < height; y++) {
    const begin = y * (width * step + 1);
    const row = Uint8Array.from(raw.subarray(begin + 1, begin + 1 + width * step));
    unfilter(raw[begin], row, above, step);
    rows.push(row);
    above = row;
  }
  return { width, height, pixel: (x, y) => (rows[y][x * step] << 16) | (rows[y][x * step + 1] << 8) | rows[y][x * step + 2] };
}

// Colours and how often each occurs, most frequent first.
export function coloursOf({ width, height, pixel }) {
  const counts = new Map();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = pixel(x, y);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  return [...counts].map(([colour, count]) => ({ colour, share: count / (width * height) })).sort((a, b) => b.share - a.share);
}

export const luminance = (colour) => (0.2126 * (colour >> 16) + 0.7152 * ((colour >> 8) & 255) + 0.0722 * (colour & 255)) / 255;
