import { builder } from '../graphql/builder.ts';
import { orderedArguments } from '../graphql/paging/list-arguments.ts';
import { rootList } from '../graphql/paging/record-lists.ts';
import {
  ItaAssessment,
  ItaAssessmentConnection,
  ItaAssessmentOrder,
  ItaAssessmentWhere,
  itaAssessmentList,
} from './assessment.type.ts';

const itaAssessments = rootList((db) => db.itaAssessment, itaAssessmentList);

builder.queryFields((t) => ({
  itaAssessments: t.prismaConnection(
    {
      type: ItaAssessment,
      ...itaAssessments,
      nullable: true,
      description:
        'ผลการประเมิน ITA ที่ผู้ใช้เห็นได้ ปีล่าสุดก่อน · ITA results that the viewer may see, latest year first. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: orderedArguments(ItaAssessmentWhere, ItaAssessmentOrder),
    },
    ItaAssessmentConnection,
  ),
}));
