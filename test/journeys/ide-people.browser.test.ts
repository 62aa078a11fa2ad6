import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  buttonTextOf,
  choosePersona,
  eventually,
  journey,
  openPage,
  originOf,
  resultOf,
  visitRegistry,
} from '../kit/ide-page.ts';

const visited = visitRegistry();

const VIEWER = /ผู้ดูข้อมูล สำนักงานเขตธนบุรี/;
const OTHER = /ผู้ดูข้อมูล สำนักงานเขตจอมทอง/;

const askedAs = (page: Page) => async () => (await page.locator('.result-asker').textContent()) ?? '';
const tabOf = (page: Page, index: number) => page.locator('.graphiql-tabs .graphiql-tab-button').nth(index);

async function ask(page: Page, query: string): Promise<void> {
  await page.locator('.graphiql-query-editor .view-lines').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(query);
  await page.keyboard.press('ControlOrMeta+Enter');
}

journey(
  'an example chosen before the editor has loaded is what runs, not the query that was left; a reload of the other tab of the browser keeps its query and person',
  async () => {
    const { registry, browser } = visited();
    const context = await browser.newContext({ locale: 'th-TH', viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(originOf(registry));
    await choosePersona(page, 'ธนบุรี', 'ผู้ดูข้อมูล สำนักงานเขตธนบุรี');
    await ask(page, 'query Me { viewer { agency { code } } }');
    await eventually(() => resultOf(page), /BMA-THONBURI/);

    const other = await context.newPage();
    await other.route('**/part-*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await other.goto(originOf(registry));
    await other.getByRole('button', { name: /แผนของหน่วยงาน แยกโครงการตามมิติ/ }).click();
    await eventually(() => resultOf(other), /แผนปฏิบัติการต่อต้านการทุจริต/);

    await page.reload();
    await eventually(() => buttonTextOf(page), VIEWER);
    await page.locator('.graphiql-execute-button').click();
    await eventually(() => resultOf(page), /BMA-THONBURI/);
    await context.close();
  },
  90_000,
);

journey(
  'opening an example changes nobody in another tab, and a result says whom it was given',
  async () => {
    const { registry, browser } = visited();
    const { page, problems } = await openPage(browser, originOf(registry));
    await choosePersona(page, 'ธนบุรี', 'ผู้ดูข้อมูล สำนักงานเขตธนบุรี');
    await ask(page, 'query Me { viewer { agency { code } } }');
    await eventually(() => resultOf(page), /BMA-THONBURI/);
    await eventually(askedAs(page), VIEWER);

    await page.getByRole('button', { name: /แผนของหน่วยงาน แยกโครงการตามมิติ/ }).click();
    await eventually(() => resultOf(page), /แผนปฏิบัติการต่อต้านการทุจริต/);
    await eventually(askedAs(page), OTHER);
    expect(await buttonTextOf(page)).toMatch(OTHER);

    await tabOf(page, 0).click();
    await eventually(() => buttonTextOf(page), VIEWER);
    expect(await askedAs(page)()).toMatch(VIEWER);
    await page.locator('.graphiql-execute-button').click();
    await eventually(() => resultOf(page), /BMA-THONBURI/);

    await tabOf(page, 1).click();
    await eventually(() => buttonTextOf(page), OTHER);
    await page.reload();
    await eventually(() => buttonTextOf(page), OTHER);
    await tabOf(page, 0).click();
    await eventually(() => buttonTextOf(page), VIEWER);
    expect(problems).toEqual([]);
  },
  90_000,
);

journey(
  'the documentation is found by Thai words of its descriptions, and the explorer gives a list its number',
  async () => {
    const { registry, browser } = visited();
    const { page, problems } = await openPage(browser, originOf(registry));
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByRole('searchbox').fill('ทะเบียนความเสี่ยง ปีงบประมาณ');
    const found = page.locator('.docs-search-list button');
    await eventually(async () => (await found.allTextContents()).join('\n'), /ทะเบียนความเสี่ยง/);
    await page.getByRole('searchbox').fill('riskRegisters');
    await eventually(async () => (await found.first().textContent()) ?? '', /riskRegisters/);
    await found.filter({ hasText: 'Query.riskRegisters' }).first().click();
    const title = page.locator('.graphiql-doc-explorer-title');
    await eventually(async () => (await title.textContent()) ?? '', /riskRegisters/);

    await ask(page, 'query Me { viewer { role } }');
    await page.getByRole('button', { name: /^Show GraphiQL Explorer/ }).click();
    await page.locator('.graphiql-explorer-agencies .graphiql-explorer-field-view').first().click();
    const written = async () =>
      ((await page.locator('.graphiql-query-editor .view-lines').textContent()) ?? '').replace(/\s+/g, ' ');
    await eventually(written, /agencies\(first: 10\)/);
    expect(problems).toEqual([]);
  },
  90_000,
);

journey.each([
  [1280, 800],
  [360, 740],
])(
  'a window of %i × %i at 200 % zoom keeps the answer in sight, and every button in reach',
  async (width, height) => {
    const options = { viewport: { width: width / 2, height: height / 2 }, deviceScaleFactor: 2 };
    const { registry, browser } = visited();
    const { page, problems } = await openPage(browser, originOf(registry), options);
    await page.getByRole('button', { name: /^Show ตัวอย่าง/ }).click();
    await page.getByRole('button', { name: /แผนของหน่วยงาน แยกโครงการตามมิติ/ }).click();
    await eventually(askedAs(page), OTHER);
    const boxOf = async (selector: string) => {
      const box = await page.locator(selector).boundingBox();
      if (!box) throw new Error(`${selector} is not on the page`);
      return { ...box, bottom: box.y + box.height, right: box.x + box.width };
    };
    // The page has brought the answer into view, above the side bar.
    const sidebar = await boxOf('.graphiql-sidebar');
    const bar = await boxOf('.result-bar');
    expect(bar.bottom).toBeLessThanOrEqual(sidebar.y);
    expect(bar.y - Math.max((await boxOf('.graphiql-response')).y, 0)).toBeGreaterThan(90);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width / 2);
    // Every button can be pressed where it stands: Playwright refuses one that something else covers.
    await page.getByRole('button', { name: 'ตาราง · CSV' }).click();
    const csv = page.getByRole('button', { name: 'ดาวน์โหลด CSV' });
    await csv.click({ trial: true });
    await page.keyboard.press('Escape');
    for (const button of ['.graphiql-execute-button', '.persona-button'])
      await page.locator(button).click({ trial: true });
    for (const name of [/^Show Documentation/, /^Show ตัวอย่าง/])
      await page.getByRole('button', { name }).click({ trial: true });
    expect(problems).toEqual([]);
  },
  90_000,
);
