import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Browser, chromium, type Page, type WebSocket } from 'playwright-core';
import { asSuperuser } from '../kit/database-copy.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';

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

let registry: Registry | undefined;
let browser: Browser | undefined;
beforeAll(async () => {
  if (!executablePath) return;
  registry = await startRegistry();
  browser = await chromium.launch({ executablePath, args });
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await registry?.stop();
});

/** Where the page is served; the kit lets the system choose the port. */
const originOf = ({ app }: Registry): string => {
  const address = app.server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server listens on no port.');
  return `http://127.0.0.1:${address.port}`;
};

/** Opens the page, lets no request leave for another host, and keeps what must not happen. */
async function openPage(target: Browser, origin: string) {
  const page = await target.newPage({ viewport: { width: 1280, height: 800 }, locale: 'th-TH' });
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
  const answer = await page.goto(origin);
  return { page, outside, problems, policy: answer?.headers()['content-security-policy'] ?? '' };
}

/** The answer in view, without spaces and line ends: the editor wraps lines where it likes. */
const resultOf = async (page: Page): Promise<string> =>
  ((await page.locator('.graphiql-response .view-lines').textContent()) ?? '').replace(/\s+/g, '');

const buttonTextOf = async (page: Page): Promise<string> => (await page.locator('.persona-button').textContent()) ?? '';

async function eventually(read: () => Promise<string>, wanted: RegExp): Promise<string> {
  const until = Date.now() + 15_000;
  for (;;) {
    const text = await read();
    if (wanted.test(text)) return text;
    if (Date.now() > until) throw new Error(`The page does not show ${wanted}; it shows:\n${text}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function choosePersona(page: Page, search: string, name: string): Promise<void> {
  await page.locator('.persona-button').click();
  await page.getByRole('combobox', { name: /ผู้ใช้สาธิต/ }).fill(search);
  await page.getByRole('option', { name: new RegExp(name) }).click();
  await eventually(() => buttonTextOf(page), new RegExp(name));
}

if (!executablePath) console.info(HOW_TO_GET_ONE);
const journey = executablePath || CI ? it : it.skip;

journey(
  'somebody chooses a persona and an example, reads the Thai answer, and sees another as somebody else',
  async () => {
    if (!browser || !registry) throw new Error(HOW_TO_GET_ONE);
    const { page, outside, problems, policy } = await openPage(browser, originOf(registry));
    expect(policy).toContain("default-src 'none'");

    await choosePersona(page, 'จอมทอง', 'ผู้ดูข้อมูล สำนักงานเขตจอมทอง');

    await page.getByRole('button', { name: /^Hide ตัวอย่าง/ }).click();
    await page.getByRole('button', { name: /^Show ตัวอย่าง/ }).click();
    await page.getByRole('button', { name: /แผนของหน่วยงาน แยกโครงการตามมิติ/ }).click();
    const own = await eventually(() => resultOf(page), /แผนปฏิบัติการต่อต้านการทุจริต/);
    expect(own).toContain('สำนักงานเขตจอมทอง');

    await page.getByRole('button', { name: 'ตาราง · CSV' }).click();
    const rows = page.getByRole('dialog').getByRole('row');
    await eventually(async () => (await rows.allTextContents()).join('\n'), /แผนปฏิบัติการต่อต้านการทุจริต/);
    await page.keyboard.press('Escape');

    await choosePersona(page, 'แม่ดง', 'ผู้ดูข้อมูล อบต.แม่ดง');
    const foreign = await eventually(() => resultOf(page), /"edges":\[\]/);
    expect(foreign).toContain('สำนักงานเขตจอมทอง');
    expect(foreign).not.toContain('แผนปฏิบัติการต่อต้านการทุจริต');

    expect(outside).toEqual([]);
    expect(problems).toEqual([]);
  },
  90_000,
);

journey(
  'somebody follows changes of status over a socket, under the strict policy',
  async () => {
    if (!browser || !registry) throw new Error(HOW_TO_GET_ONE);
    const { page, outside, problems } = await openPage(browser, originOf(registry));
    await choosePersona(page, 'ตัวอย่าง ๑', 'ผู้ดูข้อมูล สำนักงานเขตตัวอย่าง ๑');
    await page.locator('.graphiql-query-editor .view-lines').click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText('subscription { statusChanged { toStatus agency { code } } }');
    // Listened for from the first moment: a frame that is sent before anybody listens is never seen.
    const subscribed = new Promise<WebSocket>((resolve) => {
      page.once('websocket', (socket) => {
        socket.on('framesent', ({ payload }) => {
          if (String(payload).includes('"subscribe"')) resolve(socket);
        });
      });
    });
    await page.keyboard.press('ControlOrMeta+Enter');
    const socket = await subscribed;
    const change = () =>
      asSuperuser(
        registry?.database.superuser ?? '',
        `SELECT set_config('app.account', (SELECT id::text FROM "Account" LIMIT 1), false);
         INSERT INTO "StatusChange" (id, "agencyId", "planId", act, "fromStatus", "toStatus", "accountId", role)
         SELECT gen_random_uuid(), p."agencyId", p.id, 'CLOSE', 'PUBLISHED', 'CLOSED', (SELECT id FROM "Account" LIMIT 1), 'APPROVER'
         FROM "Plan" p JOIN "Agency" g ON g.id = p."agencyId" WHERE g.code = 'SAMPLE-1' LIMIT 1`,
      );
    // The server may still be opening the subscription: it is told again until the page has heard.
    await eventually(async () => {
      await change();
      return resultOf(page);
    }, /"toStatus":"CLOSED","agency":\{"code":"SAMPLE-1"\}/);
    const closed = socket.waitForEvent('close');
    await page.getByRole('button', { name: /^Stop query/ }).click();
    await closed;
    expect(outside).toEqual([]);
    expect(problems).toEqual([]);
  },
  90_000,
);
