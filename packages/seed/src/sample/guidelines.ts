import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { EntryStatus } from '@registry/prisma/generated/client/enums.ts';
import { agencyId } from '../rows/identifiers.ts';
import { noRows } from '../rows/tenant-rows.ts';
import { writeTenantRows } from '../rows/write-tenant-rows.ts';
import { identifierOf } from './identifier-of.ts';

/** What the sample agencies do about each of the ten indicators, in words of our own. */
const work = [
  ['ติดประกาศขั้นตอนและเวลาให้บริการทุกจุด', 'Steps and times of service posted at every counter'],
  ['ประชุมติดตามการใช้จ่ายทุกเดือน', 'Spending followed up in a monthly meeting'],
  ['มอบหมายงานเป็นหนังสือตามตำแหน่ง', 'Work assigned in writing by position'],
  ['ตรวจสอบทะเบียนยืมทรัพย์สินทุกไตรมาส', 'The register of borrowed property checked every quarter'],
  ['แจ้งผลเรื่องร้องเรียนให้บุคลากรทราบ', 'Staff told what became of complaints'],
  ['สำรวจความพึงพอใจของผู้รับบริการ', 'Users asked how satisfied they are'],
  ['ปรับปรุงหน้าเว็บไซต์ให้ค้นง่าย', 'The web site made easier to search'],
  ['เปิดให้จองคิวผ่านระบบออนไลน์', 'Queues booked online'],
  ['เผยแพร่แผนและผลการจัดซื้อจัดจ้าง', 'Plans and results of procurement published'],
  ['ทบทวนความเสี่ยงการทุจริตของทุกฝ่าย', 'Corruption risks of every section reviewed'],
] as const;

const years = [
  { code: 'SAMPLE-1', fiscalYear: 2568, status: 'RECORDED' },
  { code: 'SAMPLE-1', fiscalYear: 2569, status: 'DRAFT' },
  { code: 'SAMPLE-2', fiscalYear: 2568, status: 'RECORDED' },
  { code: 'SAMPLE-2', fiscalYear: 2569, status: 'RECORDED' },
] as const satisfies readonly { code: string; fiscalYear: number; status: EntryStatus }[];

/** Guidelines and results of two years, one of each for every indicator, with a sub-item at the second. */
export async function writeSampleGuidelines(tx: Prisma.TransactionClient): Promise<number> {
  let written = 0;
  for (const { code, fiscalYear, status } of years) {
    const owner = agencyId(code);
    const rows = noRows();
    for (const [index, [textTh, textEn]] of work.entries()) {
      const indicatorNumber = index + 1;
      const of = { agencyId: owner, fiscalYear, indicatorNumber, number: 1, status, origin: 'SAMPLE' as const };
      const guidelineId = identifierOf(code, 'guideline', fiscalYear, indicatorNumber, 1);
      const resultId = identifierOf(code, 'guideline-result', fiscalYear, indicatorNumber, 1);
      rows.guideline.push({ ...of, id: guidelineId, textTh: `ให้${textTh} (ตัวอย่าง)`, textEn: `${textEn} (sample)` });
      rows.guidelineResult.push({
        ...of,
        id: resultId,
        guidelineId,
        textTh: `${textTh}แล้ว (ตัวอย่าง)`,
        textEn: `${textEn}: done (sample)`,
        frequency: indicatorNumber === 2 ? 'MONTHLY' : null,
      });
      if (indicatorNumber !== 2) continue;
      rows.guidelineResultPart.push({
        id: identifierOf(code, 'guideline-result-part', fiscalYear, indicatorNumber, 1, 1),
        agencyId: owner,
        resultId,
        number: 1,
        textTh: 'เผยแพร่รายงานการประชุม (ตัวอย่าง)',
        textEn: 'Minutes published (sample)',
        reportYear: fiscalYear,
        frequency: 'MONTHLY',
      });
    }
    written += await writeTenantRows(tx, owner, 'loadSampleGuidelines', rows);
  }
  return written;
}
