import { describe, expect, it } from '@jest/globals';
import { summaryOf } from './audit-summary.logic.ts';

const told = {
  who: { th: 'ผู้จัดทำข้อมูล สำนักงานเขตตัวอย่าง ๑', en: 'Editor, Sample District Office 1' },
  what: { label: { th: 'ความเสี่ยง', en: 'risk' }, name: 'R-01' },
  partOf: null,
  at: new Date('2026-11-21T07:05:00Z'),
};
const fields = [
  { th: 'ชื่อเหตุการณ์', en: 'The risk event, in Thai' },
  { th: 'สาเหตุ', en: 'Causes' },
];

describe('the summary of an audit entry', () => {
  it('says who changed what and when, in each language', () => {
    expect(summaryOf({ ...told, action: 'UPDATE', fields })).toEqual({
      th: 'ผู้จัดทำข้อมูล สำนักงานเขตตัวอย่าง ๑ แก้ไขความเสี่ยง R-01: ชื่อเหตุการณ์, สาเหตุ เมื่อ ๒๑ พฤศจิกายน ๒๕๖๙ เวลา ๑๔.๐๕ น.',
      en: 'Editor, Sample District Office 1 changed risk R-01: The risk event, in Thai; Causes on 21 November 2026 at 14:05 in Bangkok',
    });
  });

  it('names the record of which a part was added or removed, and is of the day in Bangkok', () => {
    const part = {
      ...told,
      what: { label: { th: 'สาเหตุของความเสี่ยง', en: 'risk cause' }, name: '“ขาดการสอบทาน”' },
      partOf: told.what,
      fields: [],
      at: new Date('2026-11-21T17:30:00Z'),
    };
    expect(summaryOf({ ...part, action: 'DELETE' }).th).toBe(
      'ผู้จัดทำข้อมูล สำนักงานเขตตัวอย่าง ๑ ลบสาเหตุของความเสี่ยง “ขาดการสอบทาน” ของความเสี่ยง R-01 เมื่อ ๒๒ พฤศจิกายน ๒๕๖๙ เวลา ๐๐.๓๐ น.',
    );
    expect(summaryOf({ ...part, what: { ...part.what, name: null }, action: 'INSERT' }).en).toBe(
      'Editor, Sample District Office 1 added risk cause of risk R-01 on 22 November 2026 at 00:30 in Bangkok',
    );
  });
});
