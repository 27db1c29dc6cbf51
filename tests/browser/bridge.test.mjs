// A room without a store of its own, in a page that keeps the records for it, or pretends to.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { inTemporaryFolder, launch } from './support/browsers.mjs';
import { hostOfReadme, hostPage } from './support/embedding.mjs';
import { builtPage, Room, wide } from './support/room.mjs';
import { PageServer } from './support/server.mjs';
import { makeStoreSide, StoreSide } from './support/store_side.mjs';
import { inBrowsers } from './support/suite.mjs';
import { until } from './support/wait.mjs';

const article = 'Wiesbaden: Pilot bei Digitalisierungsoffensive';
const sandbox = (address, sandboxing = 'sandbox="allow-scripts"') => `<iframe title="Lesesaal" ${sandboxing} src="${address}"></iframe>`;

// Firefox has a setting for frames of other sites; Chromium's does not reach a headless one, but that for a site does.
async function refusingOthers(profile) {
  await mkdir(join(profile, 'Default'), { recursive: true });
  const cookies = { '127.0.0.1,*': { setting: 2 } };
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify({ profile: { content_settings: { exceptions: { cookies } } } }));
  return { profile, settings: { 'network.cookie.cookieBehavior': 1 } };
}

inBrowsers('in another page', ({ world, kind }) => {
  let side;
  let server; // of the stores alone
  before(async () => {
    side = await makeStoreSide();
    server = await PageServer.start(side.file);
  });
  after(async () => {
    await server.stop();
    await side.remove();
  });

  async function inContext(use) {
    const context = await world.browser.createBrowserContext();
    try {
      await use(context);
    } finally {
      await context.close();
    }
  }

  async function frameOf(page) {
    const frame = await until('the frame', () => page.frames().find((one) => one.url().endsWith('/lesesaal.html')));
    await until('the room in the frame', () => frame.evaluate(() => Boolean(window.side)));
    return new StoreSide(page, frame);
  }

  // The stores in a frame of the host; `origin`: where the host is served from.
  async function visitIn(context, host, { origin = server.origin } = {}) {
    server.offer('/around.html', host);
    const page = await context.newPage();
    await page.goto(`${origin}/around.html`, { waitUntil: 'load' });
    return frameOf(page);
  }

  test('the host of README.md keeps bookmarks: they are there again after a reload, and the page says where they are', async () => {
    const rooms = await PageServer.start(builtPage);
    rooms.offer('/embedding.html', hostOfReadme('/lesesaal.html'));
    try {
      await inContext(async (context) => {
        const page = await context.newPage();
        await page.setViewport(wide);
        const room = new Room(context, page, 'sandbox');
        await room.goTo(`${rooms.origin}/embedding.html`);
        await room.waitForList();
        await room.waitForText('Gespeichert');
        await room.openArticle(article);
        await room.click('button', 'Lesezeichen');
        await room.find('checkbox', 'Lesezeichen, 1 Artikel');
        await room.waitForText('Nur bei');
        const kept = () => page.evaluate(() => new Promise((resolve) => {
          const counting = opening.result.transaction('records').objectStore('records').count();
          counting.onsuccess = () => resolve(counting.result);
        }));
        await until('the host has the bookmark', async () => (await kept()) > 0);
        await page.reload({ waitUntil: 'load' });
        await room.waitForList();
        await room.find('checkbox', 'Lesezeichen, 1 Artikel');
      });
    } finally {
      await rooms.stop();
    }
  });

  test('the host of README.md keeps what is appended and takes away what is replaced', async () => {
    await inContext(async (context) => {
      const host = hostOfReadme('/lesesaal.html');
      const first = await visitIn(context, host);
      const opened = await first.open();
      assert.deepEqual([opened.keeper, opened.reason, opened.host, opened.keys], ['host', 'storage_at_host', server.origin, []]);
      assert.equal(await first.append(['a', '1'], ['b', 'ü']), 'done');
      assert.equal(await first.replace([['c', '3']], ['a']), 'done');
      await first.close();
      const second = await visitIn(context, host);
      assert.deepEqual((await second.open()).records, [['b', 'ü'], ['c', '3']]);
      assert.deepEqual((await second.refresh()).keys, []);
    });
  });

  test('without an answer nothing is sent but the offer, and records last until closing', async () => {
    await inContext(async (context) => {
      const room = await visitIn(context, hostPage(`<script>
        window.heard = []; addEventListener('message', ({ data }) => heard.push(data)); </script>${sandbox('/lesesaal.html')}`));
      const opened = await room.open();
      assert.deepEqual([opened.keeper, opened.reason, opened.host], ['nobody', 'storage_unavailable', '']);
      assert.equal(await room.append(['a', 'secret']), 'done');
      const heard = await room.page.evaluate(() => window.heard);
      assert.deepEqual(heard.map(({ lesesaal, version, nonce, ...rest }) => [lesesaal, version, /^[0-9a-f]{32}$/.test(nonce), rest]), [['offer', 1, true, {}]]);
    });
  });

  test('a host that is late is found by looking again, and gets what was made meanwhile', async () => {
    await inContext(async (context) => {
      const room = await visitIn(context, hostPage(`<script>
        const kept = []; let answers = false;
        addEventListener('message', ({ data, source }) => {
          if (data.lesesaal === 'offer') window.answer = () => source.postMessage({ lesesaal: 'records', nonce: data.nonce, records: [['old', 'x']] }, '*');
          if (data.lesesaal === 'keep') { kept.push(...data.records); source.postMessage({ lesesaal: 'kept', nonce: data.nonce, number: data.number }, '*'); }
          if (answers) answer();
        });
        window.start = () => { answers = true; answer(); };</script>${sandbox('/lesesaal.html')}`));
      assert.equal((await room.open()).keeper, 'nobody');
      await room.append(['a', '1']);
      await room.page.evaluate(() => window.start());
      await until('the page looks again', async () => (await room.returned()) > 0);
      const seen = await room.refresh();
      assert.deepEqual([seen.keeper, seen.keys], ['host', ['old']]);
      assert.deepEqual(await room.page.evaluate(() => kept), [['a', '1']]);
    });
  });

  // What a host answers to an offer that must change nothing.
  const hostile = {
    'with a wrong nonce': "answer({ lesesaal: 'records', nonce: 'f'.repeat(32), records: [['evil', 'x']] })",
    'without a nonce': "answer({ lesesaal: 'records', records: [['evil', 'x']] })",
    'with no records': "answer({ lesesaal: 'records', nonce: data.nonce })",
    'with numbers for texts': "answer({ lesesaal: 'records', nonce: data.nonce, records: [['good', 'x'], ['evil', 1]] })",
    'with a key that is too long': "answer({ lesesaal: 'records', nonce: data.nonce, records: [['e'.repeat(257), 'x']] })",
    'with too many records': "answer({ lesesaal: 'records', nonce: data.nonce, records: Array(100001).fill(['evil', 'x']) })",
    'with objects that are none': "for (const one of [null, 1, 'x', [], { lesesaal: 'records', nonce: {} }]) answer(one)",
    'from another window': "document.querySelector('.other').contentWindow.postMessage(data.nonce, '*')",
  };
  for (const [way, script] of Object.entries(hostile)) {
    test(`a host that answers ${way} is no host`, async () => {
      await inContext(async (context) => {
        const room = await visitIn(context, hostPage(`<iframe class="other" hidden srcdoc="<script>
          addEventListener('message', ({ data }) => parent.frames[1].postMessage({ lesesaal: 'records', nonce: data, records: [['evil', 'x']] }, '*'));
          </script>"></iframe><script>addEventListener('message', ({ data, source }) => {
            const answer = (message) => source.postMessage(message, '*');
            if (data.lesesaal === 'offer') { ${script} }
          });</script>${sandbox('/lesesaal.html')}`));
        const opened = await room.open();
        assert.deepEqual([opened.keeper, opened.keys], ['nobody', []]);
        assert.deepEqual(await room.news(), []);
      });
    });
  }

  test('a host that does not answer for a record, or has no room, is told of as a store that failed', async () => {
    await inContext(async (context) => {
      const room = await visitIn(context, hostPage(`<script>
        addEventListener('message', ({ data, source }) => {
          const answer = (message) => source.postMessage({ ...message, nonce: data.nonce }, '*');
          if (data.lesesaal === 'offer') answer({ lesesaal: 'records', records: [] });
          if (data.lesesaal !== 'keep') return;
          const [[key]] = data.records;
          if (key === 'full') answer({ lesesaal: 'kept', number: data.number, error: 'full' });
          if (key === 'odd') answer({ lesesaal: 'kept', number: data.number, error: { message: 'x' } });
        });</script>${sandbox('/lesesaal.html')}`));
      assert.equal((await room.open()).keeper, 'host');
      assert.equal(await room.append(['full', 'x']), 'storage_full');
      assert.equal(await room.append(['odd', 'x']), 'storage_failed');
      assert.equal(await room.append(['silent', 'x']), 'storage_failed'); // after ten seconds
    });
  });

  test('what the host brings from elsewhere arrives, and only from the host', async () => {
    await inContext(async (context) => {
      const room = await visitIn(context, hostPage(`<script>
        addEventListener('message', ({ data, source }) => {
          if (data.lesesaal !== 'offer') return;
          window.bring = (records) => source.postMessage({ lesesaal: 'records', nonce: data.nonce, records }, '*');
          bring([]);
        });</script>${sandbox('/lesesaal.html')}`));
      await room.open();
      await room.page.evaluate(() => { bring([['x', 1]]); bring([['n', 'x']]); bring([['n', 'again']]); bring([['last', 'x']]); });
      await until('the news', async () => (await room.news()).includes('last'));
      assert.deepEqual(await room.news(), ['n', 'last']);
    });
  });

  test('in a frame of the same site that may store, the room keeps its records itself', async () => {
    await inContext(async (context) => {
      const room = await visitIn(context, hostPage(`<script>
        window.heard = []; addEventListener('message', ({ data }) => heard.push(data)); </script>${sandbox('/lesesaal.html', '')}`));
      assert.equal((await room.open()).keeper, 'browser');
      assert.equal(await room.append(['a', '1']), 'done');
      assert.deepEqual(await room.page.evaluate(() => window.heard), []);
    });
  });

  // As browsers do by a setting, and some from the start.
  test('in a page of another site that may keep nothing there, the room takes to the host', async () => {
    await inTemporaryFolder(async (profile) => {
      const browser = await launch(kind, await refusingOthers(profile));
      try {
        const host = hostOfReadme(`${server.origin}/lesesaal.html`).replace('sandbox="allow-scripts allow-downloads"', '');
        const origin = server.origin.replace('127.0.0.1', 'localhost');
        const room = await visitIn(browser.defaultBrowserContext(), host, { origin });
        const opened = await room.open();
        assert.deepEqual([opened.keeper, opened.host], ['host', origin]);
        assert.equal(await room.append(['a', '1']), 'done');
        const next = await visitIn(browser.defaultBrowserContext(), host, { origin });
        assert.deepEqual((await next.open()).keys, ['a']);
      } finally {
        await browser.close();
      }
    });
  });
});
