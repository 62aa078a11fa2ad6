import { invalidInput } from '../../base/errors.ts';
import { withSource } from '../../base/legal-source.logic.ts';
import type { FieldProblem } from '../../base/message.logic.ts';
import { type Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import type { ActTransaction } from '../../tenancy/act-transaction.ts';
import { ruleSetOfYear } from '../rule-set-of-year.ts';
import { ITEM_CODE_MAX, TOPIC_CODE_MAX } from './round.logic.ts';

type Round = { readonly fiscalYear: number; readonly isSample: boolean };

/** The rule set of a year, with what the items of its checklist may point to: invented topics are for invented rounds. */
export async function knownOf({ db }: ActTransaction, { fiscalYear, isSample }: Round) {
  const ruleSet = await db.itaRuleSet.findFirst({
    where: ruleSetOfYear(fiscalYear),
    select: { id: true, indicators: { where: { instrumentCode: 'OIT' }, select: { id: true, number: true } } },
  });
  const topics = await db.oitTopic.findMany({
    where: isSample ? {} : { isSample: false },
    select: { id: true, code: true },
  });
  return {
    ruleSetId: ruleSet?.id,
    indicatorIds: new Map(ruleSet?.indicators.map(({ id, number }) => [number, id])),
    topicIds: new Map(topics.map(({ id, code }) => [code, id])),
  };
}

type Given = {
  readonly code: string;
  readonly textTh: string;
  readonly textEn?: string | null;
  readonly indicatorNumber: number;
  readonly topicCode?: string | null;
};

/** An item as it is kept, checked and normalised. */
export const itemOf = (check: Check, { code, textTh, textEn, indicatorNumber, topicCode }: Given) => ({
  code: check.text('code', code, { max: ITEM_CODE_MAX }),
  textTh: check.text('textTh', textTh, { max: TEXT_MAX }),
  textEn: check.optionalText('textEn', textEn, { max: TEXT_MAX }) ?? null,
  indicatorNumber,
  topicCode: check.optionalText('topicCode', topicCode, { max: TOPIC_CODE_MAX }) ?? null,
});

/** What `app.keep_oit_checklist_item` says of an item that an agency answered or whose review is known. */
const ANSWERED = 'RG424';

const answered: FieldProblem = {
  field: 'itemId',
  code: 'ITEM_ANSWERED',
  message: withSource(
    {
      th: 'มีหน่วยงานตอบข้อนี้แล้วหรือมีผลการตรวจแล้ว จึงแก้ไขหรือลบไม่ได้',
      en: 'An agency has answered the item, or it was reviewed: it stays as it is.',
    },
    'registry',
  ),
};

/** A change of an item, which is refused once agencies would lose what they answered. */
export async function unlessAnswered<Result>(change: PromiseLike<Result>): Promise<Result> {
  try {
    return await change;
  } catch (error) {
    const isAnswered = typeof error === 'object' && error !== null && 'code' in error && error.code === ANSWERED;
    throw isAnswered ? invalidInput(answered) : error;
  }
}
