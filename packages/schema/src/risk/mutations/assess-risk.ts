import { v7 as uuidv7 } from 'uuid';
import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { inUse } from '../../lifecycle/lifecycle.logic.ts';
import { requireInUse } from '../../lifecycle/record/record-state.ts';
import type { ScopedDb } from '../../tenancy/scoped-db.ts';
import { becomesCurrent } from '../latest-assessment.logic.ts';
import { registerMethod } from '../register-method.ts';
import { AssessmentPhase } from '../risk.enums.ts';
import { AssessRiskPayload } from '../risk.payload.ts';
import { Risk } from '../risk.type.ts';
import { onRiskInUse } from '../risk-standing.ts';

const AssessRiskInput = builder.inputType('AssessRiskInput', {
  description: 'ข้อมูลการประเมินความเสี่ยง · What is said when a risk is assessed.',
  fields: (t) => ({
    riskId: t.globalID({ for: Risk, required: true, description: 'ความเสี่ยงที่ประเมิน · The risk.' }),
    ...atVersion(t, 'risk'),
    phase: t.field({ type: AssessmentPhase, required: true, description: 'ช่วงของการประเมิน · Phase.' }),
    likelihood: t.int({
      required: true,
      description: 'โอกาส ตั้งแต่ 1 ถึงขั้นสูงสุดของวิธี · Likelihood, from 1 to the top of the method’s scale.',
    }),
    impact: t.int({
      required: true,
      description: 'ผลกระทบ ตั้งแต่ 1 ถึงขั้นสูงสุดของวิธี · Impact, from 1 to the top of the method’s scale.',
    }),
    justificationTh: t.string({
      required: true,
      description: 'เหตุผลประกอบ ไม่เกิน 4,000 ตัวอักษร · Justification, at most 4,000 characters.',
    }),
    assessedOn: t.field({
      type: 'Date',
      description: 'วันที่ประเมิน ไม่ระบุ = วันนี้ · Date of the assessment; today in Bangkok when absent, never later.',
    }),
  }),
});

act({
  name: 'assessRisk',
  bulk: 'assessRisks',
  description:
    'ประเมินความเสี่ยงโดยเพิ่มรายการในประวัติ · Assesses a risk: adds an assessment to its history under the method of its register; one that was taken from a document without a method takes the default method of its year.',
  by: isEditorOfAgency,
  on: onRiskInUse,
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION: 'ทะเบียนส่งครั้งแรกหรือปิดแล้ว · register submitted for the first time, or closed',
  },
  input: AssessRiskInput,
  payload: AssessRiskPayload,
  work: async (input, { db, deferred, accountId, lockShared }) => {
    const scored = { likelihood: input.likelihood, impact: input.impact };
    const risk = await db.risk.findUnique({
      where: { id: input.riskId.id },
      select: {
        id: true,
        agencyId: true,
        registerId: true,
        currentAssessment: { select: { phase: true, assessedOn: true } },
        register: {
          select: {
            status: true,
            isAmendment: true,
            fiscalYear: true,
            method: { include: { cells: { where: scored } } },
          },
        },
      },
    });
    if (!risk) throw notFound('riskId');
    requireInUse(risk.register);
    const check = new Check();
    const method = risk.register.method ?? (await takeMethod(db, check, risk, scored));
    check.within('likelihood', scored.likelihood, 1, method.likelihoodMax);
    check.within('impact', scored.impact, 1, method.impactMax);
    const justificationTh = check.text('justificationTh', input.justificationTh, { max: TEXT_MAX });
    const assessedOn = input.assessedOn ?? todayInBangkok();
    check.notInFuture('assessedOn', assessedOn);
    check.refuse();
    const [cell] = method.cells;
    if (!cell) throw new Error(`The method ${method.version} has no cell for a value within its scales.`);

    const assessmentId = uuidv7();
    const { level, score } = cell;
    const shown = { level, score, ...scored, currentAssessmentId: assessmentId };
    const isCurrent = becomesCurrent({ phase: input.phase, assessedOn }, risk.currentAssessment);
    // What was read before the register was held must still be so.
    lockShared('RiskRegister', risk.registerId);
    deferred.risk.updateMany({
      where: {
        id: risk.id,
        version: input.expectedVersion,
        register: { ...inUse, methodId: method.id },
      },
      // The trigger on assessments says the same; what it finds done it need not change, and record, a second time.
      data: { version: { increment: 1 }, ...(isCurrent ? shown : {}) },
    });
    deferred.assessment.create({
      data: {
        ...cell,
        id: assessmentId,
        agencyId: risk.agencyId,
        riskId: risk.id,
        phase: input.phase,
        assessedOn,
        assessedById: accountId,
        justificationTh,
      },
    });
    return { riskId: risk.id, assessmentId };
  },
});

type Unmethodical = { readonly registerId: string; readonly register: { readonly fiscalYear: number } };
type Scored = { readonly likelihood: number; readonly impact: number };

/** The first assessment in a register that was taken from a document, which names no method, takes the default one of its year. */
async function takeMethod(db: ScopedDb, check: Check, { registerId, register }: Unmethodical, scored: Scored) {
  const id = await registerMethod(db, check, register.fiscalYear, undefined);
  check.refuse();
  // A concurrent request may have taken it just now.
  await db.riskRegister.updateMany({
    where: { id: registerId, methodId: null },
    data: { methodId: id, version: { increment: 1 } },
  });
  return db.riskMethod.findUniqueOrThrow({ where: { id }, include: { cells: { where: scored } } });
}
