// Nothing that was kept is lost when the browser is killed. The long run is ./scripts/bench notebook.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inTemporaryFolder } from './support/browsers.mjs';
import { killAgainAndAgain } from './support/kills.mjs';
import { builtPage, modeTitles } from './support/room.mjs';
import { PageServer } from './support/server.mjs';
import { forEachBrowser } from './support/suite.mjs';

const times = 5;

forEachBrowser('a killed browser', (kind) => {
  let server;
  before(async () => { server = await PageServer.start(builtPage); });
  after(() => server.stop());

  for (const mode of ['file', 'http']) {
    test(`opened ${modeTitles[mode]}, nothing is lost in ${times} kills the moment a bookmark was kept`, async () => {
      await inTemporaryFolder(async (profile) => {
        assert.deepEqual(await killAgainAndAgain(kind, profile, { mode, server }, times), { kills: times, lost: [] });
      });
    });
  }
});
