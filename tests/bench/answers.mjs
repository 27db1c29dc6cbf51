// The answers to judged queries, as ids in order: of our own command, and of the neighbours in their pages.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { EngineServer } from './engine_server.mjs';
import { inBrowser, openEngine, prepareEngine } from './neighbours.mjs';
import { program } from './ours.mjs';

const atOnce = 2; // each opens the whole file anew
const limit = 10;

const isPhrase = (text) => text.startsWith('"');

// A blank behind it makes the last word a whole one, as it is when the reader goes on.
async function ask(page, text) {
  const { stdout } = await promisify(execFile)(program, ['search', page, `${text} `, '--json', '--limit', String(limit)], { maxBuffer: 1 << 24 });
  return JSON.parse(stdout);
}

export async function ourAnswers(page, queries, idOfUid) {
  const answers = [];
  let next = 0;
  const work = async () => {
    while (next < queries.length) {
      const index = next++;
      const { hits, correction } = await ask(page, queries[index].query);
      answers[index] = { ids: hits.map(({ uid }) => idOfUid.get(uid) ?? uid), isMarked: Boolean(correction), correction };
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return answers;
}

// `readerKinds`: the ways in which the engine may be asked, each a row of its own.
export async function neighbourAnswers(engine, queries, items, folder, readerKinds = ['reader']) {
  await prepareEngine(engine, items, folder);
  const server = await EngineServer.start(folder);
  try {
    return await inBrowser(async (browser) => {
      const page = await openEngine(browser, server, { kind: 'common', text: queries[0].query });
      const byKind = {};
      for (const kind of readerKinds) {
        const asked = queries.map(({ query }) => ({ kind: isPhrase(query) ? 'phrase' : kind, text: query.replaceAll('"', '') }));
        byKind[kind] = [];
        for (const query of asked) {
          const { ids, error } = await page.evaluate((one) => window.bench.idsOf(one), query);
          byKind[kind].push({ ids: ids.slice(0, limit), error });
        }
      }
      return byKind;
    });
  } finally {
    await server.stop();
  }
}
