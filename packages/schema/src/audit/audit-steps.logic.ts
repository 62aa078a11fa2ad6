import type { Message } from '../base/message.logic.ts';

/** How a sentence says a step: what stands before the name of what took it, and what behind. */
export type StepWords = { readonly before: Message; readonly after: Message };

const step = (thBefore: string, thAfter: string, enBefore: string, enAfter: string): StepWords => ({
  before: { th: thBefore, en: enBefore },
  after: { th: thAfter, en: enAfter },
});

/** The steps, by the verb that the names of their acts begin with. */
const steps: Readonly<Record<string, StepWords>> = {
  submit: step('ส่ง', 'ให้ ศปท.กทม.', 'submitted', 'to the centre'),
  return: step('ส่งกลับ', 'ให้แก้ไข', 'returned', 'for correction'),
  revise: step('นำ', 'ที่ถูกส่งกลับมาแก้ไข', 'took back', 'to correct it'),
  approve: step('เห็นชอบ', '', 'approved', ''),
  publish: step('เผยแพร่', '', 'published', ''),
  amend: step('เปิดแก้ไข', 'เพื่อออกฉบับใหม่', 'reopened', 'for its next edition'),
  close: step('ปิด', '', 'closed', ''),
  start: step('เริ่มดำเนินการ', '', 'started', ''),
  complete: step('บันทึกว่า', 'แล้วเสร็จ', 'recorded', 'as done'),
  cancel: step('ยกเลิก', '', 'cancelled', ''),
  issue: step('ออก', '', 'issued', ''),
  revoke: step('เพิกถอน', '', 'revoked', ''),
  withdraw: step('ถอน', 'ออกจากคลัง', 'withdrew', 'from the library'),
  dismiss: step('ยุติ', '', 'dismissed', ''),
  acknowledge: step('รับทราบ', 'ว่าพิมพ์ไว้เช่นนั้น', 'acknowledged', 'as printed so'),
  resolve: step('ระบุว่า', 'แก้ไขแล้ว', 'said that', 'is resolved'),
  reopen: step('นำ', 'กลับมาพิจารณา', 'reopened', ''),
};

/** An order that another order takes the place of: the act is that of the other. */
const superseded = step('แทนที่', 'ด้วยคำสั่งใหม่', 'superseded', 'by another order');
const offered = step('เสนอ', 'ต่อทุกหน่วยงาน', 'offered', 'to all agencies');

type Changed = {
  readonly act: string;
  readonly entity: string;
  readonly fields: readonly string[];
  /** The status after the change, where the viewer may see it. */
  readonly status: unknown;
};

/** Fields that a step changes by itself: the sentence says the step in their place. */
const ofStep = new Set(['status', 'disclosure', 'isAmendment', 'closedAs', 'dismissedAt']);

/** The step that a change of a row is, if it is one: its act is named after the row, and moves its status. */
export function stepOf({ act, entity, fields, status }: Changed): StepWords | null {
  if (!fields.some((field) => ofStep.has(field))) return null;
  if (act === 'issueDelegationOrder' && status === 'SUPERSEDED') return superseded;
  // Without the status, a reader must not learn which order was issued and which superseded.
  if (act === 'issueDelegationOrder' && status === undefined) return null;
  if (act === 'publishLibraryRisk') return offered;
  const [verb = ''] = act.match(/^[a-z]+/) ?? [];
  return act === `${verb}${entity}` ? (steps[verb] ?? null) : null;
}

/** What else a step changed, besides what the step itself says. */
export const besidesStep = (fields: readonly string[]): string[] => fields.filter((field) => !ofStep.has(field));
