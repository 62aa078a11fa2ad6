import { existsSync } from 'node:fs';
import { afterAll, beforeAll, it } from '@jest/globals';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { type Registry, startRegistry } from './registry.ts';

const { CHROMIUM_PATH, CI } = process.env;
const candidates = [CHROMIUM_PATH ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = candidates.find((path) => path !== '' && existsSync(path));
const HOW_TO_GET_ONE =
  'ไม่พบ Chromium จึงข้ามการทดสอบหน้าเว็บ · No Chromium, so the page is not tested in a browser. Install one (`apt-get install chromium`) or set CHROMIUM_PATH to the executable of a Chromium or Chrome.';

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser, or an error that says how to get one: where there is none, journeys are skipped, but not in CI. */
export function launchBrowser(): Promise<Browser> {
  if (!executablePath) throw new Error(HOW_TO_GET_ONE);
  return chromium.launch({ executablePath, args });
}

if (!executablePath) console.info(HOW_TO_GET_ONE);
export const journey = executablePath || CI ? it : it.skip;
export const hasBrowser = executablePath !== undefined;

export type Visited = { readonly registry: Registry; readonly browser: Browser };

/** A registry and a browser for the journeys of a file, from its first to its last; `visited()` is for what runs in between. */
export function visitRegistry(): () => Visited {
  let visited: Visited | undefined;
  beforeAll(async () => {
    if (hasBrowser) visited = { registry: await startRegistry(), browser: await launchBrowser() };
  }, 90_000);
  afterAll(async () => {
    await visited?.browser.close();
    await visited?.registry.stop();
  });
  return () => {
    if (!visited) throw new Error(HOW_TO_GET_ONE);
    return visited;
  };
}

/** Where the page is served; the kit lets the system choose the port. */
export const originOf = ({ app }: Registry): string => {
  const address = app.server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server listens on no port.');
  return `http://127.0.0.1:${address.port}`;
};

/** Opens the page, lets no request leave for another host, and keeps what must not happen. */
export async function openPage(target: Browser, address: string, options: BrowserContextOptions = {}) {
  const page = await target.newPage({ viewport: { width: 1280, height: 800 }, locale: 'th-TH', ...options });
  const { origin } = new URL(address);
  const outside: string[] = [];
  const problems: string[] = [];
  await page.route('**/*', (route) => {
    const { protocol, origin: asked } = new URL(route.request().url());
    if (asked === origin || protocol === 'data:' || protocol === 'blob:') return route.continue();
    outside.push(route.request().url());
    return route.abort();
  });
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || /content security policy/i.test(message.text())) problems.push(message.text());
  });
  const answer = await page.goto(address);
  return { page, outside, problems, policy: answer?.headers()['content-security-policy'] ?? '' };
}

/** The answer in view, without spaces and line ends: the editor wraps lines where it likes. */
export const resultOf = async (page: Page): Promise<string> =>
  ((await page.locator('.graphiql-response .view-lines').textContent()) ?? '').replace(/\s+/g, '');

export const buttonTextOf = async (page: Page): Promise<string> =>
  (await page.locator('.persona-button').textContent()) ?? '';

export async function eventually(read: () => Promise<string>, wanted: RegExp): Promise<string> {
  const until = Date.now() + 15_000;
  for (;;) {
    const text = await read();
    if (wanted.test(text)) return text;
    if (Date.now() > until) throw new Error(`The page does not show ${wanted}; it shows:\n${text}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export async function choosePersona(page: Page, search: string, name: string): Promise<void> {
  await page.locator('.persona-button').click();
  await page.getByRole('combobox', { name: /ผู้ใช้สาธิต/ }).fill(search);
  await page.getByRole('option', { name: new RegExp(name) }).click();
  await eventually(() => buttonTextOf(page), new RegExp(name));
}
