import { builder } from '../graphql/builder.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { RiskLevel } from '../method/method.type.ts';
import { assessmentsByRiskId } from './register-risks.loader.ts';
import { AssessmentPhase } from './risk.enums.ts';
import { Risk } from './risk.type.ts';

type Point = {
  assessedOn: Date;
  phase: 'INHERENT' | 'RESIDUAL' | 'TARGET';
  likelihood: number;
  impact: number;
  score: number;
  level: 'LOW' | 'MEDIUM' | 'HIGH' | 'EXTREME';
  cell: { method: { version: string } };
};

const AssessmentPoint = builder.objectRef<Point>('AssessmentPoint').implement({
  description: 'จุดหนึ่งในเส้นเวลาของความเสี่ยง · One point of a risk’s series.',
  fields: (t) => ({
    assessedOn: t.expose('assessedOn', { type: 'Date', description: 'วันที่ประเมิน · Date of the assessment.' }),
    phase: t.expose('phase', { type: AssessmentPhase, description: 'ช่วงของการประเมิน · Phase.' }),
    likelihood: t.exposeInt('likelihood', { description: 'โอกาส · Likelihood.' }),
    impact: t.exposeInt('impact', { description: 'ผลกระทบ · Impact.' }),
    score: t.exposeInt('score', { description: 'คะแนน · Score.' }),
    level: t.expose('level', { type: RiskLevel, description: 'ระดับ · Level.' }),
    methodVersion: t.string({
      description: 'รุ่นของวิธีที่ใช้ คะแนนต่างวิธีเทียบกันไม่ได้ · Version of the method; scores of two methods do not compare.',
      resolve: ({ cell }) => cell.method.version,
    }),
  }),
});

builder.prismaObjectFields(Risk, (t) => ({
  series: t.field({
    type: [AssessmentPoint],
    listSize: most.assessmentsShown,
    description: `การประเมินตามวันที่ เก่าสุดก่อน (ล่าสุดไม่เกิน ${most.assessmentsShown}) · Its assessments by date, oldest first, the newest ${most.assessmentsShown} of them: what a chart draws.`,
    args: {
      phase: t.arg({
        type: AssessmentPhase,
        description: 'เฉพาะช่วงนี้ ไม่ระบุ = ทุกช่วง · Only this phase; all when absent.',
      }),
    },
    select: { id: true },
    resolve: async ({ id }, { phase }, context) => {
      const points = await assessmentsByRiskId(context).load(id);
      return (phase ? points.filter((point) => point.phase === phase) : points).slice(-most.assessmentsShown);
    },
  }),
}));
