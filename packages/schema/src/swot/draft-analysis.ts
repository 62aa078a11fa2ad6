import { invalidInput } from '../base/errors.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';

/** A draft for a year that has none: the database settles it when two are drafted side by side. */
export async function draft({ db, agencyId, lockShared }: ActTransaction, year: number): Promise<string> {
  const [created] = await db.swotAnalysis.createManyAndReturn({
    data: [{ agencyId, fiscalYear: year }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!created) {
    throw invalidInput({
      field: 'fiscalYear',
      message: {
        th: `หน่วยงานมีการวิเคราะห์ SWOT ของปีงบประมาณ ${year} อยู่แล้ว`,
        en: `The agency has a SWOT analysis for fiscal year ${year} already.`,
      },
    });
  }
  lockShared('SwotAnalysis', created.id);
  return created.id;
}
