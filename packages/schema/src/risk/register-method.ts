import { notFound } from '../base/errors.ts';
import type { Check } from '../graphql/inputs/check.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';

/** The method version that a register of a year uses: the one that is named, else the default one of that year. */
export async function registerMethod(
  db: ScopedDb,
  check: Check,
  fiscalYear: number,
  named: string | undefined,
): Promise<string> {
  const method = named
    ? await db.riskMethod.findUnique({ where: { id: named } })
    : await db.riskMethod.findFirst({
        where: { isDefault: true, fiscalYearFrom: { lte: fiscalYear } },
        orderBy: { fiscalYearFrom: 'desc' },
      });
  if (named && !method) throw notFound('methodId');
  if (!method || method.fiscalYearFrom > fiscalYear) {
    check.add(
      'methodId',
      `โปรดเลือกวิธีประเมินที่ใช้ในปีงบประมาณ ${fiscalYear}`,
      `Choose a method that is in use in fiscal year ${fiscalYear}.`,
    );
  }
  return method?.id ?? '';
}
