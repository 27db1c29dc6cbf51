// The neighbours' npm packages: installed by scripts/bench from tests/bench/package.json, not with those of the tests.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rootFolder } from '../../browser/support/room.mjs';

export const modulesFolder = process.env.LESESAAL_BENCH_MODULES ?? join(rootFolder, '.deps/bench/node_modules');
export const requireModule = createRequire(join(modulesFolder, 'of-the-bench.cjs'));
export const importModule = (path) => import(pathToFileURL(join(modulesFolder, path)).href);
export const modulePath = (path) => join(modulesFolder, path);
export const versionOf = (name) => requireModule(modulePath(`${name}/package.json`)).version;
