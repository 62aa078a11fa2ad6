import type { Check } from '../graphql/inputs/check.ts';

type Years = { readonly fiscalYearFrom: number; readonly fiscalYearTo?: number | null | undefined };
type Known = Years & { readonly id: string };

/** Notes years that another rule set has already; gives the open set that ends where the new one begins. */
export function checkYears(
  check: Check,
  { fiscalYearFrom, fiscalYearTo }: Years,
  known: readonly Known[],
): Known | null {
  check.inOrder('fiscalYearFrom', fiscalYearFrom, 'fiscalYearTo', fiscalYearTo);
  const isOpen = (each: Known): boolean => each.fiscalYearTo === null && each.fiscalYearFrom < fiscalYearFrom;
  const last = fiscalYearTo ?? Number.POSITIVE_INFINITY;
  const overlapping = known.some(
    (each) =>
      !isOpen(each) && each.fiscalYearFrom <= last && fiscalYearFrom <= (each.fiscalYearTo ?? Number.POSITIVE_INFINITY),
  );
  if (overlapping)
    check.add(
      'fiscalYearFrom',
      'มีชุดเกณฑ์อื่นใช้ในปีเหล่านี้แล้ว',
      'Another rule set applies to some of these years already.',
      'RULE_SET_YEARS_OVERLAP',
    );
  return known.find(isOpen) ?? null;
}
