// The two browsers: Debian's Chromium, headless, and its Firefox on a (virtual) screen, where alone it has WebGL2.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';

const allKinds = ['chromium', 'firefox'];
// One browser alone, while working on something: LESESAAL_BROWSER=chromium.
export const kinds = allKinds.filter((kind) => [undefined, '', kind].includes(process.env.LESESAAL_BROWSER));
export const titles = { chromium: 'Chromium', firefox: 'Firefox' };
const programs = { chromium: ['chromium', 'chromium-browser'], firefox: ['firefox-esr', 'firefox'] };
const chromiumArguments = [
  '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--no-sandbox', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--no-first-run',
  '--lang=de-DE', '--accept-lang=de-DE,de', // the page speaks the browser's language
];
// The page forbids itself every request; what the browser asks for by itself would only be noise on other machines.
const firefoxSettings = {
  'app.normandy.enabled': false,
  'browser.aboutConfig.showWarning': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.search.update': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'intl.accept_languages': 'de-DE, de', // the page speaks the browser's language
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

function findProgram(kind) {
  for (const name of programs[kind]) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      if (folder && existsSync(join(folder, name))) return join(folder, name);
    }
  }
  throw new Error(`${titles[kind]} is not installed. Run ./scripts/setup browsers.`);
}

// `profile`: a folder that outlives the browser. `settings`: preferences of Firefox; `args`: of Chromium.
// A browser that dies while it starts (a driver of the graphics, a full machine) is started once more; so is one whose
// profile was still being tidied up after the last.
export async function launch(kind, options) {
  try {
    return await launchOnce(kind, options);
  } catch (error) {
    if (!/Failed to launch|user\.js/.test(error.message)) throw error;
    await pause(500);
    return launchOnce(kind, options);
  }
}

async function launchOnce(kind, { profile, settings = {}, args = [] } = {}) {
  const common = { executablePath: findProgram(kind), userDataDir: profile, timeout: 120_000, protocolTimeout: 45_000 };
  if (kind === 'chromium') {
    return puppeteer.launch({ ...common, browser: 'chrome', headless: true, args: [...chromiumArguments, ...args] });
  }
  if (!process.env.DISPLAY) {
    throw new Error('Firefox needs a screen for WebGL2: run the tests with xvfb-run, or by ./scripts/test browser.');
  }
  return puppeteer.launch({
    ...common,
    browser: 'firefox',
    headless: false,
    extraPrefsFirefox: { ...firefoxSettings, ...settings },
    env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1' },
  });
}

// A folder for the time of a test.
export async function inTemporaryFolder(use) {
  const folder = await mkdtemp(join(tmpdir(), 'lesesaal-test-'));
  try {
    return await use(folder);
  } finally {
    // A browser that was killed may still be writing its last files.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}
