import type { FieldProblem } from '../base/message.logic.ts';

export type Counted = { readonly acknowledged: number; readonly headCount: number };

/** What is wrong with the count of a unit, whose fields stand at a place in the input. */
export function problemsOfCount({ acknowledged, headCount }: Counted, place: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (headCount < 1)
    problems.push({
      field: `${place}headCount`,
      message: {
        th: `${place}headCount ต้องอย่างน้อย 1 คน`,
        en: `${place}headCount must be at least 1.`,
      },
    });
  if (acknowledged < 0)
    problems.push({
      field: `${place}acknowledged`,
      message: {
        th: `${place}acknowledged ต้องไม่ติดลบ`,
        en: `${place}acknowledged must not be negative.`,
      },
    });
  if (acknowledged > headCount)
    problems.push({
      field: `${place}acknowledged`,
      message: {
        th: `${place}acknowledged ต้องไม่เกินจำนวนบุคลากรของส่วนราชการ (${headCount} คน)`,
        en: `${place}acknowledged must not exceed the ${headCount} people of the unit.`,
      },
    });
  return problems;
}

/** The sum of several counts. */
export const totalOf = (counts: readonly Counted[]): Counted => ({
  acknowledged: counts.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
  headCount: counts.reduce((sum, { headCount }) => sum + headCount, 0),
});

const HUNDREDTHS_OF_PERCENT = 10_000n;

/**
 * How many of a hundred have acknowledged, with two decimals, rounded half up by whole numbers; null where there is nobody. All have
 * acknowledged only at 100.00: 19,999 of 20,000 is 99.99 and not 100.00.
 */
export function percentOf({ acknowledged, headCount }: Counted): string | null {
  if (headCount <= 0) return null;
  const [part, whole] = [BigInt(acknowledged), BigInt(headCount)];
  const rounded = (2n * part * HUNDREDTHS_OF_PERCENT + whole) / (2n * whole);
  const shown = rounded === HUNDREDTHS_OF_PERCENT && part < whole ? rounded - 1n : rounded;
  return `${shown / 100n}.${String(shown % 100n).padStart(2, '0')}`;
}
