import { fiscalYearOf } from '../base/fiscal-year.logic.ts';
import { withSource } from '../base/legal-source.logic.ts';
import type { FieldProblem, Message } from '../base/message.logic.ts';

export type AuditFollowUpName = 'NOT_STARTED' | 'IN_PROGRESS' | 'DONE';

type Planned = { readonly fiscalYear: number; readonly plannedMonth: Date };
type Held = { readonly heldFrom: Date; readonly heldTo: Date };
type Observed = {
  readonly unitId?: string | null | undefined;
  readonly positionId?: string | null | undefined;
  readonly dueOn: Date;
};
type FollowedUp = {
  readonly followUp: AuditFollowUpName;
  readonly actionTh?: string | null | undefined;
  readonly actionOn?: Date | null | undefined;
};

type Rule = readonly [isBroken: boolean, code: string, field: string, message: Message];

const problemsOf = (rules: readonly Rule[]): FieldProblem[] =>
  rules.flatMap(([isBroken, code, field, message]) =>
    isBroken ? [{ code, field, message: withSource(message, 'registry') }] : [],
  );

/** What is wrong with the month for which an audit is planned. */
export const problemsOfPlan = ({ fiscalYear, plannedMonth }: Planned): FieldProblem[] =>
  problemsOf([
    [plannedMonth.getUTCDate() !== 1, 'NOT_A_FIRST_DAY', 'plannedMonth', messages.firstDay],
    [fiscalYearOf(plannedMonth) !== fiscalYear, 'OUTSIDE_THE_YEAR', 'plannedMonth', messages.outside],
  ]);

/** What is wrong with the days on which an audit was done. */
export const problemsOfDays = ({ heldFrom, heldTo }: Held, today: Date): FieldProblem[] =>
  problemsOf([
    [heldTo < heldFrom, 'ENDS_BEFORE_IT_BEGINS', 'heldTo', messages.order],
    [heldFrom > today, 'HELD_LATER', 'heldFrom', messages.later],
    [heldTo > today, 'HELD_LATER', 'heldTo', messages.later],
  ]);

/** What is wrong with an observation of an audit that began on a day: somebody answers for it, by a day after that. */
export const problemsOfObservation = ({ unitId, positionId, dueOn }: Observed, heldFrom: Date): FieldProblem[] =>
  problemsOf([
    [!unitId && !positionId, 'NOBODY_RESPONSIBLE', 'positionId', messages.nobody],
    [dueOn < heldFrom, 'DUE_BEFORE_THE_AUDIT', 'dueOn', messages.due],
  ]);

/** What is wrong with what is reported about a recommendation of an audit that began on a day. */
export function problemsOfFollowUp(
  { followUp, actionTh, actionOn }: FollowedUp,
  heldFrom: Date,
  today: Date,
): FieldProblem[] {
  const isBegun = followUp !== 'NOT_STARTED';
  return problemsOf([
    [isBegun && !actionTh, 'NO_ACTION', 'actionTh', messages.action],
    [isBegun && !actionOn, 'NO_ACTION', 'actionOn', messages.action],
    [!isBegun && Boolean(actionTh), 'NOT_STARTED', 'actionTh', messages.notStarted],
    [!isBegun && Boolean(actionOn), 'NOT_STARTED', 'actionOn', messages.notStarted],
    [Boolean(actionOn && actionOn > today), 'DONE_LATER', 'actionOn', messages.later],
    [Boolean(actionOn && actionOn < heldFrom), 'DONE_BEFORE_THE_AUDIT', 'actionOn', messages.before],
  ]);
}

const messages = {
  firstDay: { th: 'ระบุเดือนด้วยวันแรกของเดือน', en: 'Name the month by its first day.' },
  outside: {
    th: 'เดือนที่วางแผนต้องอยู่ในปีงบประมาณของแผน',
    en: 'The month lies in the fiscal year of the plan.',
  },
  order: { th: 'วันสุดท้ายต้องไม่อยู่ก่อนวันแรก', en: 'It does not end before it begins.' },
  later: { th: 'วันที่ต้องไม่อยู่หลังวันนี้', en: 'The day must not be in the future.' },
  nobody: {
    th: 'โปรดระบุตำแหน่งหรือส่วนราชการที่รับผิดชอบ',
    en: 'Name the position or the unit that is responsible.',
  },
  due: { th: 'กำหนดแล้วเสร็จต้องไม่อยู่ก่อนวันที่ตรวจ', en: 'It is not due before the audit.' },
  before: { th: 'วันที่ดำเนินการต้องไม่อยู่ก่อนวันที่ตรวจ', en: 'Nothing is done about it before the audit.' },
  action: {
    th: 'โปรดระบุสิ่งที่ได้ดำเนินการและวันที่ดำเนินการ',
    en: 'Say what was done, and on which day.',
  },
  notStarted: {
    th: 'สิ่งที่ยังไม่ดำเนินการไม่มีรายละเอียดการดำเนินการ: เลือกสถานะอื่น หรือลบรายละเอียด',
    en: 'What is not started has nothing that was done: choose another state, or leave this out.',
  },
} satisfies Record<string, Message>;
