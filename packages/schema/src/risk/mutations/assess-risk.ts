import { builder } from '../../core/builder.ts';
import { conflict, invalidInput, notFound, RegistryError } from '../../core/errors.ts';
import type { FieldProblem } from '../../core/message.logic.ts';
import { cleanText, textProblems } from '../../core/text.logic.ts';
import { todayInBangkok } from '../../core/today.logic.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import { write } from '../../tenancy/write.ts';
import { isAssessable, outsideScales, type Scales } from '../assessment.logic.ts';
import { AssessmentPhase } from '../risk.enums.ts';
import { Risk } from '../risk.type.ts';
import { Assessment } from '../risk-parts.type.ts';

const AssessRiskInput = builder.inputType('AssessRiskInput', {
  description: 'ข้อมูลการประเมินความเสี่ยง · What is said when a risk is assessed.',
  fields: (t) => ({
    riskId: t.globalID({ for: Risk, required: true, description: 'ความเสี่ยงที่ประเมิน · The risk.' }),
    expectedVersion: t.int({
      required: true,
      description: 'รุ่นที่ผู้ใช้เห็น · `version` of the risk as the user saw it; CONFLICT when it has changed since.',
    }),
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

type AssessRiskResult = { riskId: string; assessmentId: string };

const AssessRiskPayload = builder.objectRef<AssessRiskResult>('AssessRiskPayload').implement({
  description: 'ผลของการประเมิน · The assessed risk and its new assessment.',
  fields: (t) => ({
    risk: t.prismaField({
      type: Risk,
      description: 'ความเสี่ยงหลังการประเมิน · The risk with its current level.',
      resolve: (query, { riskId }, _args, context) =>
        agencyDb(context).risk.findUniqueOrThrow({ ...query, where: { id: riskId } }),
    }),
    assessment: t.prismaField({
      type: Assessment,
      description: 'การประเมินที่บันทึก · The assessment that was recorded.',
      resolve: (query, { assessmentId }, _args, context) =>
        agencyDb(context).assessment.findUniqueOrThrow({ ...query, where: { id: assessmentId } }),
    }),
  }),
});

type Values = { likelihood: number; impact: number; justificationTh: string; assessedOn: Date };

function problemsOf(values: Values, scales: Scales): FieldProblem[] {
  const tops = { likelihood: scales.likelihoodMax, impact: scales.impactMax };
  return [
    ...outsideScales(values, scales).map((field) => ({
      field,
      message: { th: `${field} ต้องอยู่ระหว่าง 1 ถึง ${tops[field]}`, en: `${field} must be from 1 to ${tops[field]}.` },
    })),
    ...textProblems('justificationTh', values.justificationTh, { max: 4000 }),
    ...(values.assessedOn > todayInBangkok()
      ? [
          {
            field: 'assessedOn',
            message: { th: 'วันที่ประเมินต้องไม่เป็นวันในอนาคต', en: 'assessedOn must not be in the future.' },
          },
        ]
      : []),
  ];
}

builder.mutationFields((t) => ({
  assessRisk: t.field({
    type: AssessRiskPayload,
    description:
      'ประเมินความเสี่ยงโดยเพิ่มรายการในประวัติ · Assesses a risk: adds an assessment to its history under the method of its register. For editors and approvers of the agency. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, INVALID_INPUT, ILLEGAL_TRANSITION (register submitted or closed).',
    args: { input: t.arg({ type: AssessRiskInput, required: true, description: 'ข้อมูลการประเมิน · The assessment.' }) },
    resolve: (_root, { input }, context) =>
      write(context, 'assessRisk', async (db) => {
        const risk = await db.risk.findUnique({
          where: { id: input.riskId.id },
          select: {
            id: true,
            agencyId: true,
            register: { select: { status: true, method: { include: { cells: true } } } },
          },
        });
        if (!risk) throw notFound();
        const { status, method } = risk.register;
        if (!isAssessable(status)) {
          throw new RegistryError('ILLEGAL_TRANSITION', {
            th: `ประเมินไม่ได้ขณะทะเบียนมีสถานะ ${status}`,
            en: `A risk cannot be assessed while its register is ${status}.`,
          });
        }
        const values = { ...input, assessedOn: input.assessedOn ?? todayInBangkok() };
        const problems = problemsOf(values, method);
        if (problems.length > 0) throw invalidInput(...problems);
        const cell = method.cells.find(
          ({ likelihood, impact }) => likelihood === values.likelihood && impact === values.impact,
        );
        if (!cell) throw new Error(`The method ${method.version} has no cell for a value within its scales.`);

        const claimed = await db.risk.updateMany({
          where: { id: risk.id, version: input.expectedVersion },
          data: { version: { increment: 1 } },
        });
        if (claimed.count === 0) throw conflict();
        const assessment = await db.assessment.create({
          data: {
            agencyId: risk.agencyId,
            riskId: risk.id,
            phase: input.phase,
            assessedOn: values.assessedOn,
            assessedById: context.viewer.account?.id,
            justificationTh: cleanText(values.justificationTh),
            methodId: cell.methodId,
            likelihood: cell.likelihood,
            impact: cell.impact,
            score: cell.score,
            level: cell.level,
          },
          select: { id: true },
        });
        return { riskId: risk.id, assessmentId: assessment.id };
      }),
  }),
}));
