import { builder } from '../core/builder.ts';
import { listQuery } from '../core/connection.ts';
import { orderedArguments } from '../core/list-arguments.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { SwotAnalysis, SwotAnalysisConnection, SwotOrder, SwotWhere, swotList } from './swot.type.ts';

builder.queryFields((t) => ({
  swotAnalyses: t.prismaConnection(
    {
      type: SwotAnalysis,
      cursor: 'id',
      nullable: true,
      description:
        'การวิเคราะห์ SWOT ที่ผู้ใช้เห็นได้ · SWOT analyses that the viewer may see, newest first. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: orderedArguments(SwotWhere, SwotOrder),
      totalCount: (_root, args, context) =>
        agencyDb(context).swotAnalysis.count({ where: listQuery(args, swotList).where }),
      resolve: (query, _root, args, context) =>
        agencyDb(context).swotAnalysis.findMany({ ...query, ...listQuery(args, swotList) }),
    },
    SwotAnalysisConnection,
  ),
}));
