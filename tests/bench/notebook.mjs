// Measures a notebook of 50,000 operations, then kills each browser a hundred times the moment a bookmark was kept, on file:// and over http, and counts what was lost.
// Usage: node notebook.mjs [TIMES]; fails when anything was.
import { builtPage } from '../browser/support/room.mjs';
import { inTemporaryFolder, kinds, titles } from '../browser/support/browsers.mjs';
import { killAgainAndAgain } from '../browser/support/kills.mjs';
import { PageServer } from '../browser/support/server.mjs';
import { measureSize } from './notebook_size.mjs';

const operations = 50_000;

const times = Number(process.argv[2] ?? 100);
if (!Number.isInteger(times) || times < 1) {
  console.error('Usage: node notebook.mjs [TIMES]\nExample: node tests/bench/notebook.mjs 100');
  process.exit(2);
}

for (const kind of kinds) await measureSize(kind, operations);

const server = await PageServer.start(builtPage);
let isWhole = true;
for (const kind of kinds) {
  for (const mode of ['file', 'http']) {
    await inTemporaryFolder(async (profile) => {
      const begin = performance.now();
      const { kills, lost } = await killAgainAndAgain(kind, profile, { mode, server }, times);
      const seconds = Math.round((performance.now() - begin) / 1000);
      console.log(`${titles[kind]}, ${mode}: ${kills} kills, ${lost.length} losses, ${seconds} s`);
      for (const sentence of lost) console.log(`  ${sentence}`);
      if (lost.length > 0) isWhole = false;
    });
  }
}
await server.stop();
process.exit(isWhole ? 0 : 1);
