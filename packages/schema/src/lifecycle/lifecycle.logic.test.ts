import { describe, expect, it } from '@jest/globals';
import {
  actsOpen,
  destination,
  isInUse,
  orderLifecycle,
  projectLifecycle,
  recordLifecycle,
} from './lifecycle.logic.ts';

const recordStatuses = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'IMPORTED',
  'APPROVED',
  'PUBLISHED',
  'AMENDING',
  'CLOSED',
] as const;
const recordActs = ['SUBMIT', 'RETURN', 'REVISE', 'APPROVE', 'PUBLISH', 'AMEND', 'CLOSE'] as const;

/** Act by status, as DOMAIN §9 has it; a blank is refused. */
const expected: Record<(typeof recordActs)[number], readonly (string | null)[]> = {
  SUBMIT: ['SUBMITTED', null, null, null, null, null, 'SUBMITTED', null],
  RETURN: [null, 'RETURNED', null, null, null, null, null, null],
  REVISE: [null, null, 'DRAFT', null, null, null, null, null],
  APPROVE: [null, 'APPROVED', null, null, null, null, null, null],
  PUBLISH: [null, null, null, null, 'PUBLISHED', null, null, null],
  AMEND: [null, null, null, 'AMENDING', 'AMENDING', 'AMENDING', null, null],
  CLOSE: [null, null, null, null, null, 'CLOSED', null, null],
};

describe('the life cycle of a record', () => {
  it.each(recordActs)('leads %s from every status where the table says', (act) => {
    expect(recordStatuses.map((status) => destination(recordLifecycle, act, status))).toEqual(expected[act]);
  });

  it('leads a returned amendment back to being amended, never to a draft, which would hide it', () => {
    expect(destination(recordLifecycle, 'REVISE', 'RETURNED', true)).toBe('AMENDING');
  });

  it('offers each role what it may do, and nobody anything once closed', () => {
    expect(actsOpen(recordLifecycle, 'DRAFT', ['EDITOR'])).toEqual([]);
    expect(actsOpen(recordLifecycle, 'DRAFT', ['APPROVER'])).toEqual(['SUBMIT']);
    expect(actsOpen(recordLifecycle, 'RETURNED', ['APPROVER'])).toEqual(['REVISE']);
    expect(actsOpen(recordLifecycle, 'SUBMITTED', ['CENTRE'])).toEqual(['RETURN', 'APPROVE']);
    expect(actsOpen(recordLifecycle, 'PUBLISHED', ['APPROVER'])).toEqual(['AMEND', 'CLOSE']);
    expect(actsOpen(recordLifecycle, 'CLOSED', ['EDITOR', 'APPROVER', 'CENTRE'])).toEqual([]);
  });

  it('lets the work of the year go on in every status but submitted and closed, and while an amendment is examined', () => {
    const inUse = (isAmendment: boolean) => recordStatuses.filter((status) => isInUse({ status, isAmendment }));
    expect(inUse(false)).toEqual(['DRAFT', 'RETURNED', 'IMPORTED', 'APPROVED', 'PUBLISHED', 'AMENDING']);
    expect(inUse(true)).toContain('SUBMITTED');
  });
});

describe('the life cycles of projects and orders', () => {
  it('end where they end', () => {
    expect(actsOpen(projectLifecycle, 'PLANNED', ['EDITOR'])).toEqual(['START']);
    expect(actsOpen(projectLifecycle, 'IN_PROGRESS', ['APPROVER'])).toEqual(['COMPLETE', 'CANCEL', 'LEAVE_UNFINISHED']);
    for (const ended of ['DONE', 'CANCELLED', 'NOT_DONE'] as const)
      expect(actsOpen(projectLifecycle, ended, ['APPROVER'])).toEqual([]);
    expect(destination(orderLifecycle, 'ISSUE', 'ISSUED')).toBeNull();
    expect(actsOpen(orderLifecycle, 'ISSUED', ['APPROVER'])).toEqual(['REVOKE', 'SUPERSEDE']);
  });
});
