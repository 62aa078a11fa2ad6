import { builder } from '../graphql/builder.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { rootList } from '../graphql/paging/record-lists.ts';
import { Guideline, GuidelineConnection, GuidelineOrder, GuidelineWhere, guidelineList } from './guideline.type.ts';
import {
  GuidelineResult,
  GuidelineResultConnection,
  GuidelineResultOrder,
  GuidelineResultWhere,
  guidelineResultList,
} from './guideline-result.type.ts';

const guidelines = rootList((db) => db.guideline, guidelineList);
const indicatorResults = rootList((db) => db.guidelineResult, guidelineResultList);

builder.queryFields((t) => ({
  guidelines: t.prismaConnection(
    {
      type: Guideline,
      ...guidelines,
      nullable: true,
      description:
        'แนวทางตามตัวชี้วัดของการประเมินที่ผู้ใช้เห็นได้ · What agencies set out to do about each indicator of the ITA, that the viewer may see. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(GuidelineWhere, GuidelineOrder),
    },
    GuidelineConnection,
  ),
  indicatorResults: t.prismaConnection(
    {
      type: GuidelineResult,
      ...indicatorResults,
      nullable: true,
      description:
        'ผลการดำเนินการตามตัวชี้วัดของการประเมินที่ผู้ใช้เห็นได้ · What agencies did about each indicator of the ITA, that the viewer may see. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(GuidelineResultWhere, GuidelineResultOrder),
    },
    GuidelineResultConnection,
  ),
}));
