import { withSource } from '../../base/legal-source.logic.ts';
import type { FieldProblem } from '../../base/message.logic.ts';
import { monthOf } from './monthly-report.logic.ts';

/** When a report is given, and what it says of the month as a whole. */
export type ReportTerms = {
  /** The month reported on, as its first day. */
  readonly month: Date;
  readonly isProvisional: boolean;
  readonly today: Date;
};

/** A report on a month that has not ended is provisional; on one that has ended it is final. */
export function problemsOfTime({ month, isProvisional, today }: ReportTerms): FieldProblem[] {
  const hasEnded = today >= monthOf(month, 1);
  if (hasEnded && isProvisional) return [{ code: 'MONTH_HAS_ENDED', field: 'isProvisional', message: messages.ended }];
  return hasEnded || isProvisional ? [] : [{ code: 'MONTH_NOT_ENDED', field: 'month', message: messages.notEnded }];
}

type Absent = null | undefined;
type Use = { readonly count: number };

/** Whether a report says that no power was used: in words, or by an empty list; what was said before stands where it says neither. */
export function saysNotUsed(notUsed: boolean | Absent, uses: readonly Use[] | Absent): boolean | undefined {
  if (typeof notUsed === 'boolean') return notUsed;
  return uses ? uses.every(({ count }) => count === 0) : undefined;
}

/** What a report says of the month has to be said, and to agree with the uses that it names. */
export function problemsOfUse(notUsed: boolean | undefined, uses: readonly Use[] | Absent): FieldProblem[] {
  const isUsed = uses?.some(({ count }) => count > 0) ?? false;
  if (notUsed && isUsed) return [{ code: 'USED_ALL_THE_SAME', field: 'notUsed', message: messages.used }];
  return notUsed || isUsed ? [] : [{ code: 'NOTHING_SAID_OF_USE', field: 'uses', message: messages.nothingSaid }];
}

/**
 * Who receives a report: the named position, or the one that delegated to the reporter. Where several did, or the reporter would receive
 * its own report, it has to be named.
 */
export function recipientOf(
  given: string | undefined,
  { delegateId, delegatorIds }: { readonly delegateId: string; readonly delegatorIds: readonly string[] },
): { readonly recipientId: string | undefined; readonly problems: readonly FieldProblem[] } {
  const [only, ...others] = [...new Set(delegatorIds)];
  const recipientId = given ?? (others.length === 0 ? only : undefined);
  if (recipientId === delegateId)
    return {
      recipientId,
      problems: [{ code: 'REPORTS_TO_ITSELF', field: 'recipientId', message: messages.toItself }],
    };
  if (recipientId === undefined && delegatorIds.length > 0)
    return { recipientId, problems: [{ code: 'NO_RECIPIENT', field: 'recipientId', message: messages.noRecipient }] };
  return { recipientId, problems: [] };
}

const messages = {
  notEnded: withSource(
    {
      th: 'เดือนที่รายงานยังไม่สิ้นสุด: ส่งหลังสิ้นเดือน หรือระบุว่าเป็นรายงานเบื้องต้น',
      en: 'The month reported on has not ended: report after its end, or say that the report is provisional.',
    },
    'monthlyReport',
  ),
  ended: withSource(
    {
      th: 'เดือนที่รายงานสิ้นสุดแล้ว: ส่งเป็นรายงานประจำเดือน ไม่ใช่รายงานเบื้องต้น',
      en: 'The month reported on has ended: file the report itself, not a provisional one.',
    },
    'monthlyReport',
  ),
  used: {
    th: 'แจ้งว่าไม่มีการใช้อำนาจ แต่มีรายการที่ใช้: แก้อย่างใดอย่างหนึ่ง',
    en: 'It says that no power was used, and names uses: correct one of them.',
  },
  nothingSaid: withSource(
    {
      th: 'โปรดระบุการใช้อำนาจอย่างน้อยหนึ่งรายการ หรือแจ้งว่าไม่มีการใช้อำนาจ',
      en: 'Name the powers that were used, or say that none was used.',
    },
    'monthlyReport',
  ),
  toItself: withSource(
    { th: 'ผู้รายงานรับรายงานของตนเองไม่ได้: เลือกตำแหน่งอื่น', en: 'Nobody reports to itself: choose another position.' },
    'registry',
  ),
  noRecipient: withSource(
    {
      th: 'โปรดระบุตำแหน่งผู้รับรายงาน: ผู้มอบอำนาจมีมากกว่าหนึ่งตำแหน่ง',
      en: 'Name the position that receives the report: there is more than one delegator.',
    },
    'registry',
  ),
};
