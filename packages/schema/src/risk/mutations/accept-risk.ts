import { isApproverOfAgency } from '../../access/access.rules.ts';
import { illegalTransition } from '../../base/errors.ts';
import { monthsAfter } from '../../base/months.logic.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen, statesOf } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { requireInUse } from '../../lifecycle/record/record-state.ts';
import { isRiskLevel } from '../../method/level.logic.ts';
import { lockRisk } from '../lock-risk.ts';
import { RiskPayload } from '../risk.payload.ts';
import { Risk } from '../risk.type.ts';

/** An acceptance is reviewed within a year. */
const MONTHS_MAX = 12;

const AcceptRiskInput = builder.inputType('AcceptRiskInput', {
  description: 'การยอมรับความเสี่ยง · Acceptance of a risk above tolerance.',
  fields: (t) => ({
    riskId: t.globalID({ for: Risk, required: true, description: 'ความเสี่ยงที่ยอมรับ · The risk.' }),
    ...atVersion(t, 'risk'),
    reasonTh: t.string({
      required: true,
      description: 'เหตุผล ไม่เกิน 4,000 ตัวอักษร · Why it is accepted, at most 4,000 characters.',
    }),
    expiresOn: t.field({
      type: 'Date',
      required: true,
      description: 'มีผลถึงวันที่ หลังวันนี้ไม่เกิน 1 ปี · Last day on which it holds: after today, at most a year ahead.',
    }),
  }),
});

type Method = {
  readonly levels: readonly { readonly level: string; readonly isAcceptable: boolean }[];
} | null;

/** A risk is accepted at a level, and at one that its method does not accept by itself. */
function requireToAccept(level: string, method: Method) {
  if (!isRiskLevel(level))
    throw illegalTransition(level, 'โปรดประเมินความเสี่ยงก่อนยอมรับ', 'Assess the risk before it is accepted.');
  if (method?.levels.some((each) => each.level === level && each.isAcceptable)) {
    throw illegalTransition(
      level,
      'ระดับนี้ยอมรับได้ตามวิธีประเมินอยู่แล้ว',
      'The method calls this level acceptable: there is nothing to accept.',
      'riskMethod',
    );
  }
  return level;
}

const risks = statesOf('Risk', (db, ids) =>
  db.risk.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      level: true,
      register: {
        select: {
          status: true,
          isAmendment: true,
          method: { select: { levels: { select: { level: true, isAcceptable: true } } } },
        },
      },
    },
  }),
);

act({
  name: 'acceptRisk',
  description:
    'ยอมรับความเสี่ยงในระดับปัจจุบันเป็นการชั่วคราว · Accepts a risk at the level that it has now, for a time; the acceptance covers no higher level.',
  by: isApproverOfAgency,
  on: onWhen(risks, ({ level, register }) => {
    requireInUse(register);
    requireToAccept(level, register.method);
  }),
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION:
      'ทะเบียนส่งครั้งแรกหรือปิดแล้ว หรือความเสี่ยงยังไม่ประเมินหรืออยู่ในระดับที่ยอมรับได้ · register submitted for the first time or closed, risk unassessed or at an acceptable level',
  },
  input: AcceptRiskInput,
  payload: RiskPayload,
  reason: ({ reasonTh }) => reasonTh,
  work: async ({ riskId, expectedVersion, ...input }, tx) => {
    const { db, deferred, accountId } = tx;
    const { id, agencyId, registerId, ...risk } = await lockRisk(tx, riskId.id, requireInUse);
    const { method } = await db.riskRegister.findUniqueOrThrow({
      where: { id: registerId },
      select: { method: { select: { levels: true } } },
    });
    const level = requireToAccept(risk.level, method);
    const check = new Check();
    const reasonTh = check.text('reasonTh', input.reasonTh, { max: TEXT_MAX });
    const { expiresOn } = input;
    const acceptedOn = todayInBangkok();
    if (expiresOn <= acceptedOn || expiresOn > monthsAfter(acceptedOn, MONTHS_MAX))
      check.add(
        'expiresOn',
        'expiresOn ต้องหลังวันนี้และไม่เกิน 1 ปี',
        'expiresOn must be after today and at most a year ahead.',
      );
    check.refuse();
    // The level that is accepted is the one that the approver saw: an assessment made since raises the version of the risk.
    deferred.risk.updateMany({ where: { id, version: expectedVersion }, data: { version: { increment: 1 } } });
    deferred.acceptance.create({
      data: { agencyId, riskId: id, level, reasonTh, acceptedOn, expiresOn, acceptedById: accountId },
    });
    return { riskId: id };
  },
});
