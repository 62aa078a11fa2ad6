import { activityById } from '../../activity/activity.loader.ts';
import { agencyById } from '../../agency/agency.loader.ts';
import { Agency } from '../../agency/agency.type.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { declarationById } from '../../declaration/declaration.loader.ts';
import { delegationOrderById } from '../../delegation/delegation.loader.ts';
import { findingById } from '../../finding/finding.loader.ts';
import { giftReportById } from '../../gift/gift.loader.ts';
import { builder } from '../../graphql/builder.ts';
import { enumOf } from '../../graphql/enums.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { RuleBasis } from '../../graphql/rule-basis.ts';
import { auditObservationById, internalAuditById } from '../../internal-audit/internal-audit.loader.ts';
import { reviewCommentById } from '../../lifecycle/history/review-comment.loader.ts';
import { oitItemById } from '../../oit/oit.loader.ts';
import { planById, projectById } from '../../plan/plan.loader.ts';
import { publicItemById } from '../../publication/publication.loader.ts';
import { yearReportById } from '../../report/report.loader.ts';
import { mitigationById, registerById, riskById } from '../../risk/risk.loader.ts';
import { swotAnalysisById } from '../../swot/swot.loader.ts';
import { Viewer } from '../viewer.type.ts';
import type { SubjectType, TaskKind, Task as TaskShape } from './task.ts';
import { type TaskCount as TaskCountShape, taskCountsOfViewer, taskSources, tasksOfViewer } from './tasks.loader.ts';

/** One statement for all subjects of a type, with what the client selected of each. */
const subjectById = {
  Plan: planById,
  SwotAnalysis: swotAnalysisById,
  RiskRegister: registerById,
  YearReport: yearReportById,
  ReviewComment: reviewCommentById,
  Mitigation: mitigationById,
  Risk: riskById,
  DelegationOrder: delegationOrderById,
  Project: projectById,
  Finding: findingById,
  Declaration: declarationById,
  IntegrityActivity: activityById,
  PublicItem: publicItemById,
  GiftReport: giftReportById,
  InternalAudit: internalAuditById,
  AuditObservation: auditObservationById,
  OitItem: oitItemById,
} as const satisfies Readonly<Record<SubjectType, unknown>>;

const TASKS_MAX = 100;

const entries = taskSources.map(({ kind, meaning }) => [kind, meaning]);
const meanings: Record<TaskKind, string> = Object.fromEntries(entries);

const TaskKindEnum = enumOf<TaskKind>('TaskKind', 'ชนิดของงาน · Kind of task.', meanings);

const Task = builder.objectRef<TaskShape>('Task').implement({
  description: 'งานที่รอผู้ใช้ คำนวณจากข้อมูลในขณะที่ถาม · Something that waits for the viewer, computed when it is asked.',
  fields: (t) => ({
    kind: t.expose('kind', { type: TaskKindEnum, description: 'ชนิด · Kind.' }),
    titleTh: t.exposeString('titleTh', { description: 'ข้อความภาษาไทย · What is to be done, in Thai.' }),
    titleEn: t.exposeString('titleEn', { description: 'ข้อความภาษาอังกฤษ · What is to be done, in English.' }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      nullable: true,
      description: 'กำหนด · Due date; null when there is none.',
    }),
    basis: t.expose('basis', { type: RuleBasis, description: 'สิ่งที่กำหนดให้ทำ · What asks for it.' }),
    basisTh: t.exposeString('basisTh', {
      description: 'ที่มาของสิ่งที่กำหนดให้ทำ · Where that is said: the law, the document, or the registry’s own rule.',
    }),
    isOverdue: t.boolean({
      description: 'เกินกำหนดแล้วหรือไม่ · Whether the due date has passed, for today in Bangkok.',
      resolve: ({ dueOn }) => dueOn !== null && dueOn < todayInBangkok(),
    }),
    subject: t.field({
      type: builder.nodeInterfaceRef(),
      nullable: true,
      description: 'สิ่งที่ต้องดำเนินการ · What it is about.',
      resolve: async ({ type, id }, _args, context, info) => {
        const record = await subjectById[type](id, context, info, type);
        return record && { ...record, __typename: type };
      },
    }),
    agency: t.field({
      type: Agency,
      nullable: true,
      description: 'หน่วยงาน · The agency concerned.',
      resolve: ({ agencyId }, _args, context, info) => agencyById(agencyId, context, info),
    }),
  }),
});

const TaskCount = builder.objectRef<TaskCountShape>('TaskCount').implement({
  description: 'จำนวนงานที่รอผู้ใช้ของชนิดหนึ่ง · How much of a kind waits for the viewer.',
  fields: (t) => ({
    kind: t.expose('kind', { type: TaskKindEnum, description: 'ชนิด · Kind.' }),
    count: t.exposeInt('count', { description: 'จำนวนงาน · How many tasks.' }),
    overdueCount: t.exposeInt('overdueCount', {
      description: 'จำนวนที่เกินกำหนด · How many of them are overdue, for today in Bangkok.',
    }),
  }),
});

builder.objectFields(Viewer, (t) => ({
  taskCounts: t.field({
    type: [TaskCount],
    listSize: taskSources.length,
    description:
      'จำนวนงานที่รอผู้ใช้ แยกตามชนิดทุกชนิดที่บทบาทของผู้ใช้อาจมี รวมชนิดที่ไม่มี · How much of each kind waits for the viewer, every kind that its roles may have to do, also where there is nothing; empty for roles that have nothing to do here.',
    resolve: (_viewer, _args, context) => taskCountsOfViewer(context),
  }),
  tasks: t.field({
    type: [Task],
    listSize: ({ first }) => Math.max(0, first),
    description:
      'งานที่รอผู้ใช้ตามบทบาท กำหนดใกล้สุดก่อน · What waits for the viewer by its roles, soonest first; empty for roles that have nothing to do here. Errors: INVALID_INPUT.',
    args: {
      first: t.arg.int({
        required: true,
        defaultValue: 50,
        description: `จำนวนที่ขอ (1-${TASKS_MAX}) · How many, 1 to ${TASKS_MAX}.`,
      }),
      kinds: t.arg({
        type: [TaskKindEnum],
        description: 'เฉพาะงานชนิดเหล่านี้ ไม่ระบุ = ทุกชนิด · Only tasks of these kinds; all when it is left out.',
      }),
    },
    resolve: (_viewer, { first, kinds }, context) => {
      const check = new Check();
      check.within('first', first, 1, TASKS_MAX);
      check.refuse();
      return tasksOfViewer(context, first, kinds);
    },
  }),
}));
