import { notFound } from '../base/errors.ts';
import { builder } from '../graphql/builder.ts';
import { enumOf } from '../graphql/enums.ts';
import { givenText } from '../graphql/inputs/given-text.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { scoringMethodById, scoringMethodByVersion } from '../method/method.loader.ts';
import {
  changesUnder,
  type LevelMove,
  type LevelTransition,
  type RiskChange,
  transitionsOf,
} from '../method/method-comparison.logic.ts';
import type { Context } from '../tenancy/context.ts';
import { RiskRegister } from './register.type.ts';
import { scoredRisksByRegisterId } from './register-risks.loader.ts';
import { CurrentRiskLevel } from './risk.enums.ts';
import { riskById } from './risk.loader.ts';
import { Risk } from './risk.type.ts';

const LevelMoveEnum = enumOf<LevelMove>(
  'LevelMove',
  'การเปลี่ยนระดับเมื่อใช้วิธีอื่น · How a level would change under another method.',
  {
    RAISED: 'สูงขึ้น · Raised.',
    LOWERED: 'ต่ำลง · Lowered.',
    SAME: 'เท่าเดิม · The same.',
    UNASSESSED: 'ยังไม่ประเมิน จึงไม่มีระดับ · Not assessed, so without a level under either method.',
  },
);

const RiskUnderMethod = builder.objectRef<RiskChange>('RiskUnderMethod').implement({
  description: 'ความเสี่ยงหนึ่งหากประเมินด้วยวิธีอื่น · What would become of one risk under another method.',
  fields: (t) => ({
    risk: t.field({
      type: Risk,
      nullable: true,
      description: 'ความเสี่ยง · The risk.',
      resolve: ({ riskId }, _args, context, info) => riskById(riskId, context, info),
    }),
    fromLevel: t.field({
      type: CurrentRiskLevel,
      description: 'ระดับปัจจุบัน · Level now.',
      resolve: ({ from }) => from.level,
    }),
    fromScore: t.int({ nullable: true, description: 'คะแนนปัจจุบัน · Score now.', resolve: ({ from }) => from.score }),
    toLevel: t.field({
      type: CurrentRiskLevel,
      description: 'ระดับตามวิธีที่ถาม · Level under the method asked about.',
      resolve: ({ to }) => to.level,
    }),
    toScore: t.int({ nullable: true, description: 'คะแนนตามวิธีที่ถาม · Score there.', resolve: ({ to }) => to.score }),
    toLikelihood: t.int({
      nullable: true,
      description: 'โอกาสเมื่อเทียบกับมาตรวัดของวิธีนั้น · Likelihood, placed on the scale of that method.',
      resolve: ({ to }) => to.likelihood,
    }),
    toImpact: t.int({
      nullable: true,
      description: 'ผลกระทบเมื่อเทียบกับมาตรวัดของวิธีนั้น · Impact, placed on the scale of that method.',
      resolve: ({ to }) => to.impact,
    }),
    move: t.expose('move', { type: LevelMoveEnum, description: 'การเปลี่ยนระดับ · How the level would change.' }),
    newlyNeedsPlan: t.exposeBoolean('newlyNeedsPlan', {
      description: 'ต้องมีมาตรการเพิ่มขึ้นหรือไม่ · True when it would need a plan that it does not need now.',
    }),
  }),
});

const LevelTransitionType = builder.objectRef<LevelTransition>('LevelTransition').implement({
  description: 'จำนวนความเสี่ยงที่เปลี่ยนจากระดับหนึ่งไปอีกระดับ · How many risks would go from one level to another.',
  fields: (t) => ({
    from: t.expose('from', { type: CurrentRiskLevel, description: 'ระดับปัจจุบัน · Level now.' }),
    to: t.expose('to', { type: CurrentRiskLevel, description: 'ระดับตามวิธีที่ถาม · Level there.' }),
    move: t.expose('move', { type: LevelMoveEnum, description: 'การเปลี่ยนระดับ · How the level would change.' }),
    riskCount: t.exposeInt('riskCount', { description: 'จำนวนความเสี่ยง · Number of risks.' }),
  }),
});

const RegisterUnderMethod = builder.objectRef<readonly RiskChange[]>('RegisterUnderMethod').implement({
  description: 'ผลการทดลองใช้วิธีอื่นกับทะเบียน ไม่บันทึกสิ่งใด · A dry run of another method on a register; nothing is kept.',
  fields: (t) => ({
    risks: t.field({
      type: [RiskUnderMethod],
      description: 'ทุกความเสี่ยงตามรหัส · Every risk of the register, by code.',
      listSize: most.risksOfRegister,
      resolve: (changes) => [...changes],
    }),
    transitions: t.field({
      type: [LevelTransitionType],
      listSize: (most.levelsOfMethod + 1) ** 2,
      description: 'จำนวนตามการเปลี่ยนระดับ · Risks counted by the levels that they would leave and reach.',
      resolve: transitionsOf,
    }),
    newlyNeedsPlanCount: t.int({
      description: 'จำนวนที่ต้องมีมาตรการเพิ่มขึ้น · Risks that would need a plan that they do not need now.',
      resolve: (changes) => changes.filter(({ newlyNeedsPlan }) => newlyNeedsPlan).length,
    }),
  }),
});

/** Each risk is compared with the method that it was scored under, which need not be its register's own. */
async function changesOfRegister(
  register: { readonly id: string; readonly methodId: string | null },
  version: string,
  context: Context,
): Promise<RiskChange[]> {
  const [risks, other] = await Promise.all([
    scoredRisksByRegisterId(context).load(register.id),
    scoringMethodByVersion(context).load(version),
  ]);
  if (!other) throw notFound('version');
  const changes = risks.map(async ({ currentAssessment, ...risk }) => {
    // Without a method nothing is assessed, and so nothing moves.
    const own = await scoringMethodById(context).load(currentAssessment?.methodId ?? register.methodId ?? other.id);
    return changesUnder([risk], own, other);
  });
  return (await Promise.all(changes)).flat();
}

builder.prismaObjectFields(RiskRegister, (t) => ({
  underMethod: t.field({
    type: RegisterUnderMethod,
    description:
      'หากใช้วิธีประเมินรุ่นอื่น อะไรจะเปลี่ยน (ไม่บันทึก) · What would change under another method; nothing is kept. Values are placed on the other scales at the same distance from their ends, halves upwards. Errors: NOT_FOUND when there is no such version.',
    args: {
      version: t.arg.string({
        required: true,
        description: 'รุ่นของวิธี เช่น 3x3-2566 · Version of the method, for example 3x3-2566.',
      }),
    },
    select: { id: true, methodId: true },
    resolve: (register, { version }, context) => changesOfRegister(register, givenText('version', version), context),
  }),
}));
