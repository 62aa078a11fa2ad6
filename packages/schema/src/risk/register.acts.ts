import { builder } from '../core/builder.ts';
import { listQuery } from '../core/connection.ts';
import { objects } from '../core/cost.ts';
import { listArguments } from '../core/list-arguments.ts';
import { todayInBangkok } from '../core/today.logic.ts';
import { EditionConnection, EditionOrder, EditionWhere, editionList } from '../lifecycle/edition.type.ts';
import { LifecycleAct } from '../lifecycle/lifecycle.enums.ts';
import { recordActs } from '../lifecycle/record-acts.ts';
import { RecordChange } from '../lifecycle/record-change.type.ts';
import { changesSince, openRecordActs, SubmissionProblem } from '../lifecycle/record-fields.ts';
import { newestChangeFirst } from '../lifecycle/status-change.type.ts';
import { agencyDb, type ScopedDb } from '../tenancy/tenancy.ts';
import { RiskRegister } from './register.type.ts';
import { Risk } from './risk.type.ts';
import { submissionProblems } from './submission.logic.ts';

export const RiskRegisterPayload = builder.objectRef<{ id: string }>('RiskRegisterPayload').implement({
  description: 'ทะเบียนความเสี่ยงหลังการเปลี่ยนแปลง · The risk register after the change.',
  fields: (t) => ({
    riskRegister: t.prismaField({
      type: RiskRegister,
      description: 'ทะเบียนความเสี่ยง · The risk register.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).riskRegister.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

async function missing(db: ScopedDb, id: string) {
  const register = await db.riskRegister.findUniqueOrThrow({
    where: { id },
    select: {
      method: { select: { id: true, levels: true } },
      risks: {
        orderBy: { code: 'asc' },
        include: { causes: true, assessments: true, mitigations: true, acceptances: true },
      },
    },
  });
  return submissionProblems(register, todayInBangkok());
}

recordActs({
  model: 'RiskRegister',
  kind: 'RISK_REGISTER',
  nameTh: 'ทะเบียนความเสี่ยง',
  nameEn: 'risk register',
  ref: RiskRegister,
  payload: RiskRegisterPayload,
  link: (registerId) => ({ registerId }),
  find: async (db, id) => {
    const register = await db.riskRegister.findUnique({
      where: { id },
      select: { id: true, agencyId: true, status: true, fiscalYear: true, agency: { select: { nameTh: true } } },
    });
    return (
      register && {
        ...register,
        titleTh: `ทะเบียนความเสี่ยงการทุจริต ${register.agency.nameTh} ปีงบประมาณ ${register.fiscalYear}`,
      }
    );
  },
  move: (db, { id, version, status }, to) =>
    db.riskRegister.updateMany({ where: { id, version, status }, data: { status: to, version: { increment: 1 } } }),
  missing,
  items: {
    ref: Risk,
    column: 'riskId',
    among: (db, registerId, ids) => db.risk.findMany({ where: { registerId, id: { in: ids } }, select: { id: true } }),
  },
});

builder.prismaObjectFields(RiskRegister, (t) => ({
  statusChanges: t.relation('statusChanges', {
    description: 'ประวัติสถานะ ใหม่สุดก่อน · Changes of its status, newest first.',
    query: newestChangeFirst,
  }),
  editions: t.relatedConnection(
    'editions',
    {
      cursor: 'id',
      totalCount: true,
      description: 'ฉบับที่เผยแพร่ · Published editions of the register.',
      args: listArguments(EditionWhere, EditionOrder),
      query: (args) => listQuery(args, editionList),
    },
    EditionConnection,
  ),
  openActs: t.field({
    type: [LifecycleAct],
    description: 'ขั้นตอนที่ผู้ใช้ทำได้ในสถานะนี้ · Steps of the life cycle that the viewer may take now.',
    select: { status: true },
    resolve: ({ status }, _args, context) => openRecordActs(context, status),
  }),
  missing: t.field({
    type: [SubmissionProblem],
    description: 'สิ่งที่ยังขาดก่อนส่งให้ ศปท.กทม. · What is missing before it can be submitted; empty when nothing is.',
    complexity: objects(20),
    select: { id: true },
    resolve: ({ id }, _args, context) => missing(agencyDb(context), id),
  }),
  changes: t.field({
    type: [RecordChange],
    nullable: true,
    description:
      'สิ่งที่เปลี่ยนจากฉบับที่เผยแพร่ เห็นเฉพาะหน่วยงานเจ้าของ · What changed since an edition; null when there is no such edition. For the agency itself.',
    complexity: objects(20),
    args: { sinceEdition: t.arg.int({ required: true, description: 'ฉบับที่ใช้เทียบ · Number of the edition.' }) },
    select: { id: true },
    resolve: ({ id }, { sinceEdition }, context) =>
      changesSince(context, { kind: 'RISK_REGISTER', id, link: { registerId: id } }, sinceEdition),
  }),
}));
