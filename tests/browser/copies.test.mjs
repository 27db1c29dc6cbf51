// Copies of the reader's own data: files that are read, a file that is written through to, and this page saved anew.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { makeBlock, readBlock, withNewBlock } from './support/altered_pages.mjs';
import { builtPage, distFolder, Room } from './support/room.mjs';
import { PageServer } from './support/server.mjs';
import { kind as outcome, makeStoreSide, scriptOf, StoreSide, withScript } from './support/store_side.mjs';
import { inBrowsers } from './support/suite.mjs';
import { until } from './support/wait.mjs';

// As platform::LinkState.
const link = { impossible: 0, none: 1, asleep: 2, ready: 3 };
const pickedBytesMax = 64 * 1024 * 1024;

// A picker that needs no person: it hands out files of the origin's own folder. `choice`: a name, '' for the suggested one,
// null when the reader closes the picker. Runs in the page before anything of it does.
function standInForPickers({ choice, permission }) {
  const choose = async (suggested) => {
    if (window.pickers.choice === null) throw new DOMException('closed', 'AbortError');
    if (window.pickers.choice === 'forbidden') throw new DOMException('no', 'SecurityError');
    const folder = await navigator.storage.getDirectory();
    return folder.getFileHandle(window.pickers.choice || suggested, { create: true });
  };
  window.pickers = { choice, permission, questions: 0 };
  window.showSaveFilePicker = async ({ suggestedName }) => {
    const handle = await choose(suggestedName);
    await (await handle.createWritable()).close(); // browsers empty what is chosen here
    return handle;
  };
  window.showOpenFilePicker = async () => [await choose('')];
  FileSystemHandle.prototype.queryPermission = async () => window.pickers.permission;
  FileSystemHandle.prototype.requestPermission = async () => {
    window.pickers.questions++;
    return window.pickers.permission === 'denied' ? 'denied' : (window.pickers.permission = 'granted');
  };
}

const readFileOf = (tab, name) => tab.frame.evaluate(async (one) => {
  const folder = await navigator.storage.getDirectory();
  return (await (await folder.getFileHandle(one)).getFile()).text();
}, name);
const writeFileOf = (tab, name, text) => tab.frame.evaluate(async (one, content) => {
  const folder = await navigator.storage.getDirectory();
  const stream = await (await folder.getFileHandle(one, { create: true })).createWritable();
  await stream.write(content);
  await stream.close();
}, name, text);
const writeThrough = (tab, text) => tab.frame.evaluate(async (content) => {
  const { numbers: [number], texts: [message] } = await window.side.copy('writeThrough', new TextEncoder().encode(content));
  return number === 0 ? 'done' : message;
}, text);

inBrowsers('copies', ({ world, kind }) => {
  let side;
  let server;
  let folder;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lesesaal-copies-'));
    side = await makeStoreSide();
    server = await PageServer.start(side.file);
  });
  after(async () => {
    await server.stop();
    await side.remove();
    await rm(folder, { recursive: true, force: true });
  });

  async function asReader(use, { downloads } = {}) {
    const behavior = downloads ? { downloadBehavior: { policy: 'allow', downloadPath: downloads } } : {};
    const context = await world.browser.createBrowserContext(behavior);
    try {
      await use(async (spoiling, address = `${server.origin}/lesesaal.html`) => {
        const tab = await StoreSide.visit(context, address, spoiling && { spoil: standInForPickers, spoiling });
        await tab.open();
        return tab;
      });
    } finally {
      await context.close();
    }
  }

  // --- A file that is read -----------------------------------------------------------------------------------------------

  const startPicking = (tab) => tab.frame.evaluate(() => {
    window.picked = window.side.copy('pick').then(({ numbers, texts: [name, text] }) =>
      ({ outcome: numbers[0], name, size: text.length, start: text.slice(0, 20) }));
  });

  async function pick(tab, path) {
    if (kind === 'chromium') {
      const [chooser] = await Promise.all([tab.page.waitForFileChooser(), startPicking(tab)]);
      if (path) await chooser.accept([path]);
      else await chooser.cancel();
    } else {
      // Firefox closes its dialogs by itself when it is driven; so none is opened.
      await tab.frame.evaluate(() => { HTMLInputElement.prototype.click = () => {}; });
      await startPicking(tab);
      await (await tab.frame.$('input[type=file]')).uploadFile(path);
    }
    return tab.frame.evaluate(() => window.picked);
  }

  test('a picked file is read whole, and its field is gone', async () => {
    await asReader(async (visit) => {
      const tab = await visit();
      const path = join(folder, 'lesezeichen.json');
      await writeFile(path, '{"ü":1}');
      assert.deepEqual(await pick(tab, path), { outcome: outcome.done, name: 'lesezeichen.json', size: 7, start: '{"ü":1}' });
      assert.equal(await tab.frame.$('input[type=file]'), null);
    });
  });

  test('a file of 64 MiB is read, one of a byte more is told to be too large', async () => {
    await asReader(async (visit) => {
      const tab = await visit();
      const [most, more] = [join(folder, 'most.bin'), join(folder, 'more.bin')];
      await writeFile(most, Buffer.alloc(pickedBytesMax, 'x'));
      await writeFile(more, Buffer.alloc(pickedBytesMax + 1, 'x'));
      const read = await pick(tab, most);
      assert.deepEqual([read.outcome, read.size], [outcome.done, pickedBytesMax]);
      const refused = await pick(tab, more);
      assert.deepEqual([refused.outcome, refused.name], [outcome.tooLarge, 'file_too_large']);
    });
  });

  if (kind === 'chromium') {
    test('a reader who closes the picker has picked nothing', async () => {
      await asReader(async (visit) => {
        const picked = await pick(await visit(), null);
        assert.deepEqual([picked.outcome, picked.name], [outcome.done, '']);
      });
    });
  }

  // --- A file that is linked -----------------------------------------------------------------------------------------------

  const found = async (tab) => {
    const { outcome: state, texts: [name] } = await tab.copy('lookForLink');
    return [state, name];
  };

  test('a linked file is written through to, in order, and is still linked at the next visit', async () => {
    await asReader(async (visit) => {
      const tab = await visit({ choice: '', permission: 'granted' });
      assert.deepEqual(await found(tab), [link.none, '']);
      assert.equal(await writeThrough(tab, 'x'), 'file_not_written');
      const { outcome: linked, texts } = await tab.copy('link', 'lesezeichen.json');
      assert.deepEqual([linked, texts], [outcome.done, ['lesezeichen.json', '']]);
      await tab.frame.evaluate(() => Promise.all(Array.from({ length: 20 }, (_, number) =>
        window.side.copy('writeThrough', new TextEncoder().encode(`${number}`.repeat(20 - number))))));
      assert.equal(await readFileOf(tab, 'lesezeichen.json'), '19');
      const next = await visit({ choice: null, permission: 'granted' });
      assert.deepEqual(await found(next), [link.ready, 'lesezeichen.json']);
      assert.equal(await writeThrough(next, 'next'), 'done');
      assert.equal(await readFileOf(next, 'lesezeichen.json'), 'next');
    });
  });

  test('a file that exists is read before it is written to', async () => {
    await asReader(async (visit) => {
      const tab = await visit({ choice: 'alt.json', permission: 'granted' });
      await writeFileOf(tab, 'alt.json', '["ä"]');
      const { outcome: linked, texts } = await tab.copy('linkExisting');
      assert.deepEqual([linked, texts], [outcome.done, ['alt.json', '["ä"]']]);
      assert.equal(await readFileOf(tab, 'alt.json'), '["ä"]');
    });
  });

  test('a file from an earlier visit sleeps until the reader allows it, and brings then what was put in meanwhile', async () => {
    await asReader(async (visit) => {
      const first = await visit({ choice: '', permission: 'granted' });
      await first.copy('link', 'lesezeichen.json');
      await writeThrough(first, 'mine');
      await writeFileOf(first, 'lesezeichen.json', 'mine and theirs');
      await first.close();
      const second = await visit({ choice: null, permission: 'prompt' });
      assert.deepEqual(await found(second), [link.asleep, 'lesezeichen.json']);
      const { texts } = await second.copy('wake');
      assert.deepEqual(texts, ['lesezeichen.json', 'mine and theirs']);
      assert.deepEqual(await found(second), [link.ready, 'lesezeichen.json']);
      await second.close();
      const third = await visit({ choice: null, permission: 'denied' });
      await found(third);
      assert.deepEqual((await third.copy('wake')).texts, ['', '']);
      assert.deepEqual(await found(third), [link.asleep, 'lesezeichen.json']);
    });
  });

  test('a file that is let go is forgotten and stays as it is', async () => {
    await asReader(async (visit) => {
      const tab = await visit({ choice: '', permission: 'granted' });
      await tab.copy('link', 'lesezeichen.json');
      await writeThrough(tab, 'kept');
      await tab.frame.evaluate(() => window.side.copies.unlink());
      assert.deepEqual(await found(tab), [link.none, '']);
      assert.equal(await readFileOf(tab, 'lesezeichen.json'), 'kept');
      const next = await visit({ choice: null, permission: 'granted' });
      assert.deepEqual(await found(next), [link.none, '']);
    });
  });

  test('closing the picker links nothing, a forbidden one is told, and a file that cannot be written keeps what it has', async () => {
    await asReader(async (visit) => {
      const tab = await visit({ choice: null, permission: 'granted' });
      assert.deepEqual(await tab.copy('link', 'x.json'), { outcome: outcome.done, texts: ['', ''] });
      await tab.frame.evaluate(() => { window.pickers.choice = 'forbidden'; });
      assert.deepEqual(await tab.copy('link', 'x.json'), { outcome: outcome.blocked, texts: ['file_not_written', ''] });
      assert.deepEqual(await found(tab), [link.none, '']);
      await tab.frame.evaluate(() => { window.pickers.choice = 'x.json'; });
      await tab.copy('link', 'x.json');
      await writeThrough(tab, 'whole');
      await tab.frame.evaluate(() => {
        FileSystemWritableFileStream.prototype.close = async function close() { throw new DOMException('full', 'QuotaExceededError'); };
      });
      assert.equal(await writeThrough(tab, 'half'), 'file_not_written');
      assert.equal(await readFileOf(tab, 'x.json'), 'whole');
    });
  });

  test('where there is no picker, or a frame may not use it, linking is impossible', async () => {
    await asReader(async (visit) => {
      const tab = await visit({ choice: '', permission: 'granted' });
      await tab.frame.evaluate(() => { delete window.showSaveFilePicker; window.showSaveFilePicker = undefined; });
      assert.deepEqual(await found(tab), [link.impossible, '']);
      server.offer('/around.html', '<!doctype html><title>x</title><iframe sandbox="allow-scripts" src="/lesesaal.html"></iframe>');
      await tab.page.goto(`${server.origin}/around.html`);
      const frame = await until('the room in the frame', async () => {
        const inner = tab.page.frames().find((one) => one.url().endsWith('/lesesaal.html'));
        return inner && (await inner.evaluate(() => Boolean(window.side))) && inner;
      });
      const framed = new StoreSide(tab.page, frame);
      await framed.open();
      assert.deepEqual(await found(framed), [link.impossible, '']);
    });
  });

  // --- This page, saved ------------------------------------------------------------------------------------------------------

  async function savedFile(downloads, name) {
    await until(`the file ${name}`, async () => (await readdir(downloads)).includes(name));
    const path = join(downloads, name);
    await until('the whole file', async () => (await readFile(path, 'utf8')).endsWith('</html>'));
    return { path, html: await readFile(path, 'utf8') };
  }

  async function save(tab, downloads, name, block) {
    // As after the start: the encoded texts are no longer in the document.
    await tab.frame.evaluate(() => { for (const one of ['program', 'corpus', 'meta']) window.side.blocks.release(one); });
    const { outcome: saved, texts } = await tab.copy('savePage', name, 'notebook', block);
    assert.deepEqual([saved, texts], [outcome.done, ['']]);
    return savedFile(downloads, name);
  }

  // Where the parser keeps no white space.
  const settled = (html) => html.replace(/\s+<head>/, '<head>').replace(/\s*<\/body>\s*<\/html>\s*$/, '</body></html>');

  // assert.equal would print two whole pages.
  function assertSame(actual, expected) {
    if (actual === expected) return;
    let at = 0;
    while (actual[at] === expected[at]) at++;
    assert.fail(`From ${at} on: ${JSON.stringify(actual.slice(at - 40, at + 80))}, not ${JSON.stringify(expected.slice(at - 40, at + 80))}`);
  }

  for (const mode of ['file', 'http']) {
    test(`opened over ${mode}, the page saves itself with a new block and not a byte else; saved again, it is the same`, async () => {
      const downloads = await mkdtemp(join(folder, 'saved-'));
      await asReader(async (visit) => {
        const notebook = Buffer.from('{"v":1,"ü":"<!--</script>"}');
        const block = `${makeBlock('notebook', notebook)}\n`;
        const tab = await visit(undefined, mode === 'file' ? side.address : undefined);
        const first = await save(tab, downloads, 'first.html', block);
        assertSame(settled(first.html), settled(withNewBlock(await readFile(side.file, 'utf8'), 'notebook', notebook)));
        const again = await visit(undefined, pathToFileURL(first.path).href);
        const second = await save(again, downloads, 'second.html', block);
        assertSame(second.html, first.html);
        const other = Buffer.from('{"v":1,"other":true}');
        const third = await save(again, downloads, 'third.html', `${makeBlock('notebook', other)}\n`);
        assert.deepEqual(readBlock(third.html, 'notebook'), other);
        assertSame(settled(third.html), settled(withNewBlock(await readFile(side.file, 'utf8'), 'notebook', other)));
      }, { downloads });
    });
  }

  test('the saved page is a reading room elsewhere, and holds the block', async () => {
    const downloads = await mkdtemp(join(folder, 'saved-'));
    const file = join(folder, `elsewhere-${kind}.html`);
    const notebook = Buffer.from('{"v":1}');
    await asReader(async (visit) => {
      const saved = await save(await visit(), downloads, 'room.html', `${makeBlock('notebook', notebook)}\n`);
      // With the built page's own script again.
      await writeFile(file, withScript(saved.html, scriptOf(await readFile(builtPage, 'utf8'))));
    }, { downloads });
    const room = await Room.open(world.browser, { mode: 'file', file });
    try {
      await room.expectHits(16);
      await room.openArticle('Wiesbaden: Pilot bei Digitalisierungsoffensive');
      await room.expectQuiet();
    } finally {
      await room.close();
    }
    const blocks = JSON.parse(execFileSync(join(distFolder, 'lesesaal'), ['inspect', file, '--json'], { encoding: 'utf8' }));
    assert.match(JSON.stringify(blocks), /"notebook"/);
  });

  // --- HTML ----------------------------------------------------------------------------------------------------------------

  const tokens = (tab, html, max = 1000) => tab.frame.evaluate((text, most) => {
    const bytes = window.side.markup.parse(text, most);
    return bytes && new TextDecoder().decode(bytes).replaceAll('\0', '|');
  }, html, max);
  const around = (inside) => `ohtml||ohead||chead|obody||${inside}cbody|chtml|`;

  test('HTML is read as browsers do, up to so many tokens; nothing in it runs or is asked for', async () => {
    await asReader(async (visit) => {
      const tab = await visit();
      assert.equal(await tokens(tab, '<p>A&amp;B<P id=x TITLE="a&quot;b">ü'), around('op||tA&B|cp|op|id|x|title|a"b||tü|cp|'));
      assert.equal(await tokens(tab, '<!-- c --><br>x&#0;\0y'), around('obr||cbr|tx\ufffdy|'));
      assert.equal(await tokens(tab, '<DL><p><DT><A HREF="https://a.example/?a&amp;b" ADD_DATE="1">T</A>'),
        around('odl||op||cp|odt||oa|href|https://a.example/?a&b|add_date|1||tT|ca|cdt|cdl|'));
      assert.equal(await tokens(tab, ''), around(''));
      await tokens(tab, '<script>window.evil = 1</script><img src="/evil.png" onerror="window.evil = 1"><link rel=stylesheet href=/evil.css><iframe src=/evil></iframe>');
      assert.equal(await tab.frame.evaluate(() => window.evil), undefined);
      assert.ok(!server.requests.some((one) => one.includes('evil')));
      assert.equal(await tokens(tab, 'x', 7), around('tx|'));
      assert.equal(await tokens(tab, 'x', 6), null);
    });
  });
});
