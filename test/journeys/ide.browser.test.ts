import { expect } from '@jest/globals';
import type { WebSocket } from 'playwright-core';
import { choosePersona, eventually, journey, openPage, originOf, resultOf, visitRegistry } from '../kit/ide-page.ts';

const visited = visitRegistry();

journey(
  'somebody chooses a persona and an example, reads the Thai answer, and sees another as somebody else',
  async () => {
    const { registry, browser } = visited();
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
    const { registry, browser } = visited();
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
      registry.rows(`SELECT set_config('app.account', (SELECT id::text FROM "Account" LIMIT 1), false);
         INSERT INTO "StatusChange" (id, "agencyId", "planId", act, "fromStatus", "toStatus", "accountId", role)
         SELECT gen_random_uuid(), p."agencyId", p.id, 'CLOSE', 'PUBLISHED', 'CLOSED', (SELECT id FROM "Account" LIMIT 1), 'APPROVER'
         FROM "Plan" p JOIN "Agency" g ON g.id = p."agencyId" WHERE g.code = 'SAMPLE-1' LIMIT 1`);
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
