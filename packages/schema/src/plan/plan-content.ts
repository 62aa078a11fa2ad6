import { builder } from '../graphql/builder.ts';
import { type Check, TEXT_MAX } from '../graphql/inputs/check.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { PlanStatementKind } from './plan.enums.ts';

const PLAN_YEARS_MAX = most.yearsOfPlan;
const STATEMENTS_MAX = most.statementsOfPlan;

export const PlanStatementInput = builder.inputType('PlanStatementInput', {
  description: 'วัตถุประสงค์ เป้าหมาย หรือประโยชน์ · An objective, goal or expected benefit of a plan.',
  fields: (t) => ({
    kind: t.field({ type: PlanStatementKind, required: true, description: 'ประเภท · Kind.' }),
    textTh: t.string({ required: true, description: 'ข้อความภาษาไทย · Text in Thai.' }),
    textEn: t.string({ description: 'ข้อความภาษาอังกฤษ · Text in English.' }),
  }),
});

type Statements = readonly (typeof PlanStatementInput.$inferInput)[] | null | undefined;

/** A plan runs for one to ten years, the first before the last. */
export function checkPeriod(check: Check, fiscalYearFrom: number, fiscalYearTo: number): void {
  check.inOrder('fiscalYearFrom', fiscalYearFrom, 'fiscalYearTo', fiscalYearTo);
  if (fiscalYearTo - fiscalYearFrom >= PLAN_YEARS_MAX)
    check.add(
      'fiscalYearTo',
      `แผนมีระยะเวลาไม่เกิน ${PLAN_YEARS_MAX} ปี`,
      `A plan runs for at most ${PLAN_YEARS_MAX} fiscal years.`,
    );
}

/** The statements of a plan, checked and normalised, numbered within their kind. */
export function statementsOf(check: Check, statements: Statements) {
  const counts = new Map<string, number>();
  return check.list('statements', statements, STATEMENTS_MAX)?.map(({ kind, textTh, textEn }, index) => {
    const part = check.at(`statements[${index}]`);
    const sortOrder = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, sortOrder);
    return {
      kind,
      sortOrder,
      textTh: part.text('textTh', textTh, { max: TEXT_MAX }),
      textEn: part.optionalText('textEn', textEn, { max: TEXT_MAX }) ?? null,
    };
  });
}

type Statement = NonNullable<ReturnType<typeof statementsOf>>[number];

/** Puts statements in the place of those that the plan has. */
export async function replaceStatements(
  db: ScopedDb,
  plan: { readonly id: string; readonly agencyId: string },
  statements: readonly Statement[] | undefined,
): Promise<void> {
  if (!statements) return;
  await db.planStatement.deleteMany({ where: { planId: plan.id } });
  if (statements.length > 0)
    await db.planStatement.createMany({
      data: statements.map((statement) => ({ ...statement, agencyId: plan.agencyId, planId: plan.id })),
    });
}
