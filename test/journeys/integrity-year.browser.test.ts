import { expect, it } from '@jest/globals';
import { triesAll } from '../kit/generated.ts';
import { journey, visitRegistry } from '../kit/ide-page.ts';
import { integrityYear } from '../kit/integrity-year.ts';
import { personAtPage } from '../kit/person-at-page.ts';

const visited = visitRegistry();

/** Each operation of a year is typed, which takes minutes: it is walked where everything is tried. */
const wholeYear = triesAll ? journey : it.skip;

wholeYear(
  'the same year is walked through in the page alone',
  async () => {
    const { registry, browser } = visited();
    const editor = await personAtPage(browser, registry, ['ตัวอย่าง', 'ผู้จัดทำข้อมูล สำนักงานเขตตัวอย่าง ๑']);
    const approver = await personAtPage(browser, registry, ['ตัวอย่าง', 'ผู้อนุมัติ สำนักงานเขตตัวอย่าง ๑']);
    const centre = await personAtPage(browser, registry, ['ต่อต้านการทุจริต', 'เจ้าหน้าที่ศูนย์ปฏิบัติการต่อต้านการทุจริต']);
    // Who keeps the rounds works for the whole city, elsewhere.
    const administrator = registry.person('city-admin');
    for (const [name, work] of integrityYear({ editor, approver, centre, administrator }))
      await work().catch((error) => {
        throw new Error(name, { cause: error });
      });
    expect([editor, approver, centre].flatMap(({ problems }) => problems)).toEqual([]);
  },
  180_000,
);
