import { builder } from '../graphql/builder.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';
import { Project } from '../plan/project.type.ts';
import { Indicator } from '../plan/project-parts.type.ts';
import {
  activityList,
  IntegrityActivityConnection,
  IntegrityActivityOrder,
  IntegrityActivityWhere,
} from './activity.type.ts';

const args = listArguments(IntegrityActivityWhere, IntegrityActivityOrder);

builder.prismaObjectFields(Project, (t) => ({
  activities: t.relatedConnection(
    'activities',
    {
      ...relatedList(activityList),
      description: 'กิจกรรมที่จัดตามโครงการ ล่าสุดก่อน · Activities that serve the project, latest first.',
      args,
    },
    IntegrityActivityConnection,
  ),
}));

builder.prismaObjectFields(Indicator, (t) => ({
  measured: t.relatedConnection(
    'activities',
    {
      ...relatedList(activityList),
      description:
        'กิจกรรมที่วัดตัวชี้วัดนี้ ล่าสุดก่อน `percent` ของกิจกรรมใช้เสนอเมื่อรายงานความก้าวหน้าได้ ทะเบียนไม่บันทึกให้เอง · Activities that measure the indicator, latest first: the `percent` of each may be offered when progress is reported; the registry never writes it by itself.',
      args,
    },
    IntegrityActivityConnection,
  ),
}));
