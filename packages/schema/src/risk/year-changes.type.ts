import { builder } from '../graphql/builder.ts';
import { enumOf } from '../graphql/enums.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { type ComparedField, comparedFields, type YearChange, yearChanges } from './carry-forward.logic.ts';
import { RiskRegister } from './register.type.ts';
import { comparedRisksByRegisterId } from './register-risks.loader.ts';
import { registerById, riskById } from './risk.loader.ts';
import { Risk } from './risk.type.ts';

type Identified = { readonly id: string };
type Change = YearChange<Identified, Identified>;

const YearChangeKind = enumOf<Change['kind']>(
  'YearChangeKind',
  'สิ่งที่เกิดกับความเสี่ยงจากปีก่อน · What became of a risk from one year to the next.',
  {
    UNCHANGED: 'คงเดิม · Continued as it was.',
    CHANGED: 'เปลี่ยนแปลง · Continued with changes.',
    NEW: 'ใหม่ · Continues no risk of the earlier register.',
    CLOSED: 'ไม่ยกมา · Of the earlier register, continued by none.',
  },
);

const ComparedFieldEnum = enumOf<ComparedField>(
  'YearChangeField',
  'ข้อมูลที่เปรียบเทียบข้ามปี · What is compared of a risk from year to year.',
  comparedFields,
);

const YearChangeType = builder.objectRef<Change>('YearChange').implement({
  description: 'ความเสี่ยงหนึ่งเทียบกับปีก่อน · One risk against the register that was carried forward.',
  fields: (t) => ({
    kind: t.expose('kind', { type: YearChangeKind, description: 'ลักษณะ · What became of it.' }),
    earlier: t.field({
      type: Risk,
      nullable: true,
      description: 'ความเสี่ยงของปีก่อน ไม่มีเมื่อเป็นความเสี่ยงใหม่ · The risk of the earlier year; null for a new one.',
      resolve: (change, _args, context, info) =>
        'earlier' in change ? riskById(change.earlier.id, context, info) : null,
    }),
    later: t.field({
      type: Risk,
      nullable: true,
      description: 'ความเสี่ยงในทะเบียนนี้ ไม่มีเมื่อไม่ยกมา · The risk of this register; null for a closed one.',
      resolve: (change, _args, context, info) => ('later' in change ? riskById(change.later.id, context, info) : null),
    }),
    changedFields: t.field({
      type: [ComparedFieldEnum],
      description: 'ข้อมูลที่เปลี่ยน · What changed; empty unless CHANGED.',
      resolve: (change) => ('changedFields' in change ? [...change.changedFields] : []),
    }),
  }),
});

builder.prismaObjectFields(RiskRegister, (t) => ({
  carriedFrom: t.field({
    type: RiskRegister,
    nullable: true,
    description:
      'ทะเบียนของปีก่อนที่ยกมา · The register of an earlier year that this one carries forward; null when there is none or the viewer may not see it.',
    select: { carriedFromId: true },
    resolve: ({ carriedFromId }, _args, context, info) => registerById(carriedFromId, context, info),
  }),
  yearChanges: t.field({
    type: [YearChangeType],
    nullable: true,
    description:
      'เทียบกับทะเบียนปีก่อนที่ยกมา: คงเดิม เปลี่ยน ใหม่ ไม่ยกมา · Its risks against those of the register that it carries forward, closed ones last; null when `carriedFrom` is.',
    listSize: 2 * most.risksOfRegister,
    select: { id: true, carriedFromId: true },
    resolve: async ({ id, carriedFromId }, _args, context) => {
      if (carriedFromId === null) return null;
      const risksOf = comparedRisksByRegisterId(context);
      const [earlier, later] = await Promise.all([risksOf.load(carriedFromId), risksOf.load(id)]);
      return earlier && later && yearChanges(earlier, later);
    },
  }),
}));

builder.prismaObjectFields(Risk, (t) => ({
  carriedFrom: t.field({
    type: Risk,
    nullable: true,
    description:
      'ความเสี่ยงของปีก่อนที่ยกมา · The risk of an earlier year that this one continues; null for a new one, and when the viewer may not see it.',
    select: { carriedFromId: true },
    resolve: ({ carriedFromId }, _args, context, info) => riskById(carriedFromId, context, info),
  }),
}));
