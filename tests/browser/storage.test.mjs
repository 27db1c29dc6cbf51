// The store of the page: what it keeps, for whom, and what it says when the browser gives it less.
import assert from 'node:assert/strict';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { inTemporaryFolder, launch } from './support/browsers.mjs';
import { PageServer } from './support/server.mjs';
import { makeStoreSide, StoreSide } from './support/store_side.mjs';
import { inBrowsers } from './support/suite.mjs';
import { until } from './support/wait.mjs';

const numbered = (name, count) => Array.from({ length: count }, (_, index) => [`${name}${String(index).padStart(4, '0')}`, `{"${name}":${index}}`]);

// --- What a test does to the stores of a page; these run in it ---------------------------------------------------------------

function inDatabase(act) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('lesesaal');
    opening.onupgradeneeded = () => opening.result.createObjectStore('operations');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('operations', 'readwrite');
      const answer = act(transaction.objectStore('operations'));
      transaction.oncomplete = () => { opening.result.close(); resolve(answer?.result); };
      transaction.onabort = () => reject(transaction.error);
    };
  });
}
// As the first version of the program wrote a record.
const put = `(([corpus, key], value) => (${inDatabase})((store) => { store.put(value, [corpus, key]); }))`;
const putText = (frame, key, text) => frame.evaluate(`${put}(['c', ${JSON.stringify(key)}], new TextEncoder().encode(${JSON.stringify(text)}))`);
const readAll = (frame) => frame.evaluate(`(${inDatabase})((store) => store.getAllKeys(IDBKeyRange.bound(['c'], ['c', []])))`);
const deleteDatabase = (frame) => frame.evaluate(() => new Promise((resolve) => {
  const deleting = indexedDB.deleteDatabase('lesesaal');
  deleting.onsuccess = () => resolve();
  deleting.onerror = () => resolve();
}));

// The browsers' own files: Chromium's LevelDB, Firefox's SQLite. Returns: how many.
async function destroyDatabases(profile) {
  const files = (await readdir(profile, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile() && /IndexedDB|default.*idb/.test(one.path) && !/^LOCK$/.test(one.name));
  for (const { path, name } of files) {
    const { size } = await stat(join(path, name));
    await writeFile(join(path, name), Buffer.alloc(size, 'x'));
  }
  return files.length;
}

// Ways in which a browser gives no IndexedDB. Each runs in the page before anything of it does, until the tab says 'heal'.
const ways = {
  'is missing': () => { Object.defineProperty(window, 'indexedDB', { value: undefined }); },
  'refuses at once': () => { IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }; },
  'fails to open': () => {
    IDBFactory.prototype.open = () => {
      const request = new EventTarget();
      request.error = new DOMException('broken', 'UnknownError');
      setTimeout(() => request.onerror(new Event('error')));
      return request;
    };
  },
  'keeps nothing': () => { IDBObjectStore.prototype.put = function put() { return this.get(['']); }; },
};
const withoutSpare = () => {
  Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
};

inBrowsers('the store', ({ world, kind }) => {
  let side;
  let server;
  before(async () => {
    side = await makeStoreSide();
    server = await PageServer.start(side.file);
  });
  after(async () => {
    await server.stop();
    await side.remove();
  });

  // `use(visit, context)`: visit() opens a tab of one reader's.
  async function asReader(use, { mode = 'http' } = {}) {
    const context = await world.browser.createBrowserContext();
    const address = mode === 'file' ? side.address : `${server.origin}/lesesaal.html`;
    try {
      await use((options) => StoreSide.visit(context, address, options), context);
    } finally {
      await context.close();
    }
  }

  // A browser of its own, which is closed afterwards.
  async function withBrowser(options, use) {
    const browser = await launch(kind, options);
    try {
      await use(() => StoreSide.visit(browser.defaultBrowserContext(), `${server.origin}/lesesaal.html`));
    } finally {
      await browser.close();
    }
  }

  for (const mode of ['file', 'http']) {
    test(`opened over ${mode}, what was appended is there at the next visit, once, and under its own corpus`, async () => {
      await asReader(async (visit) => {
        const first = await visit();
        const opened = await first.open();
        assert.deepEqual([opened.keeper, opened.reason, opened.wasCleared, opened.keys], ['browser', '', false, []]);
        assert.equal(await first.append(['a', '{"Über":1}'], ['b', 'x']), 'done');
        assert.equal(await first.append(['c', 'y']), 'done');
        await first.close();
        const second = await visit();
        assert.deepEqual((await second.open()).records.sort(), [['a', '{"Über":1}'], ['b', 'x'], ['c', 'y']]);
        assert.deepEqual((await second.refresh()).records, []);
        const other = await visit();
        assert.deepEqual((await other.open('c2')).records, []);
      }, { mode });
    });
  }

  test('a replacement takes away the keys it was told and no other', async () => {
    await asReader(async (visit) => {
      const first = await visit();
      await first.open();
      await first.append(['a', '1'], ['b', '2'], ['damaged', '?']);
      assert.equal(await first.replace([['pack', '1 2']], ['a', 'b', 'never there']), 'done');
      const second = await visit();
      assert.deepEqual((await second.open()).keys, ['damaged', 'pack']);
    });
  });

  test('two tabs that write 1,000 records each at once have 2,000, and so has the store', async () => {
    await asReader(async (visit) => {
      const [one, two] = [await visit(), await visit()];
      await one.open();
      await two.open();
      const write = (tab, name) => tab.frame.evaluate(async (pairs) => {
        const answers = await Promise.all(pairs.map((pair) => window.side.replace([pair], [])));
        return answers.filter(({ numbers }) => numbers[0] === 0).length;
      }, numbered(name, 1000));
      assert.deepEqual(await Promise.all([write(one, 'one'), write(two, 'two')]), [1000, 1000]);
      for (const [tab, other] of [[one, 'two'], [two, 'one']]) {
        await until(async () => `1,000 records of the other tab; there are ${(await tab.news()).length}`, async () => (await tab.news()).length === 1000);
        assert.deepEqual((await tab.news()).sort(), numbered(other, 1000).map(([key]) => key));
        assert.deepEqual((await tab.refresh()).records, []);
      }
      const third = await visit();
      assert.deepEqual((await third.open()).keys, [...numbered('one', 1000), ...numbered('two', 1000)].map(([key]) => key));
    });
  });

  test('garbage from another tab changes nothing, and what it stores without a word is found by looking again', async () => {
    await asReader(async (visit) => {
      const [one, two] = [await visit(), await visit()];
      await one.open();
      await two.frame.evaluate((many) => {
        const channel = new BroadcastChannel('lesesaal:c');
        for (const message of [null, 'x', {}, [['a']], [['a', 1]], [[1, 'a']], [['a', 'x'], ['b', {}]], [['', 'x']],
          [['k'.repeat(257), 'x']], many]) channel.postMessage(message);
        channel.postMessage([['last', 'x']]);
      }, Array(100_001).fill(['a', 'x']));
      await until('the last message', async () => (await one.news()).includes('last'));
      assert.deepEqual(await one.news(), ['last']);
      await putText(two.frame, 'quiet', 'x');
      assert.deepEqual((await one.refresh()).keys, ['quiet']);
    });
  });

  test('records from outside are taken up to the limits, and not beyond', async () => {
    await asReader(async (visit) => {
      const tab = await visit();
      const taken = await tab.frame.evaluate(() => {
        const { fromPairs, recordsMax, keyCharactersMax, charactersMax } = window.side.records;
        const isTaken = (pairs) => fromPairs(pairs) !== null;
        const withKey = (size) => [['k'.repeat(size), 'x']];
        const withText = (size) => [['a', 'x'.repeat(size - 1)], ['b', 'x']];
        const many = (count) => Array(count).fill(['a', 'x']);
        return [isTaken(withKey(keyCharactersMax)), isTaken(withKey(keyCharactersMax + 1)), isTaken(withText(charactersMax)),
          isTaken(withText(charactersMax + 1)), isTaken(many(recordsMax)), isTaken(many(recordsMax + 1))];
      });
      assert.deepEqual(taken, [true, false, true, false, true, false]);
    });
  });

  test('a reader who comes back to the tab makes the page look again', async () => {
    await asReader(async (visit) => {
      const one = await visit();
      await one.open();
      const before = await one.returned();
      await one.frame.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      assert.equal(await one.returned(), before + 1);
    });
  });

  test('what the first version of the program kept is found again', async () => {
    await asReader(async (visit) => {
      const old = await visit();
      await putText(old.frame, 'old', '{"v":1}');
      const tab = await visit();
      const opened = await tab.open();
      assert.deepEqual([opened.keeper, opened.wasCleared, opened.records], ['browser', false, [['old', '{"v":1}']]]);
      await tab.append(['new', 'x']);
      assert.deepEqual(await readAll(tab.frame), [['c', 'new'], ['c', 'old']]);
    });
  });

  test('a damaged record comes with its whole copy; what is no record at all is not touched', async () => {
    await asReader(async (visit) => {
      const first = await visit();
      await first.open();
      await first.append(['a', 'whole'], ['b', 'x']);
      await first.close();
      const vandal = await visit();
      await putText(vandal.frame, 'a', 'dam');
      await vandal.frame.evaluate(`${put}(['c', 'number'], 7)`);
      await vandal.close();
      const second = await visit();
      assert.deepEqual((await second.open()).records.sort(), [['a', 'dam'], ['a', 'whole'], ['b', 'x']]);
      await second.append(['d', 'x']);
      assert.deepEqual(await readAll(second.frame), [['c', 'a'], ['c', 'b'], ['c', 'd'], ['c', 'number']]);
    });
  });

  test('a store that was emptied between two visits says so once, and the spare brings back what it had', async () => {
    await asReader(async (visit) => {
      const first = await visit();
      await first.open();
      await first.append(['a', '1'], ['b', '2']);
      await first.close();
      const vandal = await visit();
      await deleteDatabase(vandal.frame);
      await vandal.close();
      const second = await visit();
      const opened = await second.open();
      assert.deepEqual([opened.keeper, opened.wasCleared, opened.keys], ['browser', true, ['a', 'b']]);
      assert.deepEqual(await readAll(second.frame), [['c', 'a'], ['c', 'b']]);
      await second.close();
      const third = await visit();
      assert.deepEqual((await third.open()).wasCleared, false);
    });
  });

  test('a store that is emptied while the page is open makes it look, says so, and takes records again', async () => {
    await asReader(async (visit) => {
      const [tab, vandal] = [await visit(), await visit()];
      await tab.open();
      await tab.append(['a', '1']);
      await vandal.frame.evaluate(() => localStorage.clear());
      await deleteDatabase(vandal.frame);
      await until('the page looks again', async () => (await tab.returned()) > 0);
      const seen = await tab.refresh();
      assert.deepEqual([seen.keeper, seen.wasCleared], ['browser', true]);
      assert.equal((await tab.refresh()).wasCleared, false);
      assert.equal(await tab.append(['a', '1'], ['b', '2']), 'done');
      const next = await visit();
      assert.deepEqual((await next.open()).keys, ['a', 'b']);
    });
  });

  test('a first visit is not taken for an emptied store', async () => {
    await asReader(async (visit) => {
      for (let i = 0; i < 2; i++) {
        const tab = await visit();
        assert.equal((await tab.open()).wasCleared, false);
        await tab.close();
      }
    });
  });

  for (const [way, spoil] of Object.entries(ways)) {
    test(`where IndexedDB ${way}, the simple store keeps the records and says so; later they move`, async () => {
      await asReader(async (visit) => {
        const poor = await visit({ spoil });
        const opened = await poor.open();
        assert.deepEqual([opened.keeper, opened.reason], ['simple', 'storage_simple']);
        assert.equal(await poor.append(['a', '1'], ['b', '2']), 'done');
        assert.equal(await poor.replace([['d', '4']], ['b']), 'done');
        const other = await visit({ spoil });
        assert.deepEqual((await other.open()).keys, ['a', 'd']);
        await until('the other tab\'s news', async () => (await other.append(['e', '5'])) === 'done' && (await poor.news()).includes('e'));
        await poor.close();
        await other.close();
        const rich = await visit();
        const read = await rich.open();
        assert.deepEqual([read.keeper, read.keys], ['browser', ['a', 'd', 'e']]);
        assert.deepEqual(await readAll(rich.frame), [['c', 'a'], ['c', 'd'], ['c', 'e']]);
      });
    });
  }

  test('where the browser gives nothing, records live until closing; when it gives a store after all they are put there', async () => {
    await asReader(async (visit) => {
      const spoil = () => {
        const open = IDBFactory.prototype.open;
        IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };
        Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
        window.heal = () => { IDBFactory.prototype.open = open; };
      };
      const tab = await visit({ spoil });
      const opened = await tab.open();
      assert.deepEqual([opened.keeper, opened.reason], ['nobody', 'storage_unavailable']);
      assert.equal(await tab.append(['a', '1']), 'done');
      await tab.frame.evaluate(() => window.heal());
      assert.equal((await tab.refresh()).keeper, 'browser');
      const next = await visit();
      assert.deepEqual((await next.open()).keys, ['a']);
    });
  });

  test('a database of a newer version is not touched: the simple store takes what is new, and without one nothing is taken', async () => {
    await asReader(async (visit) => {
      const newer = await visit();
      await newer.frame.evaluate(() => new Promise((resolve, reject) => {
        const opening = indexedDB.open('lesesaal', 99);
        opening.onupgradeneeded = () => opening.result.createObjectStore('future');
        opening.onsuccess = () => { opening.result.close(); resolve(); };
        opening.onerror = () => reject(opening.error);
      }));
      const tab = await visit();
      const opened = await tab.open();
      assert.deepEqual([opened.keeper, opened.reason], ['simple', 'storage_unreadable_spare']);
      assert.equal(await tab.append(['a', '1']), 'done');
      assert.deepEqual((await tab.refresh()).keeper, 'simple');

      const poor = await visit({ spoil: withoutSpare });
      const refused = await poor.open();
      assert.deepEqual([refused.keeper, refused.reason], ['unreadable', 'storage_unreadable']);
      assert.equal(await poor.append(['b', '2']), 'storage_unreadable');
    });
  });

  test('a full simple store hinders nothing', async () => {
    await asReader(async (visit) => {
      const vandal = await visit();
      await vandal.frame.evaluate(() => {
        for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
          try {
            for (;;) localStorage.setItem(`junk${size}-${localStorage.length}`, 'x'.repeat(size));
          } catch {
            // Full to that size.
          }
        }
      });
      const tab = await visit();
      assert.equal((await tab.open()).keeper, 'browser');
      assert.equal(await tab.append(['a', '1']), 'done');
      const next = await visit();
      assert.deepEqual((await next.open()).keys, ['a']);
    });
  });

  test('the spare takes so much and no more', async () => {
    await asReader(async (visit) => {
      const tab = await visit();
      await tab.open();
      await tab.append(['exact', 'x'.repeat(1_000_000 - 'exact'.length)]);
      await tab.append(['more', '']);
      const spared = () => tab.frame.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('lesesaal:c:')));
      assert.deepEqual(await spared(), ['lesesaal:c:exact']);
      await tab.replace([['less', 'x']], ['exact']);
      assert.deepEqual(await spared(), ['lesesaal:c:less']);
      const next = await visit();
      assert.deepEqual((await next.open()).keys, ['less', 'more']);
    });
  });

  test('an IndexedDB that never answers is not waited for', async () => {
    await asReader(async (visit) => {
      const tab = await visit({ spoil: () => { IDBFactory.prototype.open = () => new EventTarget(); } });
      assert.equal((await tab.open()).keeper, 'simple'); // after five seconds
      assert.equal(await tab.append(['a', '1']), 'done');
    });
  });

  test('a private window keeps records while it is open, as any other does', async () => {
    await withBrowser({ settings: { 'browser.privatebrowsing.autostart': true }, args: ['--incognito'] }, async (visit) => {
      const tab = await visit();
      assert.equal((await tab.open()).keeper, 'browser');
      await tab.append(['a', '1']);
      const next = await visit();
      assert.deepEqual((await next.open()).keys, ['a']);
    });
  });

  test('records whose files on the disk were destroyed come back from the spare', async () => {
    await inTemporaryFolder(async (profile) => {
      await withBrowser({ profile }, async (visit) => {
        const tab = await visit();
        await tab.open();
        await tab.append(['a', '1'], ['b', '2']);
      });
      // Closed properly, the browser has put the simple store onto the disk too.
      assert.ok((await destroyDatabases(profile)) > 0);
      await withBrowser({ profile }, async (visit) => {
        const tab = await visit();
        const opened = await tab.open();
        assert.deepEqual(opened.keys, ['a', 'b']);
        assert.ok(['browser', 'simple'].includes(opened.keeper), opened.keeper);
        assert.equal(await tab.append(['c', '3']), 'done');
        const next = await visit();
        assert.deepEqual((await next.open()).keys, ['a', 'b', 'c']);
      });
    });
  });

  if (kind === 'chromium') {
    test('a full disk is told, nothing acknowledged is lost, and with room again records are taken again', async () => {
      // What a private window keeps is not counted.
      await inTemporaryFolder((profile) => withBrowser({ profile }, async (visit) => {
        const tab = await visit();
        const protocol = await tab.page.createCDPSession();
        const setQuota = (quotaSize) => protocol.send('Storage.overrideQuotaForOrigin', { origin: server.origin, ...(quotaSize && { quotaSize }) });
        await setQuota(1_000_000);
        await tab.open();
        const kept = [];
        let answer;
        for (const [key, text] of numbered('r', 100)) {
          answer = await tab.append([key, text + 'x'.repeat(50_000)]);
          if (answer !== 'done') break;
          kept.push(key);
        }
        assert.equal(answer, 'storage_full');
        assert.ok(kept.length > 0);
        const full = await tab.refresh();
        assert.deepEqual([full.keeper, full.wasCleared], ['browser', false]);
        const reader = await visit();
        const opened = await reader.open();
        assert.deepEqual([opened.keeper, opened.keys], ['browser', kept]);
        await setQuota();
        await until('room again', async () => (await tab.append(['s', '2'])) === 'done');
        const next = await visit();
        assert.deepEqual((await next.open()).keys, [...kept, 's']);
      }));
    });

    test('site data that the browser deletes while the page is open is missed', async () => {
      await asReader(async (visit) => {
        const tab = await visit();
        await tab.open();
        await tab.append(['a', '1']);
        const protocol = await tab.page.createCDPSession();
        await protocol.send('Storage.clearDataForOrigin', { origin: server.origin, storageTypes: 'all' });
        await until('the page looks again', async () => (await tab.returned()) > 0);
        assert.equal((await tab.refresh()).wasCleared, true);
        assert.equal(await tab.append(['a', '1']), 'done');
      });
    });
  }
});
