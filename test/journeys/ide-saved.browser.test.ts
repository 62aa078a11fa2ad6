import { expect } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { sampleQueryId } from '@registry/seed/people/sample-queries.ts';
import type { Page } from 'playwright-core';
import { choosePersona, eventually, journey, openPage, originOf, resultOf, visitRegistry } from '../kit/ide-page.ts';

const visited = visitRegistry();

const written = async (page: Page): Promise<string> =>
  ((await page.locator('.graphiql-query-editor .view-lines').textContent()) ?? '').replace(/\s+/g, ' ');

async function write(page: Page, query: string): Promise<void> {
  await page.locator('.graphiql-query-editor .view-lines').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(query);
}

journey(
  'somebody opens a query by its link once signed in, fetches all its pages, saves it and saves it again',
  async () => {
    const { registry, browser } = visited();
    const id = encodeGlobalId('SavedQuery', sampleQueryId('unanswered-risks'));
    const { page, problems } = await openPage(browser, `${originOf(registry)}/?query=${id}`);
    await page.locator('.open-link').waitFor();
    await choosePersona(page, 'นักวิเคราะห์', 'นักวิเคราะห์ กรุงเทพมหานคร');
    await eventually(() => written(page), /UnansweredRisks/);
    expect(new URL(page.url()).search).toBe('');
    await page.locator('.graphiql-execute-button').click();
    const [, total = ''] = /"totalCount":(\d+)/.exec(await eventually(() => resultOf(page), /"totalCount"/)) ?? [];
    expect(Number(total)).toBeGreaterThan(20);

    await page.getByRole('button', { name: 'ตาราง · CSV' }).click();
    await page.getByRole('button', { name: /^ดึงทุกหน้า/ }).click();
    const foot = page.locator('.table-foot');
    await eventually(async () => (await foot.textContent()) ?? '', new RegExp(`^${total} แถว`));
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: /^Show คำถามที่บันทึกไว้/ }).click();
    await write(page, 'query Mine { viewer { role } }');
    await page.getByRole('textbox', { name: /^ชื่อ/ }).fill('คำถามของฉัน');
    await page.getByRole('button', { name: /^บันทึกแท็บนี้/ }).click();
    const list = page.locator('.saved .gallery-list');
    await eventually(async () => (await list.textContent()) ?? '', /คำถามของฉัน/);
    await write(page, 'query Mine { viewer { role agency { code } } }');
    await page.getByRole('button', { name: /^เป็นรุ่นใหม่ของ/ }).click();
    await eventually(async () => (await page.locator('.saved-form .saved-said').textContent()) ?? '', /บันทึกรุ่นที่ 2 แล้ว/);
    const [kept] = await registry.rows(
      `SELECT q."latestNumber", v.document FROM "SavedQuery" q JOIN "SavedQueryVersion" v ON v."savedQueryId" = q.id AND v.number = q."latestNumber" WHERE q."titleTh" = 'คำถามของฉัน'`,
    );
    expect(kept).toEqual({ latestNumber: 2, document: 'query Mine { viewer { role agency { code } } }' });
    expect(problems).toEqual([]);
  },
  90_000,
);

journey(
  'somebody renames a query of their own, moves it to a folder, archives it and takes it back',
  async () => {
    const { registry, browser } = visited();
    const { page, problems } = await openPage(browser, originOf(registry));
    await choosePersona(page, 'นักวิเคราะห์', 'นักวิเคราะห์ กรุงเทพมหานคร');
    await page.getByRole('button', { name: /^Show คำถามที่บันทึกไว้/ }).click();
    await write(page, 'query Mine { viewer { role } }');
    await page.getByRole('textbox', { name: /^ชื่อ · Title/ }).fill('คำถามก่อนเปลี่ยน');
    await page.getByRole('button', { name: /^บันทึกแท็บนี้/ }).click();
    const entry = (title: string) => page.locator('.saved > .gallery-list > .saved-query').filter({ hasText: title });
    await entry('คำถามก่อนเปลี่ยน').locator('summary').click();
    await page.getByRole('textbox', { name: /^ชื่อใหม่/ }).fill('คำถามหลังเปลี่ยน');
    await page.getByRole('button', { name: /^เปลี่ยนชื่อ/ }).click();

    await entry('คำถามหลังเปลี่ยน').locator('summary').click();
    await page.getByRole('textbox', { name: /^ย้ายไปแฟ้ม/ }).fill('ประชุมเดือนนี้');
    await page.getByRole('button', { name: /^ย้าย ·/ }).click();
    await entry('คำถามหลังเปลี่ยน').locator('.chip', { hasText: 'ประชุมเดือนนี้' }).waitFor();

    await entry('คำถามหลังเปลี่ยน').locator('summary').click();
    await page.getByRole('button', { name: /^เก็บเข้าคลัง/ }).click();
    await entry('คำถามหลังเปลี่ยน').waitFor({ state: 'detached' });
    await page.locator('.saved-archived summary').click();
    await page.getByRole('button', { name: /^นำกลับมา/ }).click();
    await entry('คำถามหลังเปลี่ยน').waitFor();

    const [kept] = await registry.rows(
      `SELECT "titleTh", folder, "archivedAt" FROM "SavedQuery" WHERE "titleTh" LIKE 'คำถาม%เปลี่ยน'`,
    );
    expect(kept).toEqual({ titleTh: 'คำถามหลังเปลี่ยน', folder: 'ประชุมเดือนนี้', archivedAt: null });
    expect(problems).toEqual([]);
  },
  90_000,
);
