// A loopback server that hands out pages and remembers every request it gets.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

// The page in a sandboxed frame, with something to focus before and after it.
function hostPage(query) {
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Einbettende Seite</title>
<link rel="icon" href="data:,"><style>html, body { height: 100%; margin: 0; display: flex; flex-direction: column }
button { flex: none } iframe { flex: 1; border: 0 }</style></head><body><button>davor</button>
<iframe title="Lesesaal" sandbox="allow-scripts"></iframe><button>danach</button>
<script>document.querySelector('iframe').src = '/lesesaal.html' + location.hash</script></body></html><!-- ${query} -->`;
}

export class PageServer {
  #server;
  #file;
  #pages = new Map();
  requests = [];

  // `file`: what /lesesaal.html is.
  static async start(file) {
    const server = new PageServer();
    server.#file = file;
    server.#server = createServer((request, response) => server.#answer(request, response));
    await new Promise((resolve, reject) => {
      server.#server.on('error', reject).listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  get origin() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  // From now on there is a page of this text at that path too.
  offer(path, html) {
    this.#pages.set(path, html);
  }

  // From now on /lesesaal.html is another file.
  show(file) {
    this.#file = file;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => { this.#server.close(resolve); });
  }

  async #answer(request, response) {
    const { pathname, search } = new URL(request.url, this.origin);
    this.requests.push(`${request.method} ${pathname}`);
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
    if (pathname === '/lesesaal.html') response.writeHead(200, headers).end(await readFile(this.#file));
    else if (pathname === '/host.html') response.writeHead(200, headers).end(hostPage(search));
    else if (this.#pages.has(pathname)) response.writeHead(200, headers).end(this.#pages.get(pathname));
    else response.writeHead(404, headers).end('There is no such page.');
  }
}
