// Turns a WOFF 1.0 file (https://www.w3.org/TR/WOFF/) into the TrueType or OpenType file it holds: hb-subset reads no WOFF.
// Usage: node unwoff.mjs IN.woff OUT.ttf
import { readFileSync, writeFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

const padded = (bytes) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

// Returns: tables in the order of the directory, which is the order of their tags.
function tablesOf(woff) {
    const count = woff.readUInt16BE(12);
    return Array.from({ length: count }, (_, index) => {
        const entry = woff.subarray(44 + index * 20, 64 + index * 20);
        const [offset, packed, length, checksum] = [4, 8, 12, 16].map((at) => entry.readUInt32BE(at));
        const bytes = woff.subarray(offset, offset + packed);
        const data = packed === length ? bytes : inflateSync(bytes);
        if (data.length !== length) throw new Error(`table '${entry.toString('latin1', 0, 4)}' has ${data.length} bytes, not ${length}`);
        return { tag: entry.subarray(0, 4), checksum, data };
    });
}

function unwoff(woff) {
    if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('is not a WOFF 1.0 file');
    const tables = tablesOf(woff);
    const header = Buffer.alloc(12 + tables.length * 16);
    const power = 2 ** Math.floor(Math.log2(tables.length));
    woff.copy(header, 0, 4, 8); // the flavour: TrueType or CFF outlines
    header.writeUInt16BE(tables.length, 4);
    header.writeUInt16BE(power * 16, 6);
    header.writeUInt16BE(Math.log2(power), 8);
    header.writeUInt16BE((tables.length - power) * 16, 10);
    let offset = header.length;
    tables.forEach(({ tag, checksum, data }, index) => {
        const at = 12 + index * 16;
        tag.copy(header, at);
        header.writeUInt32BE(checksum, at + 4);
        header.writeUInt32BE(offset, at + 8);
        header.writeUInt32BE(data.length, at + 12);
        offset += padded(data).length;
    });
    return Buffer.concat([header, ...tables.map(({ data }) => padded(data))]);
}

const [source, target] = process.argv.slice(2);
try {
    writeFileSync(target, unwoff(readFileSync(source)));
} catch (error) {
    console.error(`unwoff: ${source}: ${error.message}`);
    process.exit(1);
}
