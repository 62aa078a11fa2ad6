import type { FieldProblem } from '../core/message.logic.ts';

/** The days on which a centre oversees an agency, both ends included; null where no end is known. */
export type Days = { readonly validFrom: Date | null; readonly validTo: Date | null };

const begins = ({ validFrom }: Days): number => validFrom?.getTime() ?? Number.NEGATIVE_INFINITY;
const ends = ({ validTo }: Days): number => validTo?.getTime() ?? Number.POSITIVE_INFINITY;

export const shareADay = (one: Days, other: Days): boolean => begins(one) <= ends(other) && begins(other) <= ends(one);

type Given = Days & { readonly centreId: string; readonly overseenId: string };

/** Why oversight cannot be recorded beside what is recorded of the same centre and agency. */
export function problemsOfOversight(given: Given, others: readonly Days[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (given.centreId === given.overseenId) {
    problems.push({
      field: 'overseenId',
      message: {
        th: 'ศปท.กทม. กำกับหน่วยงานต้นสังกัดของตนไม่ได้',
        en: 'A centre does not oversee the agency that it belongs to.',
      },
    });
  }
  if (others.some((other) => shareADay(given, other))) {
    problems.push({
      field: 'validFrom',
      message: {
        th: 'มีการกำกับดูแลหน่วยงานนี้ในช่วงวันดังกล่าวแล้ว: กำหนดวันสุดท้ายของรายการเดิมก่อน',
        en: 'The centre oversees the agency on some of these days already: end that first.',
      },
    });
  }
  return problems;
}
