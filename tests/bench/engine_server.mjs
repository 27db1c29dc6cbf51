// Hands out a neighbour's folder on the loopback address, compressed as a web server would, and counts the bytes. The
// headers give the page a finer clock and shared memory.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8', '.wasm': 'application/wasm', '.css': 'text/css; charset=utf-8',
};
const isolation = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
const html = `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Suche</title><link rel="icon" href="data:,">
<script type="module" src="run.js"></script></head><body></body></html>`;

export class EngineServer {
  #server;
  #folder;
  #compressed = new Map();
  sent = { requests: 0, raw: 0, gzip: 0 };

  static async start(folder) {
    const server = new EngineServer();
    server.#folder = folder;
    server.#server = createServer((request, response) => server.#answer(request, response));
    await new Promise((resolve, reject) => { server.#server.on('error', reject).listen(0, '127.0.0.1', resolve); });
    return server;
  }

  get origin() { return `http://localhost:${this.#server.address().port}`; }

  forget() { this.sent = { requests: 0, raw: 0, gzip: 0 }; }

  // Compressing takes seconds that are not the page's. What is compressed already stays as it is.
  #bytesOf(path) {
    if (!this.#compressed.has(path)) {
      const raw = path === 'index.html' ? Buffer.from(html) : readFileSync(join(this.#folder, path));
      const isPacked = raw[0] === 0x1f && raw[1] === 0x8b;
      this.#compressed.set(path, { raw: raw.length, body: isPacked ? raw : gzipSync(raw, { level: raw.length > 1e8 ? 1 : 6 }), isPacked });
    }
    return this.#compressed.get(path);
  }

  warm(paths) { for (const path of paths) this.#bytesOf(path); }

  #answer(request, response) {
    const path = normalize(decodeURIComponent(new URL(request.url, this.origin).pathname)).replace(/^\/+/, '') || 'index.html';
    const file = join(this.#folder, path);
    const isThere = path === 'index.html' || (file.startsWith(this.#folder + sep) && existsSync(file) && statSync(file).isFile());
    if (!isThere) { response.writeHead(404, isolation).end(); return; }
    const { raw, body, isPacked } = this.#bytesOf(path);
    this.sent.requests++;
    this.sent.raw += raw;
    this.sent.gzip += body.length;
    const encoding = isPacked ? {} : { 'Content-Encoding': 'gzip' };
    response.writeHead(200, { ...isolation, ...encoding, 'Content-Type': types[extname(path)] ?? 'application/octet-stream', 'Content-Length': body.length });
    response.end(body);
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => { this.#server.close(resolve); });
  }
}
