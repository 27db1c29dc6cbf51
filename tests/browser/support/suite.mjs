// The same tests in both browsers, side by side, each browser started once for a file.
import { after, before, describe } from 'node:test';
import { kinds, launch, titles } from './browsers.mjs';
import { builtPage, Room } from './room.mjs';
import { PageServer } from './server.mjs';

export function forEachBrowser(title, define) {
  describe(title, { concurrency: kinds.length }, () => {
    for (const kind of kinds) describe(titles[kind], { concurrency: 1 }, () => define(kind));
  });
}

// `define` gets `visit(options, body)`: opens a room of its own, hands it to `body`, and holds it to silence.
export function inBrowsers(title, define) {
  forEachBrowser(title, (kind) => {
    const world = { kind, browser: null, server: null };
    before(async () => {
      world.server = await PageServer.start(builtPage);
      world.browser = await launch(kind);
    });
    after(async () => {
      await world.browser?.close();
      await world.server?.stop();
    });
    define({ world, kind, visit: (options, body) => visit(world, options, body) });
  });
}

async function visit(world, options, body) {
  const room = await Room.open(world.browser, { server: world.server, ...options });
  try {
    await body(room);
    await room.expectQuiet();
  } catch (error) {
    error.message += `\n${await room.describe()}`;
    throw error;
  } finally {
    await room.close();
  }
}
