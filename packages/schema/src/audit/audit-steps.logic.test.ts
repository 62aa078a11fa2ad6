import { describe, expect, it } from '@jest/globals';
import { besidesStep, stepOf } from './audit-steps.logic.ts';
import { summaryOf } from './audit-summary.logic.ts';

const told = {
  who: { th: 'ผู้อนุมัติ', en: 'Approver' },
  action: 'UPDATE' as const,
  what: { label: { th: 'แผน', en: 'plan' }, name: '“ก”' },
  partOf: null,
  fields: [],
  at: new Date('2026-11-21T07:05:00Z'),
};
const saidOf = (act: string, entity: string, status: unknown = 'X') =>
  summaryOf({ ...told, step: stepOf({ act, entity, fields: ['status'], status }) }).th.replace(/ เมื่อ .*/, '');

describe('a change that is a step of a life cycle', () => {
  it.each([
    ['submitPlan', 'Plan', 'ผู้อนุมัติ ส่งแผน “ก” ให้ ศปท.กทม.'],
    ['returnPlan', 'Plan', 'ผู้อนุมัติ ส่งกลับแผน “ก” ให้แก้ไข'],
    ['approvePlan', 'Plan', 'ผู้อนุมัติ เห็นชอบแผน “ก”'],
    ['publishPlan', 'Plan', 'ผู้อนุมัติ เผยแพร่แผน “ก”'],
    ['amendPlan', 'Plan', 'ผู้อนุมัติ เปิดแก้ไขแผน “ก” เพื่อออกฉบับใหม่'],
    ['closePlan', 'Plan', 'ผู้อนุมัติ ปิดแผน “ก”'],
    ['publishLibraryRisk', 'LibraryRisk', 'ผู้อนุมัติ เสนอแผน “ก” ต่อทุกหน่วยงาน'],
  ])('is told as what was done: %s', (act, entity, sentence) => {
    expect(saidOf(act, entity)).toBe(sentence);
  });

  it('is that of the row which the act is about, and of no other', () => {
    expect(stepOf({ act: 'completeProject', entity: 'Plan', fields: ['status'], status: 'X' })).toBeNull();
    expect(stepOf({ act: 'submitPlan', entity: 'Plan', fields: ['titleTh'], status: undefined })).toBeNull();
    expect(stepOf({ act: 'editPlan', entity: 'Plan', fields: ['status'], status: 'X' })).toBeNull();
  });

  it('tells an order that was issued from the one that it supersedes, where the status may be seen', () => {
    expect(saidOf('issueDelegationOrder', 'DelegationOrder', 'ISSUED')).toBe('ผู้อนุมัติ ออกแผน “ก”');
    expect(saidOf('issueDelegationOrder', 'DelegationOrder', 'SUPERSEDED')).toBe('ผู้อนุมัติ แทนที่แผน “ก” ด้วยคำสั่งใหม่');
    const unseen = { act: 'issueDelegationOrder', entity: 'DelegationOrder', fields: ['status'], status: undefined };
    expect(stepOf(unseen)).toBeNull();
  });

  it('is followed by what else it changed', () => {
    expect(besidesStep(['status', 'disclosure', 'signedOn'])).toEqual(['signedOn']);
  });
});
