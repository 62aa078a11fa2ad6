import { illegalTransition, invalidInput, notFound } from '../base/errors.ts';
import { onWhen, statesOf } from '../graphql/acts/standing.ts';
import { type ActTransaction, requireVersion } from '../tenancy/act-transaction.ts';
import { type OitStep, oitSteps, stateOf } from './oit-answer.logic.ts';
import { problemsOfStepOn } from './round-days.ts';

const select = {
  id: true,
  agencyId: true,
  answer: true,
  reviewResult: true,
  reviewedOn: true,
  appealedOn: true,
  appealResult: true,
  checklistItem: { select: { code: true, round: { select: { steps: true } } } },
} as const;

/** The item that an act is about, with the calendar of its round. */
export async function itemOf({ db }: ActTransaction, id: string) {
  const item = await db.oitItem.findUnique({ where: { id }, select });
  if (!item) throw notFound('oitItemId');
  return item;
}

export type ItemOfAct = Awaited<ReturnType<typeof itemOf>>;

/** When a step is refused, for the descriptions of acts. */
export const notAtThisStep = 'ไม่อยู่ในสถานะที่ทำได้ · not in a state in which it can be done';

const refusals: Readonly<Record<OitStep, { readonly th: string; readonly en: string }>> = {
  ANSWER: {
    th: 'ข้อนี้มีผลการตรวจแล้ว คำตอบจึงเปลี่ยนไม่ได้',
    en: 'The item was reviewed: its answer stays as it was.',
  },
  WITHDRAW: {
    th: 'ถอนได้เฉพาะคำตอบที่เจ้าหน้าที่ให้และยังไม่มีผลการตรวจ',
    en: 'Only an answer that an officer gave, and that was not reviewed, is withdrawn.',
  },
  REVIEW: {
    th: 'บันทึกผลการตรวจได้เฉพาะข้อที่มีคำตอบและยังไม่อุทธรณ์',
    en: 'Only an item with an answer, and without an appeal, has its review recorded.',
  },
  APPEAL: {
    th: 'อุทธรณ์ได้เฉพาะข้อที่ไม่ผ่านการตรวจและยังไม่เคยอุทธรณ์',
    en: 'Only an item that failed its review is appealed against, and once.',
  },
  DECIDE: { th: 'ข้อนี้ไม่มีการอุทธรณ์', en: 'There is no appeal to decide.' },
};

/** Refuses a step from a state that does not lead to it. */
export function requireStep(step: OitStep, item: ItemOfAct): void {
  const state = stateOf(item);
  if (!oitSteps[step].includes(state)) throw illegalTransition(state, refusals[step].th, refusals[step].en);
}

/** There is an answer to withdraw where an officer gave one. */
export function requireOfficersAnswer(item: ItemOfAct): void {
  if (item.answer === 'RECORD')
    throw illegalTransition(
      stateOf(item),
      'ข้อนี้ตอบด้วยข้อมูลในทะเบียนเอง จึงไม่มีคำตอบให้ถอน: เลือกคำตอบอื่นแทนได้',
      'The registry’s own record answers it, so that there is nothing to withdraw: answer it with something else.',
    );
}

const items = statesOf('OitItem', (db, ids) => db.oitItem.findMany({ where: { id: { in: ids } }, select }));

/** An item in a state that leads to the step, within the days of the round for it. */
export const onOitStep = (step: OitStep) =>
  onWhen(items, (item) => {
    requireStep(step, item);
    if (step === 'WITHDRAW') requireOfficersAnswer(item);
    const problems = problemsOfStepOn(item, step);
    if (problems.length > 0) throw invalidInput(...problems);
  });

type Place = { readonly id: string; readonly expectedVersion: number };

/** Writes an item at the version at which it was seen, and tells that it changed. */
export async function changeItem(
  tx: ActTransaction,
  item: ItemOfAct,
  { id, expectedVersion }: Place,
  data: Parameters<ActTransaction['db']['oitItem']['updateMany']>[0]['data'],
): Promise<{ id: string }> {
  await requireVersion(
    tx.db.oitItem.updateMany({ where: { id, version: expectedVersion }, data: { ...data, version: { increment: 1 } } }),
  );
  tx.markChanged(item.agencyId, 'OitItem', id);
  return { id };
}
