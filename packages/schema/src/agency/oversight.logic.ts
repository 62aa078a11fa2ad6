import { withSource } from '../base/legal-source.logic.ts';
import type { FieldProblem } from '../base/message.logic.ts';

/** The days on which a centre oversees an agency, both ends included; null where no end is known. */
export type Days = { readonly validFrom: Date | null; readonly validTo: Date | null };

const begins = ({ validFrom }: Days): number => validFrom?.getTime() ?? Number.NEGATIVE_INFINITY;
const ends = ({ validTo }: Days): number => validTo?.getTime() ?? Number.POSITIVE_INFINITY;

export const shareADay = (one: Days, other: Days): boolean => begins(one) <= ends(other) && begins(other) <= ends(one);

/** Why an agency is not the centre that oversees: another is on record. */
export const problemsOfCentre = (centreId: string, knownCentreId: string | null = null): FieldProblem[] =>
  knownCentreId !== null && centreId !== knownCentreId
    ? [{ code: 'OTHER_CENTRE', field: 'centreId', message: messages.otherCentre }]
    : [];

type Given = Days & { readonly centreId: string; readonly overseenId: string };

/**
 * Why oversight cannot be recorded beside what is recorded of the agency. The registry serves one centre, whose totals are about what it
 * oversees: what another oversees would be added to them, and the other agency be left out as if it owed nothing.
 */
export function problemsOfOversight(
  given: Given,
  others: readonly Days[],
  knownCentreId: string | null = null,
): FieldProblem[] {
  const problems = problemsOfCentre(given.centreId, knownCentreId);
  if (given.centreId === given.overseenId)
    problems.push({ code: 'OVERSEES_ITSELF', field: 'overseenId', message: messages.itself });
  if (others.some((other) => shareADay(given, other)))
    problems.push({ code: 'OVERSIGHT_OVERLAPS', field: 'validFrom', message: messages.overlap });
  return problems;
}

const messages = {
  otherCentre: withSource(
    {
      th: 'ทะเบียนนี้มี ศปท.กทม. เพียงแห่งเดียว: เลือกหน่วยงานต้นสังกัดที่บันทึกไว้แล้ว',
      en: 'The registry serves one centre, that of the agency which is on record: choose that agency.',
    },
    'registry',
  ),
  itself: withSource(
    { th: 'ศปท.กทม. กำกับหน่วยงานต้นสังกัดของตนไม่ได้', en: 'A centre does not oversee the agency that it belongs to.' },
    'registry',
  ),
  overlap: withSource(
    {
      th: 'มีการกำกับดูแลหน่วยงานนี้ในช่วงวันดังกล่าวแล้ว: กำหนดวันสุดท้ายของรายการเดิมก่อน',
      en: 'The centre oversees the agency on some of these days already: end that first.',
    },
    'registry',
  ),
};
