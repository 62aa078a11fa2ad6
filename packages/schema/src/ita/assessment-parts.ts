import type { Check } from '../graphql/inputs/check.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';
import type { GivenContent } from './assessment.inputs.ts';
import { problemsOfContent } from './assessment-content.logic.ts';

/** The rules of a year with the ids of their indicators. */
export const rulesWithParts = {
  id: true,
  instruments: { select: { code: true } },
  indicators: { orderBy: { number: 'asc' }, select: { id: true, number: true } },
} as const;

export type RulesWithParts = {
  readonly id: string;
  readonly instruments: readonly { readonly code: string }[];
  readonly indicators: readonly { readonly id: string; readonly number: number }[];
};

/** Notes everything that is wrong with the scores and tables that are given. */
export function checkContent(check: Check, { heading, ...parts }: GivenContent, rules: RulesWithParts): void {
  const known = {
    instruments: rules.instruments.map(({ code }) => code),
    indicators: rules.indicators.map(({ number }) => number),
  };
  check.include(problemsOfContent({ totalPrinted: heading.totalPrinted, ...parts }, known));
}

/** Writes the lists that are given in the place of what was there; a list that is not given stays. */
export async function writeParts(
  { db, agencyId }: ActTransaction,
  assessmentId: string,
  { instruments, indicators, respondentTables }: GivenContent,
  rules: RulesWithParts,
): Promise<void> {
  const own = { agencyId, assessmentId };
  const whole = { where: { assessmentId } };
  if (instruments) {
    await db.itaInstrumentScore.deleteMany(whole);
    await db.itaInstrumentScore.createMany({ data: instruments.map((score) => ({ ...score, ...own })) });
  }
  if (indicators) {
    const idOf = new Map(rules.indicators.map(({ id, number }) => [number, id]));
    await db.itaIndicatorScore.deleteMany(whole);
    await db.itaIndicatorScore.createMany({
      data: indicators.flatMap(({ number, averagePrinted }) => {
        const indicatorId = idOf.get(number);
        return indicatorId ? [{ indicatorId, averagePrinted, ...own }] : [];
      }),
    });
  }
  if (respondentTables) {
    await db.itaRespondentTable.deleteMany(whole);
    for (const { rows, ...table } of respondentTables) {
      const { id: tableId } = await db.itaRespondentTable.create({ data: { ...table, ...own }, select: { id: true } });
      await db.itaRespondentRow.createMany({ data: rows.map((row) => ({ ...row, tableId, ...own })) });
    }
  }
}
