// The page's own side alone: web/*.js on a page without a program. A stand-in for the program keeps what it was told.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rootFolder } from './room.mjs';

const nodeFolder = process.env.LESESAAL_NODE ?? resolve(rootFolder, '.deps/node');

// Runs in the page. `told`: what the program would have heard; `usedKeys`: which keys it would have used.
const start = `
import { Input } from './input.js';
import { Opening } from './opening.js';
import { Outlet } from './outlet.js';
import { Semantics } from './semantics.js';
const told = [];
const usedKeys = new Set();
const program = {
  callWith(name, numbers, payloads) {
    told.push([name, ...numbers, ...payloads]);
    return name === 'lesesaal_key_pressed' && usedKeys.has(payloads[0]) ? 1 : 0;
  },
  call(name, ...numbers) { if (name !== 'lesesaal_pointer') told.push([name, ...numbers]); return 0; },
};
const scene = document.getElementById('scene');
const semantics = new Semantics(scene, (id) => input.focusLost(id), () => input.settle());
const input = new Input(program, semantics, scene);
const outlet = new Outlet(program, semantics);
input.start();
window.side = { told, usedKeys, semantics, outlet, input, Opening };
`;

// A script that imports from web/, as one text that can stand in a page.
export async function bundleForPage(contents) {
  const esbuild = createRequire(resolve(nodeFolder, 'package.json'))('esbuild');
  const built = await esbuild.build({
    stdin: { contents, resolveDir: join(rootFolder, 'web') },
    bundle: true, format: 'iife', write: false, charset: 'utf8', logLevel: 'warning', legalComments: 'none', minifySyntax: true,
  });
  return built.outputFiles[0].text;
}

// Returns the address of the page's folder as a file, and `remove()`.
export async function makePageSide() {
  const script = await bundleForPage(start);
  const style = await readFile(join(rootFolder, 'web/style.css'), 'utf8');
  const overruling = await readFile(join(rootFolder, 'web/without_canvas.css'), 'utf8');
  const folder = await mkdtemp(join(tmpdir(), 'lesesaal-side-'));
  const file = join(folder, 'side.html');
  await writeFile(file, `<!doctype html><html lang="de"><meta charset="utf-8"><title>Seite</title><style>${style}${overruling}</style>
<canvas id="canvas" aria-hidden="true"></canvas><div id="scene"></div><script>${script}</script></html>`);
  return { file, remove: () => rm(folder, { recursive: true, force: true }) };
}

// By scene::Role, scene::Action and the enumerations of src/platform/web/dom_changes.cpp.
export const role = {
  group: 5, list: 6, listItem: 7, link: 8, button: 9, checkbox: 10, searchbox: 11, textbox: 12, live: 14, main: 17, paragraph: 20,
  box: 24, dialog: 26, table: 27, row: 28, columnHeader: 29, rowHeader: 30, cell: 31, slider: 32, separator: 33, combobox: 34,
  listbox: 35, option: 36, radio: 37, textarea: 38, navigation: 39, progress: 40, searchCombobox: 41,
};
export const action = { activate: 0, input: 1, change: 2, scroll: 3, focus: 4, blur: 5, press: 6, drag: 7, release: 8, cancel: 9, select: 10 };
export const text = { name: 0, text: 1, value: 2, style: 7, popup: 9 };
export const state = { checked: 1, expanded: 2, isVisible: 5, selected: 8, tabStop: 9, orientation: 10 };
export const relation = { activeDescendant: 0, controls: 1 };
