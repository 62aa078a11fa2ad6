import { Agency } from '../agency/agency.type.ts';
import { committeeById } from '../committee/committee.loader.ts';
import { Committee } from '../committee/committee.type.ts';
import { EntryStatus, PublicationChannel } from '../entry/entry.enums.ts';
import { entryOpenActs } from '../entry/entry-fields.ts';
import { builder } from '../graphql/builder.ts';
import { Origin } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';
import { projectById } from '../plan/plan.loader.ts';
import { indicatorById } from '../plan/project.loader.ts';
import { Project } from '../plan/project.type.ts';
import { Indicator } from '../plan/project-parts.type.ts';
import { ActivityKind } from './activity.enums.ts';

export const IntegrityActivity = builder.prismaNode('IntegrityActivity', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานเจ้าของ · The agency that owns the activity.' }),
    kind: t.expose('kind', { type: ActivityKind }),
    titleTh: t.exposeString('titleTh'),
    titleEn: t.exposeString('titleEn', { nullable: true }),
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear' }),
    heldFrom: t.expose('heldFrom', { type: 'Date' }),
    heldTo: t.expose('heldTo', { type: 'Date', nullable: true }),
    placeTh: t.exposeString('placeTh', { nullable: true }),
    targetGroupTh: t.exposeString('targetGroupTh', { nullable: true }),
    unit: t.relation('unit', { nullable: true }),
    invitedCount: t.exposeInt('invitedCount', { nullable: true }),
    attendedCount: t.exposeInt('attendedCount', { nullable: true }),
    passedCount: t.exposeInt('passedCount', { nullable: true }),
    respondentCount: t.exposeInt('respondentCount', { nullable: true }),
    averageScore: t.expose('averageScore', { type: 'Decimal', nullable: true }),
    scoreMax: t.expose('scoreMax', { type: 'Decimal', nullable: true }),
    percentPrinted: t.exposeString('percentPrinted', { nullable: true }),
    evidenceUrls: t.exposeStringList('evidenceUrls', { listSize: most.evidenceOfReport }),
    project: t.field({
      type: Project,
      nullable: true,
      description: 'โครงการที่จัดตาม · The project that it serves; null when there is none or the viewer may not see it.',
      select: { projectId: true },
      resolve: ({ projectId }, _args, context, info) => projectById(projectId, context, info),
    }),
    indicator: t.field({
      type: Indicator,
      nullable: true,
      description:
        'ตัวชี้วัดที่วัดผล · The indicator of the project that it measures; null when there is none or the viewer may not see it.',
      select: { indicatorId: true },
      resolve: ({ indicatorId }, _args, context, info) => indicatorById(indicatorId, context, info),
    }),
    committee: t.field({
      type: Committee,
      nullable: true,
      description:
        'คณะกรรมการที่ประชุม · The committee that met; null for other kinds, or when the viewer may not see it.',
      select: { committeeId: true },
      resolve: ({ committeeId }, _args, context, info) => committeeById(committeeId, context, info),
    }),
    agendaTh: t.exposeString('agendaTh', { nullable: true }),
    resolutionsTh: t.exposeString('resolutionsTh', { nullable: true }),
    noteTh: t.exposeString('noteTh', { nullable: true }),
    status: t.expose('status', { type: EntryStatus }),
    publishedOn: t.expose('publishedOn', { type: 'Date', nullable: true }),
    publicationChannels: t.expose('publicationChannels', { type: [PublicationChannel], listSize: 12 }),
    publicationAddress: t.exposeString('publicationAddress', { nullable: true }),
    openActs: t.field(entryOpenActs),
    origin: t.expose('origin', { type: Origin }),
    sourceDocument: t.exposeString('sourceDocument', { nullable: true }),
    sourceSection: t.exposeString('sourceSection', { nullable: true }),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'แก้ไขล่าสุด · Last change.' }),
  }),
});

export const IntegrityActivityConnection = builder.connectionObject({
  type: IntegrityActivity,
  name: 'IntegrityActivityConnection',
});

const subject = { th: 'กิจกรรม', en: 'activities' };

export const IntegrityActivityWhere = whereInput(
  'IntegrityActivityWhere',
  subject,
  {},
  { loaded: ['project', 'indicator', 'committee'] },
);

export const IntegrityActivityOrder = orderInput('IntegrityActivityOrder', subject, {
  heldFrom: 'วันแรก · First day.',
  titleTh: 'ชื่อไทยตามพจนานุกรม · Thai title, by the Thai dictionary.',
  status: 'สถานะ · Status.',
  updatedAt: 'แก้ไขล่าสุด · Last change.',
});

export const activityList: ListPolicy = {
  model: 'IntegrityActivity',
  shape: shapeOf('IntegrityActivity'),
  defaultOrder: { heldFrom: 'desc' },
};

builder.prismaObjectFields(Committee, (t) => ({
  meetings: t.relatedConnection(
    'meetings',
    {
      ...relatedList(activityList),
      description: 'การประชุมของคณะกรรมการ ล่าสุดก่อน · Meetings of the committee, latest first.',
      args: listArguments(IntegrityActivityWhere, IntegrityActivityOrder),
    },
    IntegrityActivityConnection,
  ),
}));

builder.prismaObjectFields(Agency, (t) => ({
  activities: t.relatedConnection(
    'activities',
    {
      ...relatedList(activityList),
      nullable: true,
      description: 'กิจกรรมของหน่วยงาน · Activities of the agency that the viewer may see, latest first.',
      args: listArguments(IntegrityActivityWhere, IntegrityActivityOrder),
    },
    IntegrityActivityConnection,
  ),
}));
