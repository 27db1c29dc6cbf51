// Starts Lesesaal: unpacks the blocks, starts the program, connects it with the page.

import { Address } from './address.js';
import { Blocks, DamagedBlock } from './container.js';
import { Copies } from './copies.js';
import { addFaces, blocksOfFacesOnDemand, faces, offerFaces } from './faces.js';
import { Input } from './input.js';
import { Markup } from './markup.js';
import { Opening, tellDamage, tellFailure } from './opening.js';
import { Outlet } from './outlet.js';
import { OwnPage } from './own_page.js';
import { Program } from './program.js';
import { Semantics } from './semantics.js';
import { RecordStore } from './storage.js';
import { Surface } from './surface.js';
import { words } from './words.js';
import createReader from './reader.mjs';

// Without these the canvas cannot say anything.
const blocksNeeded = ['fonts.inter-regular', 'fonts.inter-semibold'];
const blocksOnDemand = new Set(['program', 'notices', ...blocksOfFacesOnDemand]);

// By lesesaal_stat in src/platform/web/host.h.
const stat = { frames: 0, firstListMs: 1, queryMs: 2, isAnswered: 3 };
// By FramePart in src/shell/frame_times.h.
const frameParts = ['all', 'input', 'views', 'diff', 'patch', 'picture', 'rest', 'tree'];

class OldBrowser extends Error {}

function checkBrowser() {
  if (typeof WebAssembly === 'object' && typeof DecompressionStream === 'function' && typeof ResizeObserver === 'function') return;
  throw new OldBrowser(words.oldBrowser);
}

// The program tells of a damaged corpus itself; what else is damaged, the reader hears here and can go on.
function checkBlocks(blocks) {
  for (const name of blocksNeeded) if (blocks.error(name) !== '') throw new DamagedBlock(name);
  const own = blocks.names().filter((name) => name === 'notebook');
  const sentences = ['meta', ...own, ...faces.map(([name]) => name)].map((name) => blocks.error(name)).filter(Boolean);
  if (sentences.length > 0) tellDamage(sentences);
}

async function instantiate(blocks, page, program) {
  const bytes = await blocks.read('program');
  blocks.release('program');
  const module = await new Promise((resolve, reject) => {
    createReader({
      page,
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(bytes, imports).then(({ instance, module }) => receive(instance, module), reject);
        return {};
      },
      onAbort: (reason) => program.fail(new Error(String(reason))),
    }).then(resolve, reject);
  });
  program.attach(module);
}

function offerStats(program, surface) {
  const ask = (index) => program.call('lesesaal_stat', index);
  const spread = (part, last) => {
    const [p50, p95, max] = [0.5, 0.95, 1].map((share) => program.call('lesesaal_frame_ms', part, share, last));
    return { p50, p95, max };
  };
  // `last`: of how many frames the milliseconds are.
  const stats = (last = 500) => ({
    frames: ask(stat.frames),
    wakeups: surface.wakeups,
    firstListMs: ask(stat.firstListMs),
    heapBytes: program.heapBytes,
    queryMs: ask(stat.queryMs),
    isAnswered: ask(stat.isAnswered) === 1,
    ms: Object.fromEntries(frameParts.map((name, part) => [name, spread(part, last)])),
  });
  window.lesesaal = Object.freeze({ stats });
}

async function open() {
  checkBrowser();
  const program = new Program(() => tellFailure(words.stopped));
  const scene = document.getElementById('scene');
  const blocks = new Blocks(program, (bytes) => opening.addBytes(bytes));
  const ownPage = new OwnPage(blocks); // before anything changes the document
  const kept = blocks.names().filter((name) => !blocksOnDemand.has(name));
  const opening = new Opening(blocks.size(['program', ...kept]));
  const surface = new Surface(program, document.getElementById('canvas'));
  const address = new Address(program);
  const semantics = new Semantics(scene, (id) => input.focusLost(id), () => input.settle());
  const input = new Input(program, semantics, scene);
  const outlet = new Outlet(program, semantics);
  const storage = new RecordStore(program);
  const copies = new Copies(program, storage, ownPage, outlet);
  const page = { address, blocks, copies, input, markup: new Markup(), outlet, semantics, storage, surface };

  await instantiate(blocks, page, program);
  await Promise.all(kept.map((name) => blocks.keep(name)));
  checkBlocks(blocks);
  addFaces(blocks);
  offerFaces(blocks);
  offerStats(program, surface);

  program.call('main', 0, 0);
  for (const part of [address, input, surface]) part.start();
  // After the program's own first frame, which main() has asked for before.
  requestAnimationFrame(() => { if (program.isRunning) opening.end(); });
}

open().catch((error) => {
  console.error(error);
  const isForReader = error instanceof DamagedBlock || error instanceof OldBrowser;
  tellFailure(isForReader ? error.message : words.notOpened);
});
