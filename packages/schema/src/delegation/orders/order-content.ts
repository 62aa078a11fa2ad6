import { type Check, NAME_MAX, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import type { DelegatedPowerInput, OrderContentInput } from './order.inputs.ts';

const LINES_MAX = most.linesOfOrder;
const ORDERS_MAX = most.ordersSuperseded;

type LineInput = typeof DelegatedPowerInput.$inferInput;

function lineOf(
  check: Check,
  { delegatorId, delegateId, verb, processArea, subDelegable, ...line }: LineInput,
  lineNo: number,
) {
  if (delegatorId.id === delegateId.id)
    check.add(
      'delegateId',
      'ผู้มอบอำนาจและผู้รับมอบอำนาจเป็นตำแหน่งเดียวกัน: เลือกผู้รับมอบอำนาจเป็นตำแหน่งอื่น',
      'A position cannot delegate to itself: choose another delegate.',
    );
  return {
    lineNo,
    verb,
    processArea,
    subDelegable,
    delegatorId: delegatorId.id,
    delegateId: delegateId.id,
    subjectTh: check.text('subjectTh', line.subjectTh, { max: NAME_MAX }),
    ceilingAmount: check.amount('ceilingAmount', line.ceilingAmount) ?? null,
    conditionsTh: check.optionalText('conditionsTh', line.conditionsTh, { max: TEXT_MAX }) ?? null,
  };
}

/** The content of a draft, checked and normalised. */
export function orderContentOf(check: Check, input: OrderContentInput) {
  return {
    columns: {
      kind: check.required('kind', input.kind),
      effectiveTo: input.effectiveTo,
      signedOn: input.signedOn,
      signedByPositionId: input.signedByPositionId === null ? null : input.signedByPositionId?.id,
      legalBasisTh: check.optionalText('legalBasisTh', input.legalBasisTh, { max: TEXT_MAX }),
    },
    lines: check
      .list('powers', input.powers, LINES_MAX)
      ?.map((line, index) => lineOf(check.at(`powers[${index}]`), line, index + 1)),
    revokes: check.ids('revokesPowerIds', input.revokesPowerIds, LINES_MAX),
    supersedes: check.ids('supersedesOrderIds', input.supersedesOrderIds, ORDERS_MAX),
  };
}

export type OrderContent = ReturnType<typeof orderContentOf>;
