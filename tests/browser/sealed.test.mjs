// The page calls nobody, and a text is never more than text.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { inTemporaryFolder } from './support/browsers.mjs';
import { distFolder } from './support/room.mjs';
import { inBrowsers } from './support/suite.mjs';

const evil = '<img src=x onerror="document.title=\'caught\'"><script>document.title=\'caught\'</script>';
const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Proben',
  items: [
    { id: '1', title: `Markup ${evil}`, content_text: `Ein Text mit ${evil} darin.`, date_published: '2025-01-02T00:00:00Z' },
    { id: '2', title: '</script><!--', content_text: '</script><!-- <script>', date_published: '2025-01-03T00:00:00Z' },
  ],
};

// Runs in the page: everything by which a page could call out. Each must fail.
async function tryToCallOut(origin) {
  const attempts = {
    fetch: () => fetch(`${origin}/by-fetch`),
    beacon: () => { if (!navigator.sendBeacon(`${origin}/by-beacon`)) throw new Error('refused'); },
    image: () => new Promise((resolve, reject) => {
      Object.assign(new Image(), { onload: resolve, onerror: reject, src: `${origin}/by-image` });
    }),
    script: () => new Promise((resolve, reject) => {
      document.head.append(Object.assign(document.createElement('script'), { onload: resolve, onerror: reject, src: `${origin}/by-script` }));
    }),
    inlineScript: () => {
      document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.ranInline = true' }));
      if (!window.ranInline) throw new Error('refused');
    },
    frame: () => new Promise((resolve, reject) => {
      document.addEventListener('securitypolicyviolation', reject, { once: true });
      document.body.append(Object.assign(document.createElement('iframe'), { onload: resolve, src: `${origin}/by-frame` }));
    }),
    code: () => document.body.setAttribute('onclick', 'window.ranCode = true') ?? document.body.click() ?? (() => {
      if (!window.ranCode) throw new Error('refused');
    })(),
  };
  const succeeded = [];
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      await attempt();
      succeeded.push(name);
    } catch {
      // As it should be.
    }
  }
  return succeeded;
}

inBrowsers('the seal', ({ visit, world }) => {
  for (const mode of ['http', 'file']) {
    test(`even a script inside the page, opened from ${mode}, cannot call out`, async () => {
      const before = world.server.requests.length;
      await visit({ mode }, async (room) => {
        const succeeded = await room.frame.evaluate(tryToCallOut, world.server.origin);
        assert.deepEqual(succeeded.filter((name) => name !== 'beacon'), []);
        const refusals = await room.frame.evaluate(() => window.seenByTest.refusals);
        assert.ok(refusals.length >= 5, refusals.join(' | '));
        room.isProvoked = true;
      });
      assert.deepEqual(world.server.requests.slice(before), mode === 'http' ? ['GET /lesesaal.html'] : []);
    });
  }

  test('markup in a headline and a text is shown as it is written', async () => {
    await inTemporaryFolder(async (folder) => {
      const [input, page] = [join(folder, 'feed.json'), join(folder, 'page.html')];
      await writeFile(input, JSON.stringify(feed));
      await promisify(execFile)(join(distFolder, 'lesesaal'), ['pack', input, '-o', page, '--title', 'Probe <b>']);
      await visit({ mode: 'file', file: page }, async (room) => {
        await room.expectHits(2, 2);
        assert.equal(await room.frame.title(), 'Probe <b>');
        const [second, first] = await room.headlines();
        assert.ok(first.includes(evil) && second.includes('</script><!--'), `${first} | ${second}`);
        await room.click('link', first);
        await room.waitForText('Ein Text mit <img');
        assert.equal(await room.frame.$('img'), null);
        assert.match(await room.frame.title(), /^Markup <img/);
      });
    });
  });
});
