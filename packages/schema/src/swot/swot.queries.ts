import { builder } from '../graphql/builder.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { rootList } from '../graphql/paging/record-lists.ts';
import { SwotAnalysis, SwotAnalysisConnection, SwotOrder, SwotWhere, swotList } from './swot.type.ts';

const swotAnalyses = rootList((db) => db.swotAnalysis, swotList);

builder.queryFields((t) => ({
  swotAnalyses: t.prismaConnection(
    {
      type: SwotAnalysis,
      ...swotAnalyses,
      nullable: true,
      description:
        'การวิเคราะห์ SWOT ที่ผู้ใช้เห็นได้ · SWOT analyses that the viewer may see, newest first. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(SwotWhere, SwotOrder),
    },
    SwotAnalysisConnection,
  ),
}));
