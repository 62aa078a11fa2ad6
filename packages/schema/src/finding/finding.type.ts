import { accountNameById } from '../agency/account.loader.ts';
import { builder } from '../graphql/builder.ts';
import { Origin } from '../graphql/enums.ts';
import { recordNode } from '../graphql/nodes.ts';
import { RuleBasis } from '../graphql/rule-basis.ts';
import { basisOf } from './basis.type.ts';
import { FindingSeverity, FindingState } from './finding.enums.ts';
import { findingStateOf } from './finding-state.logic.ts';

export const Finding = builder.prismaNode('Finding', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานที่เกี่ยวข้อง · The agency concerned.' }),
    code: t.exposeString('code'),
    severity: t.expose('severity', { type: FindingSeverity }),
    state: t.field({
      type: FindingState,
      description: 'สถานะ · State.',
      select: { dismissedAt: true, closedAs: true },
      resolve: findingStateOf,
    }),
    messageTh: t.exposeString('messageTh'),
    messageEn: t.exposeString('messageEn'),
    basis: t.field({
      type: RuleBasis,
      description:
        'สิ่งที่กำหนด · Whether a law, a document or the registry itself asks for it; what was transcribed is by its document.',
      select: { code: true, ruleKey: true },
      resolve: basisOf,
    }),
    basisTh: t.exposeString('basisTh', { nullable: true }),
    isComputed: t.boolean({
      description:
        'ทะเบียนตรวจพบเองตามกฎใน `findingRules` · True when the registry found it by a rule of `findingRules`; false when it was transcribed.',
      select: { ruleKey: true },
      resolve: ({ ruleKey }) => ruleKey !== null,
    }),
    printed: t.exposeString('printed', { nullable: true }),
    computed: t.exposeString('computed', { nullable: true }),
    dimensionNumber: t.exposeInt('dimensionNumber', { nullable: true }),
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear', nullable: true }),
    resolvedIn: t.relation('resolvedIn', {
      nullable: true,
      description: 'ฉบับที่แก้ไขแล้ว · The edition in which it is resolved.',
    }),
    dismissalReason: t.exposeString('dismissalReason', { nullable: true }),
    dismissedAt: t.expose('dismissedAt', { type: 'DateTime', nullable: true }),
    dismissedBy: t.string({
      nullable: true,
      description:
        'ชื่อผู้ยุติข้อสังเกต เห็นเฉพาะสมาชิกของหน่วยงานเดียวกัน · Who closed it; shown to members of the same agency, null for others.',
      select: { dismissedById: true },
      resolve: ({ dismissedById }, _args, context) => dismissedById && accountNameById(context).load(dismissedById),
    }),
    version: t.exposeInt('version'),
    origin: t.expose('origin', { type: Origin }),
    sourceDocument: t.exposeString('sourceDocument', { nullable: true }),
    sourceSection: t.exposeString('sourceSection', { nullable: true }),
  }),
});
