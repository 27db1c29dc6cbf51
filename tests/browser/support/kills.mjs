// Kills the browser the moment a bookmark is on the disk, again and again, and counts what is missing afterwards.
import { once } from 'node:events';
import { launch } from './browsers.mjs';
import { Room } from './room.mjs';
import { until } from './wait.mjs';

// One of the sixteen is never marked, so that the list of the marked ones always says "of sixteen".
const articles = 15;
// Firefox would ask whether to start in a safer way.
const settings = { 'toolkit.startup.max_resumed_crashes': -1, 'browser.sessionstore.resume_from_crash': false };

// Runs in the page before anything of it does: says aloud that the transaction of a bookmark is complete, in the turn in
// which the page's own code hears of it.
function tellWhenKept() {
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function putAndWatch(value, ...rest) {
    if (value instanceof Uint8Array && new TextDecoder().decode(value).includes('"bookmark"')) {
      this.transaction.addEventListener('complete', () => console.info('a bookmark is kept'));
    }
    return put.call(this, value, ...rest);
  };
}

export async function kill(browser) {
  const program = browser.process();
  const ended = once(program, 'exit');
  program.kill('SIGKILL');
  await ended;
}

// The chip: without marks there is nothing to copy.
const isStored = (text) => /Gespeichert|Nur in diesem Browser/.test(text);

async function bookmarked(browser, options) {
  const isOpen = async (room) => isStored(await room.text()) && /von 16 Artikeln/.test(await room.status());
  const room = await Room.open(browser, { ...options, isolated: false, hash: '#nur=lesezeichen', isOpen });
  const count = Number.parseInt(await room.status(), 10);
  const headlines = count === 0 ? [] : await until('as many rows', async () => {
    const all = await room.headlines();
    return all.length === count && all;
  });
  await room.close();
  return headlines;
}

async function toggleAndKill(browser, options, position) {
  const room = await Room.open(browser, { ...options, isolated: false });
  await room.page.evaluateOnNewDocument(tellWhenKept);
  await room.reload();
  await until('the store is open', async () => isStored(await room.text()));
  const headline = (await room.headlines())[position];
  await room.openArticle(headline);
  const kept = new Promise((resolve) => {
    room.page.on('console', (message) => { if (message.text() === 'a bookmark is kept') resolve(); });
  });
  await room.click('button', 'Lesezeichen');
  await kept;
  await kill(browser);
  return headline;
}

// `options`: of Room.open. Returns { kills, lost: sentences, one for each time that something was otherwise than kept }.
export async function killAgainAndAgain(kind, profile, options, times, onTurn = () => {}) {
  const expected = new Set();
  const lost = [];
  const look = async (browser, turn) => {
    const found = await bookmarked(browser, options);
    const isSame = found.length === expected.size && found.every((one) => expected.has(one));
    if (!isSame) lost.push(`after kill ${turn}: ${found.length} bookmarks, not ${expected.size}`);
    // A loss is counted once.
    expected.clear();
    for (const one of found) expected.add(one);
  };
  for (let turn = 0; turn < times; turn++) {
    const browser = await launch(kind, { profile, settings });
    await look(browser, turn);
    const headline = await toggleAndKill(browser, options, turn % articles);
    if (!expected.delete(headline)) expected.add(headline);
    onTurn(turn + 1, lost);
  }
  const browser = await launch(kind, { profile, settings });
  try {
    await look(browser, times);
  } finally {
    await browser.close();
  }
  return { kills: times, lost };
}
