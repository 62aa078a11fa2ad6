import type { Message } from '../base/message.logic.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';

/** The meetings and risk registers that name committees, each in words, by committee. */
export async function namesOfCommittees(db: ScopedDb, ids: string[]): Promise<Map<string, Message[]>> {
  const where = { committeeId: { in: ids } };
  const meetings = await db.integrityActivity.findMany({
    where,
    orderBy: { heldFrom: 'asc' },
    select: { committeeId: true, titleTh: true, titleEn: true },
  });
  const registers = await db.riskRegister.findMany({
    where,
    orderBy: { fiscalYear: 'asc' },
    select: { committeeId: true, fiscalYear: true },
  });
  const named = [
    ...meetings.map(({ committeeId, titleTh, titleEn }) => ({
      committeeId,
      name: { th: `การประชุม "${titleTh}"`, en: `the meeting "${titleEn ?? titleTh}"` },
    })),
    ...registers.map(({ committeeId, fiscalYear }) => ({
      committeeId,
      name: { th: `ทะเบียนความเสี่ยงปีงบประมาณ ${fiscalYear}`, en: `the risk register of fiscal year ${fiscalYear}` },
    })),
  ];
  return new Map(ids.map((id) => [id, named.filter(({ committeeId }) => committeeId === id).map(({ name }) => name)]));
}
