import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page, WebSocket } from 'playwright-core';
import { eventually, hasBrowser, journey, launchBrowser, resultOf } from '../kit/ide-page.ts';
import { type Person, personOf } from '../kit/person.ts';
import { personOn } from '../kit/person-at-page.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { draftWithRisk } from '../risk/register-kit.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
/** Where administrators are at the API: a second instance over the same database. */
let administration: Registry;
let browser: Browser;
beforeAll(async () => {
  if (!hasBrowser) return;
  stage = await openStage({ demoSignIn: false });
  administration = await startRegistry({ ...stage.options, demoSignIn: true });
  browser = await launchBrowser();
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await administration?.stop();
  await stage?.stop();
});

const mastheadOf = (page: Page) => async () => (await page.locator('.masthead').textContent()) ?? '';

/** The pages of the provider, as somebody with an account there fills them in. */
async function signInAtProvider(page: Page, subject: string): Promise<void> {
  await page.getByRole('link', { name: /ลงชื่อเข้าใช้/ }).click();
  await page.locator('input[name=login]').fill(subject);
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
  await page.locator('button[type=submit]', { hasText: 'Continue' }).click();
  await page.waitForURL(`${stage.publicUrl}/`);
}

const agencyCode = 'SAMPLE-NEW';

/** Opens an agency as the administrator of the city does, with its first administrator: somebody with an account at the provider, at the API. */
async function openAgency(): Promise<Person> {
  const city = administration.person('city-admin');
  const names = { nameTh: 'สำนักงานเขตตัวอย่างใหม่', nameEn: 'New sample office' };
  await city.does('addAgency', { ...names, code: agencyCode, kind: 'SAMPLE', parentCode: 'BMA' });
  const first = { subject: 'first-administrator', role: 'AGENCY_ADMIN', name: 'ผู้ดูแลระบบคนแรก' };
  await city.does('addMember', { ...first, agencyCode });
  const { accessToken } = await stage.provider.signIn(first.subject);
  const authorization = `Bearer ${accessToken}`;
  return personOf(
    (query, variables = {}, headers = {}) => administration.public(query, variables, { authorization, ...headers }),
    administration.database,
  );
}

/** What the administrator of an agency knows of a member of it. */
async function memberOf(admin: Person, subject: string) {
  const { data } = await admin.ask('{ members(first: 100) { edges { node { id version subject } } } }');
  return nodes(data.members).find((each: { subject: string }) => each.subject === subject);
}

/** How soon the end of a membership has to hold. */
const OUT_MS = 10_000;

journey(
  'an agency is opened, and somebody whom its first administrator invites signs in, is let in by the code, edits a risk, and is out within ten seconds of the end of their membership, the socket included',
  async () => {
    const admin = await openAgency();
    const invitation = { agencyCode, role: 'EDITOR', name: 'นางสาวผู้รับเชิญ' };
    const { code } = await admin.does('inviteMember', invitation, 'code');
    const context = await browser.newContext({ locale: 'th-TH', viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', (line) => {
      if (/content security policy/i.test(line.text())) problems.push(line.text());
    });

    await page.goto(stage.publicUrl);
    await signInAtProvider(page, 'invited-at-page');
    await eventually(mastheadOf(page), /ทะเบียนไม่รู้จักบัญชีนี้.*ยังไม่มีบทบาท/);
    await page.locator('.account input').fill(code);
    await page.getByRole('button', { name: /รับคำเชิญ/ }).click();
    await eventually(mastheadOf(page), /นางสาวผู้รับเชิญ.*ผู้จัดทำข้อมูล.*ตัวอย่าง/);
    expect(await page.evaluate('document.cookie')).toBe('');

    const person = await personOn(page, stage.registry.database);
    const { risk } = await draftWithRisk(person, 2571);
    const edited = { riskId: risk.id, expectedVersion: risk.version, titleTh: 'ความเสี่ยงที่แก้ไขในหน้าเว็บ' };
    expect(await person.does('editRisk', edited, 'risk { titleTh }')).toEqual({ risk: { titleTh: edited.titleTh } });

    const listening = new Promise<WebSocket>((resolve) =>
      page.once('websocket', (socket) => socket.once('framereceived', () => resolve(socket))),
    );
    await page.locator('.graphiql-query-editor .monaco-editor').first().click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText('subscription Watch { statusChanged { id } }');
    await page.keyboard.press('ControlOrMeta+Enter');
    const socket = await listening;

    const held = await memberOf(admin, 'invited-at-page');
    const closing = socket.waitForEvent('close', { timeout: OUT_MS });
    await admin.does('endMembership', { membershipId: held.id, expectedVersion: held.version });
    await closing;
    await eventually(() => resultOf(page), /บทบาทเปลี่ยนไป/);
    const { errors } = await person.ask('query Plans { plans(first: 1) { totalCount } }');
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
    await eventually(mastheadOf(page), /นางสาวผู้รับเชิญ.*ยังไม่มีบทบาท/);

    await page.getByRole('button', { name: /ออกจากระบบ/ }).click();
    await page.getByRole('button', { name: 'Yes' }).click();
    await page.waitForURL(`${stage.publicUrl}/`);
    await eventually(mastheadOf(page), /ลงชื่อเข้าใช้/);
    expect(await administration.rows('SELECT 1 FROM "BrowserSession"')).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  },
  120_000,
);
