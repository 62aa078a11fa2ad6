import type { Message } from '../base/message.logic.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';

/** The meetings and risk registers that name a committee, each in words. */
export async function namesOfCommittee(db: ScopedDb, committeeId: string): Promise<Message[]> {
  const meetings = await db.integrityActivity.findMany({
    where: { committeeId },
    orderBy: { heldFrom: 'asc' },
    select: { titleTh: true, titleEn: true },
  });
  const registers = await db.riskRegister.findMany({
    where: { committeeId },
    orderBy: { fiscalYear: 'asc' },
    select: { fiscalYear: true },
  });
  return [
    ...meetings.map(({ titleTh, titleEn }) => ({
      th: `การประชุม "${titleTh}"`,
      en: `the meeting "${titleEn ?? titleTh}"`,
    })),
    ...registers.map(({ fiscalYear }) => ({
      th: `ทะเบียนความเสี่ยงปีงบประมาณ ${fiscalYear}`,
      en: `the risk register of fiscal year ${fiscalYear}`,
    })),
  ];
}
