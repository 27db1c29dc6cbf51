// Serves one folder on the loopback address, for looking at the page and for the tests.
// Usage: node serve.mjs FOLDER [--port N] [--open PAGE]
import { spawn } from 'node:child_process';
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';

const types = {
    '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
    '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
    '.json': 'application/json; charset=utf-8', '.txt': 'text/plain; charset=utf-8',
    '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.png': 'image/png', '.ttf': 'font/ttf',
};

// The file that a request means, or undefined: nothing outside the folder, no folders.
function file_of(folder, url) {
    let path;
    try {
        path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    } catch {
        return undefined;
    }
    const file = normalize(join(folder, path.endsWith('/') ? `${path}lesesaal.html` : path));
    if (!file.startsWith(folder + sep) || file.includes('\0')) return undefined;
    const stat = statSync(file, { throwIfNoEntry: false });
    return stat?.isFile() ? { file, bytes: stat.size } : undefined;
}

function answer(folder, request, response) {
    const found = file_of(folder, request.url);
    if (!found || !['GET', 'HEAD'].includes(request.method)) {
        response.writeHead(found ? 405 : 404, { 'Content-Type': 'text/plain; charset=utf-8' });
        response.end(found ? 'Only GET and HEAD.\n' : 'There is no such file here.\n');
        return;
    }
    response.writeHead(200, {
        'Content-Type': types[extname(found.file)] ?? 'application/octet-stream',
        'Content-Length': found.bytes,
        'Cache-Control': 'no-cache',
        'X-Content-Type-Options': 'nosniff',
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(found.file).on('error', () => response.destroy()).pipe(response);
}

function open_browser(url) {
    if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
    const child = spawn('xdg-open', [url], { stdio: 'ignore', detached: true });
    child.on('error', () => console.log(`No browser could be started (xdg-open is missing); open the address above.`));
    child.unref();
}

const options = process.argv.slice(2);
const value_of = (name) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined);
const folder = resolve(options[0]);
const port = Number(value_of('--port') ?? 0);
const server = createServer((request, response) => answer(folder, request, response));
server.on('error', (error) => {
    console.error(error.code === 'EADDRINUSE'
        ? `serve: port ${port} is taken. Choose another with --port N, or leave it out for a free one.`
        : `serve: ${error.message}`);
    process.exit(1);
});
server.listen(port, '127.0.0.1', () => {
    const page = value_of('--open');
    const url = `http://127.0.0.1:${server.address().port}/${page ?? ''}`;
    console.log(`Lesesaal is at ${url}   (Ctrl+C ends)`);
    if (page) open_browser(url);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
