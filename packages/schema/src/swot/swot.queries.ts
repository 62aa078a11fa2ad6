import { builder } from '../graphql/builder.ts';
import { countedList } from '../graphql/paging/counted-list.ts';
import { orderedArguments } from '../graphql/paging/list-arguments.ts';
import { pagesOf } from '../graphql/paging/pages-of.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { SwotAnalysis, SwotAnalysisConnection, SwotOrder, SwotWhere, swotList } from './swot.type.ts';

const swotAnalyses = countedList((context) => agencyDb(context).swotAnalysis, swotList);

builder.queryFields((t) => ({
  swotAnalyses: t.prismaConnection(
    {
      type: SwotAnalysis,
      cursor: 'id',
      extensions: pagesOf(swotList),
      nullable: true,
      description:
        'การวิเคราะห์ SWOT ที่ผู้ใช้เห็นได้ · SWOT analyses that the viewer may see, newest first. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: orderedArguments(SwotWhere, SwotOrder),
      totalCount: swotAnalyses.totalCount,
      resolve: (query, _root, args, context, info) =>
        agencyDb(context).swotAnalysis.findMany({ ...query, ...swotAnalyses.page(query, args, context, info) }),
    },
    SwotAnalysisConnection,
  ),
}));
