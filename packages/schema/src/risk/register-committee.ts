import { fiscalYearDays } from '../base/fiscal-year.logic.ts';
import { Committee } from '../committee/committee.type.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import { requireOne } from '../graphql/inputs/references.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';

/** The committee of a register, in an input. */
export const committeeField = (t: InputFieldBuilder) => ({
  committeeId: t.globalID({
    for: Committee,
    description:
      'คณะกรรมการหรือคณะทำงานที่ประเมินความเสี่ยง ของหน่วยงานเอง · The committee that assesses the risks, one of the agency.',
  }),
});

/** The committee is one of the agency. */
export const requireCommittee = (db: ScopedDb, committeeId: string | null | undefined): Promise<void> =>
  requireOne('committeeId', committeeId, (id) => db.committee.findUnique({ where: { id }, select: { id: true } }));

/** The committee of a register, as long as it lasts into a later fiscal year. */
export async function committeeInYear(db: ScopedDb, id: string | null, fiscalYear: number): Promise<string | null> {
  if (id === null) return null;
  const committee = await db.committee.findUnique({ where: { id }, select: { validTo: true } });
  const lasts = committee && (committee.validTo === null || committee.validTo >= fiscalYearDays(fiscalYear).firstDay);
  return lasts ? id : null;
}
