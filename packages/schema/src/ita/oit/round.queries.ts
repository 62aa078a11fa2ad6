import { builder } from '../../graphql/builder.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { reusable } from '../../graphql/reusable.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import { ItaRound, OitTopic } from './round.type.ts';

builder.queryFields((t) => ({
  oitTopics: t.prismaField({
    type: [OitTopic],
    listSize: most.oitTopics,
    description:
      'หัวข้อที่คงอยู่ของแบบตรวจ OIT ตามที่เอกสารระบุ · The lasting topics of the OIT, as the documents state what is to be disclosed. Anybody may ask.',
    extensions: reusable('SCOPE'),
    resolve: (query, _root, _args, context) =>
      agencyDb(context).oitTopic.findMany({ ...query, orderBy: { sortOrder: 'asc' } }),
  }),
  itaRounds: t.prismaField({
    type: [ItaRound],
    listSize: most.itaRounds,
    description:
      'รอบการประเมิน ITA พร้อมแบบตรวจ OIT และปฏิทิน ปีล่าสุดก่อน · The rounds of the ITA with their OIT checklists and calendars, the latest year first; invented rounds say so. Anybody may ask.',
    args: {
      fiscalYear: t.arg({
        type: 'FiscalYear',
        description: 'ปีงบประมาณ (พ.ศ.) · Fiscal year (B.E.); absent for all of them.',
      }),
    },
    extensions: reusable('SCOPE'),
    resolve: (query, _root, { fiscalYear }, context) =>
      agencyDb(context).itaRound.findMany({
        ...query,
        ...(fiscalYear && { where: { fiscalYear } }),
        orderBy: [{ fiscalYear: 'desc' }, { isSample: 'asc' }],
        take: most.itaRounds,
      }),
  }),
}));
