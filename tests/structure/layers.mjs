// Holds the sources to the layers. Usage: node layers.mjs ROOT LAYERS_JSON
//
// LAYERS_JSON is what CMake grants ({module: {depends, links}}, written by scripts/cmake/modules.cmake). Checked are the
// includes of src/, the words that bind a file to a platform, the ways in which a script could make markup of text, and the
// table in src/README.md. Before it looks at the sources it convicts a made-up tree in which every rule is broken: a check
// that finds nothing there is itself broken.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const linesMax = 400;

// `modules`: the only ones that may use it, whatever CMake links; `target`: CMake's name of the library.
const libraries = [
  { name: 'Dear ImGui', target: 'imgui', header: /^(imgui|imstb_)\w*\.h$/, modules: ['ui'] },
  { name: 'SQLite', target: 'sqlite3', header: /^sqlite3(ext)?\.h$/, modules: ['store'] },
  { name: 'nlohmann/json', target: 'nlohmann_json', header: /^nlohmann\// },
  { name: 'libdeflate', target: 'libdeflate', header: /^libdeflate\.h$/ },
  { name: 'zstd', target: 'zstd', header: /^zstd(_errors)?\.h$/, modules: ['page'] },
  { name: 'sha2', target: 'sha2', header: /^sha2\.h$/ },
  { name: 'utf8proc', target: 'utf8proc', header: /^utf8proc\.h$/ },
  { name: 'Snowball', target: 'snowball', header: /^(api|stem_UTF_8_\w+)\.h$/, modules: ['text'] },
  { name: 'Gumbo', target: 'gumbo', header: /^gumbo\.h$/, modules: ['platform'] },
  { name: 'CLI11', target: 'cli11', header: /^CLI\//, modules: [] },
  { name: 'doctest', target: 'doctest', header: /^doctest/, isForTests: true },
];
// Made by the build (scripts/cmake/words.cmake).
const generated = new Set(['ui/say.h', 'ui/words_table.h']);
const webHeader = /^(emscripten(\.h|\/)|GLES\d*\/|EGL\/|webgl\/)/;
const platformWord = /\b(__EMSCRIPTEN__|EM_JS|EM_ASM\w*|EM_ASYNC_JS|EMSCRIPTEN_KEEPALIVE)\b/;

const platformBranch =
  /^\s*#\s*(if|ifdef|ifndef|elif)\b.*\b(__wasm\w*__|__linux__|__unix__|__APPLE__|__MACH__|_WIN32|_WIN64|__ANDROID__|__x86_64__|__aarch64__|EMSCRIPTEN)\b/;
const clockWord = /\b(system_clock|steady_clock|high_resolution_clock|file_clock|utc_clock)\b/;
const outsideWorld = /^(ctime|fstream|iostream|filesystem|thread|mutex|random|syncstream|print)$/;
const markupFromText =
  /\b(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|DOMParser|srcdoc|eval)\b|\bdocument\s*\.\s*write(ln)?\b|\bnew\s+Function\b/;
// Files that read markup, and put none into the page; each with the one word it may use.
const mayRead = new Map([
  ['web/markup.js', 'DOMParser'], // parses files of the reader's into a document that is only read and never inserted
  ['web/own_page.js', 'outerHTML'], // writes the page's own elements down, to save them
]);
const assigns = (line, word) => new RegExp(`\\b${word}\\s*[^=!<>\\w.]?=[^=]`).test(line);

// --- Reading -------------------------------------------------------------------------------------------------------------

function filesBelow(folder, pattern) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => pattern.test(path) && statSync(path).isFile())
    .sort();
}

// Paths from the root with forward slashes, and text.
function readTree(root) {
  const paths = [...filesBelow(join(root, 'src'), /\.(h|c|hpp|cpp)$/), ...filesBelow(join(root, 'web'), /\.(js|css|html)$/)];
  const files = paths.map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return { files, folders: folders.map((entry) => entry.name), map: readFileSync(join(root, 'src/README.md'), 'utf8') };
}

// Blanks comments, and the text of literals where `keepsLiterals` is false, but for templates, which hold code; lines keep
// their numbers.
function withoutComments(text, keepsLiterals) {
  const pattern = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"\(([\s\S]*?)\)"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;
  return text.replace(pattern, (found) =>
    found.startsWith('`') || (keepsLiterals && !/^\/[/*]/.test(found)) ? found : found.replace(/[^\n]/g, ' '),
  );
}

const moduleOf = (path) => path.split('/')[1];
const isWebOnly = (path) => path.startsWith('src/platform/web/') || path.startsWith('src/main/');

function includesOf(text) {
  const includes = [];
  withoutComments(text, true).split('\n').forEach((line, index) => {
    const match = /^\s*#\s*include\s*([<"])([^>"]+)[>"]/.exec(line);
    if (match) includes.push({ header: match[2], isQuoted: match[1] === '"', line: index + 1 });
  });
  return includes;
}

// --- The rules: each returns sentences -----------------------------------------------------------------------------------

function checkOwnInclude(file, include, layers, paths) {
  const where = `${file.path}:${include.line}`;
  const from = moduleOf(file.path);
  const to = include.header.split('/')[0];
  if (!include.header.includes('/') || !(to in layers)) {
    return [`${where} includes "${include.header}"; our own headers are named from src/, as in "${from}/${include.header}".`];
  }
  const found = [];
  if (!paths.has(`src/${include.header}`) && !generated.has(include.header)) found.push(`${where} includes "${include.header}", which does not exist.`);
  const variant = /^platform\/(web|native|memory)\//.exec(include.header)?.[1];
  if (variant && from !== 'main' && !file.path.startsWith(`src/platform/${variant}/`)) {
    found.push(`${where} includes "${include.header}"; only main/ chooses a platform, others use the ports of platform/.`);
  }
  if (from !== 'main' && from !== to && !layers[from].depends.includes(to)) {
    found.push(`${where} includes "${include.header}", but CMake does not grant ${to} to ${from}.`);
  }
  return found;
}

function checkForeignInclude(file, include, layers) {
  const where = `${file.path}:${include.line}`;
  const from = moduleOf(file.path);
  const library = libraries.find(({ header }) => header.test(include.header));
  if (library) {
    if (library.isForTests) return [`${where} includes ${library.name}, which belongs into tests/.`];
    if (library.modules && ![...library.modules, 'main'].includes(from)) {
      return [`${where} includes ${library.name}, which is for ${[...library.modules, 'main'].join(' and ')} alone.`];
    }
    if (library.modules?.length && from === 'main') return [`${where} includes ${library.name}; main/ goes through ${library.modules}.`];
    const isGranted = from === 'main' || layers[from]?.links.includes(library.target);
    return isGranted ? [] : [`${where} includes ${library.name}, but CMake does not link ${library.target} to ${from}.`];
  }
  if (webHeader.test(include.header)) {
    return isWebOnly(file.path) ? [] : [`${where} includes <${include.header}>; Emscripten is known to platform/web and main alone.`];
  }
  const isOfSystem = include.header.includes('.') || outsideWorld.test(include.header);
  if (!isOfSystem || from === 'platform' || from === 'main') return [];
  return [`${where} includes <${include.header}>; files, clocks and the system are reached through platform/ alone.`];
}

function checkIncludes(tree, layers) {
  const paths = new Set(tree.files.map((file) => file.path));
  const found = [];
  for (const file of tree.files) {
    if (!file.path.startsWith('src/')) continue;
    if (!(moduleOf(file.path) in layers) && moduleOf(file.path) !== 'main') continue;
    for (const include of includesOf(file.text)) {
      const isOwn = include.isQuoted && !libraries.some(({ header }) => header.test(include.header));
      found.push(...(isOwn ? checkOwnInclude(file, include, { ...layers, main: { depends: [] } }, paths)
                           : checkForeignInclude(file, include, layers)));
    }
  }
  return found;
}

function checkPlatformWords(tree) {
  const found = [];
  for (const file of tree.files.filter(({ path }) => path.startsWith('src/') && !isWebOnly(path))) {
    withoutComments(file.text, false).split('\n').forEach((line, index) => {
      const word = platformWord.exec(line)?.[0] ?? platformBranch.exec(line)?.[2];
      if (word) found.push(`${file.path}:${index + 1} knows the platform (${word}); a platform is a file, chosen by CMake.`);
      const clock = file.path.startsWith('src/platform/') ? undefined : clockWord.exec(line)?.[0];
      if (clock) found.push(`${file.path}:${index + 1} reads a clock (${clock}); time comes through platform/ alone.`);
    });
  }
  return found;
}

function checkScripts(tree) {
  const found = [];
  for (const file of tree.files.filter(({ path }) => path.startsWith('web/') && path.endsWith('.js'))) {
    withoutComments(file.text, false).split('\n').forEach((line, index) => {
      const word = markupFromText.exec(line)?.[0];
      if (word === mayRead.get(file.path) && !assigns(line, word)) return;
      if (word) found.push(`${file.path}:${index + 1} uses ${word}; text reaches the page through textContent only.`);
    });
  }
  return found;
}

function readMap(text) {
  const rows = [];
  for (const line of text.split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    const folder = /^`(\w+)\/?`$/.exec(cells[2] ?? '')?.[1];
    if (!folder || !/^\d+$/.test(cells[1])) continue;
    const grants = cells[4].replaceAll('`', '');
    rows.push({ level: Number(cells[1]), folder, isAll: grants === 'everything', grants: grants === '-' ? [] : grants.split(/[\s,]+/) });
  }
  return rows;
}

// The map's table against CMake's grants and the folders there are.
function checkMap(tree, layers) {
  const rows = readMap(tree.map);
  const levels = new Map(rows.map((row) => [row.folder, row.level]));
  const found = [];
  for (const folder of tree.folders.filter((name) => !levels.has(name))) found.push(`src/README.md does not tell of src/${folder}/.`);
  for (const folder of tree.folders.filter((name) => !(name in layers) && name !== 'main')) {
    found.push(`src/${folder}/ is no module of CMake, so nothing holds its includes.`);
  }
  for (const name of Object.keys(layers).filter((module) => !levels.has(module) && !tree.folders.includes(module))) {
    found.push(`CMake has the module ${name}, but there is no src/${name}/.`);
  }
  for (const row of rows) {
    if (!tree.folders.includes(row.folder)) found.push(`src/README.md tells of src/${row.folder}/, which does not exist.`);
    if (row.isAll) {
      if (row.folder !== 'main') found.push(`src/README.md lets ${row.folder} include everything; only main may.`);
      continue;
    }
    const granted = layers[row.folder]?.depends ?? [];
    for (const name of granted.filter((one) => !row.grants.includes(one))) {
      found.push(`CMake grants ${name} to ${row.folder}, but src/README.md does not say so.`);
    }
    for (const name of row.grants.filter((one) => !granted.includes(one))) {
      found.push(`src/README.md grants ${name} to ${row.folder}, but CMake does not.`);
    }
    for (const name of row.grants.filter((one) => levels.has(one) && levels.get(one) >= row.level)) {
      found.push(`src/README.md: the arrow from ${row.folder} (level ${row.level}) to ${name} (level ${levels.get(name)}) does not point down.`);
    }
  }
  return found;
}

const checkAll = (tree, layers) => [
  ...checkIncludes(tree, layers), ...checkPlatformWords(tree), ...checkScripts(tree), ...checkMap(tree, layers),
];

// Told, not punished: a limit of style.
function longFiles(tree) {
  return tree.files
    .map(({ path, text }) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > linesMax)
    .map(({ path, lines }) => `${path} has ${lines} lines, over ${linesMax}: is there an idea missing that would split it?`);
}

// --- The made-up tree ----------------------------------------------------------------------------------------------------

const madeUpLayers = {
  low: { depends: [], links: [] },
  middle: { depends: ['low'], links: ['sqlite3', 'imgui', 'cli11'] },
  high: { depends: ['middle', 'platform'], links: ['nlohmann_json'] },
  platform: { depends: ['low'], links: [] },
  unfounded: { depends: [], links: [] },
};

// [path, text, what must be found in it; '' for nothing].
const madeUpFiles = [
  ['src/low/a.h', '#include <string>\n#include "low/a.h"\n// #include "high/d.h"\n', ''],
  ['src/low/up.cpp', '#include "middle/b.h"', 'does not grant middle to low'],
  ['src/low/lost.cpp', '#include "low/gone.h"', 'does not exist'],
  ['src/low/near.cpp', '#include "a.h"', 'named from src/'],
  ['src/low/clock.cpp', '#include <chrono>\nauto now = std::chrono::system_clock::now();', 'reads a clock (system_clock)'],
  ['src/low/calendar.cpp', '#include <chrono>\nstd::chrono::year_month_day day;', ''],
  ['src/low/file.cpp', '#include <unistd.h>', 'through platform/ alone'],
  ['src/low/json.cpp', '#include <nlohmann/json.hpp>', 'does not link nlohmann_json to low'],
  ['src/low/branch.cpp', '#ifdef __linux__\n#endif', 'knows the platform (__linux__)'],
  ['src/middle/b.h', '#include "low/a.h"', ''],
  ['src/middle/draw.cpp', '#include <imgui.h>', 'Dear ImGui, which is for ui and main alone'],
  ['src/middle/base.cpp', '#include "sqlite3.h"', 'SQLite, which is for store and main alone'],
  ['src/middle/line.cpp', '#include <CLI/CLI.hpp>', 'CLI11, which is for main alone'],
  ['src/middle/web.cpp', '#include <emscripten/html5.h>', 'Emscripten is known to platform/web and main alone'],
  ['src/middle/script.cpp', 'EM_ASM({ alert(1) });', 'knows the platform (EM_ASM)'],
  ['src/middle/words.cpp', '/* __EMSCRIPTEN__ */ auto text = "EM_JS";', ''],
  ['src/middle/tested.cpp', '#include <doctest/doctest.h>', 'belongs into tests/'],
  ['src/high/d.h', '#include <nlohmann/json.hpp>\n#include "middle/b.h"', ''],
  ['src/high/jump.cpp', '#include "low/a.h"', 'does not grant low to high'],
  ['src/high/host.cpp', '#include "platform/web/w.h"', 'only main/ chooses a platform'],
  ['src/platform/web/w.h', '#include <emscripten.h>\n#include "low/a.h"\nEM_JS(void, f, (), {});', ''],
  ['src/main/main.cpp', '#include "high/d.h"\n#include "platform/web/w.h"\n#include <CLI/CLI.hpp>\n', ''],
  ['src/main/direct.cpp', '#include <sqlite3.h>', 'main/ goes through store'],
  ['web/page.js', '// never innerHTML\nelement.innerHTML = text;', 'web/page.js:2 uses innerHTML'],
  ['web/write.js', 'document.write(text)', 'uses document.write'],
  ['web/run.js', 'const f = new Function(text); "eval";', 'uses new Function'],
  ['web/template.js', 'const text = `${eval(code)} // no comment`;', 'uses eval'],
  ['web/markup.js', 'new DOMParser().parseFromString(html, "text/html");', ''],
  ['web/own_page.js', 'parts.push(element.outerHTML);\nelement.outerHTML = text;', 'web/own_page.js:2 uses outerHTML'],
  ['web/own_page_too.js', 'parts.push(element.outerHTML);', 'uses outerHTML'],
  ['web/good.js', 'element.textContent = "innerHTML"; evaluate();', ''],
];
const madeUpMap = [
  '| level | folder | what lives there | may include |', '| --- | --- | --- | --- |', '| 0 | `low` | x | - |',
  '| 1 | `middle` | x | low high |', '| 1 | `platform` | x | low |', '| 2 | `high` | x | everything |',
  '| 2 | `gone` | x | low |', '| 3 | `main` | x | everything |',
].join('\n');
const madeUpMapFaults = [
  'lets high include everything', 'grants high to middle, but CMake does not', 'to high (level 2) does not point down',
  'tells of src/gone/', 'does not tell of src/stray/', 'src/stray/ is no module of CMake', 'there is no src/unfounded/',
  'src/README.md grants low to gone, but CMake does not',
];

// Returns what the checks failed to see, or saw where there is nothing.
function testMyself() {
  const files = madeUpFiles.map(([path, text]) => ({ path, text }));
  const tree = { files, folders: ['low', 'middle', 'high', 'platform', 'main', 'stray'], map: madeUpMap };
  const found = checkAll(tree, madeUpLayers);
  const faults = [];
  for (const [path, , expected] of madeUpFiles) {
    const here = found.filter((sentence) => sentence.startsWith(`${path}:`));
    if (expected === '' && here.length > 0) faults.push(`finds fault with the made-up ${path}, which has none: ${here[0]}`);
    if (expected !== '' && !(here.length === 1 && here[0].includes(expected))) {
      faults.push(`should find one thing in the made-up ${path}, "${expected}", and found: ${here.join(' ') || 'nothing'}`);
    }
  }
  const inMap = found.filter((sentence) => !/^(src|web)\/[^:]*:\d/.test(sentence));
  for (const expected of madeUpMapFaults.filter((part) => !inMap.some((sentence) => sentence.includes(part)))) {
    faults.push(`should find "${expected}" in the made-up map, and did not.`);
  }
  if (inMap.length !== madeUpMapFaults.length) faults.push(`found ${inMap.length} things in the made-up map: ${inMap.join(' ')}`);
  const long = longFiles({ files: [{ path: 'a', text: 'x\n'.repeat(linesMax) }, { path: 'b', text: 'x\n'.repeat(linesMax + 1) }] });
  if (long.length !== 1 || !long[0].startsWith('b ')) faults.push('cannot count lines.');
  return faults.map((fault) => `The test of the layers itself ${fault}`);
}

// --- ---------------------------------------------------------------------------------------------------------------------

const [root, layersPath] = process.argv.slice(2);
if (!root || !layersPath) {
  console.error('Usage: node layers.mjs ROOT LAYERS_JSON\nExample: node tests/structure/layers.mjs . build/native/layers.json');
  process.exit(2);
}
const tree = readTree(root);
const violations = [...testMyself(), ...checkAll(tree, JSON.parse(readFileSync(layersPath, 'utf8')))];
for (const note of longFiles(tree)) console.log(`note: ${note}`);
for (const violation of violations) console.log(violation);
console.log(`layers: ${tree.files.length} files, ${violations.length} violations, ${madeUpFiles.length} made-up files convicted or cleared`);
process.exit(violations.length === 0 ? 0 : 1);
