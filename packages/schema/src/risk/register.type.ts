import { Agency } from '../agency/agency.type.ts';
import { builder } from '../graphql/builder.ts';
import { Origin, RecordStatus } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';
import { recordVersion } from '../lifecycle/record/record-version.logic.ts';

export const RiskRegister = builder.prismaNode('RiskRegister', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานเจ้าของ · The agency that owns the register.' }),
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear' }),
    status: t.expose('status', { type: RecordStatus }),
    method: t.relation('method', { nullable: true }),
    noteTh: t.exposeString('noteTh', { nullable: true }),
    noteEn: t.exposeString('noteEn', { nullable: true }),
    origin: t.expose('origin', { type: Origin }),
    sourceDocument: t.exposeString('sourceDocument', { nullable: true }),
    sourceSection: t.exposeString('sourceSection', { nullable: true }),
    version: t.int(recordVersion),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'แก้ไขล่าสุด · Last change.' }),
  }),
});

export const RiskRegisterConnection = builder.connectionObject({ type: RiskRegister, name: 'RiskRegisterConnection' });

export const RegisterWhere = whereInput(
  'RiskRegisterWhere',
  { th: 'ทะเบียนความเสี่ยง', en: 'risk registers' },
  {},
  { loaded: ['carriedFrom', 'committee'] },
);

export const RegisterOrder = orderInput(
  'RiskRegisterOrder',
  { th: 'ทะเบียนความเสี่ยง', en: 'risk registers' },
  { fiscalYear: 'ปีงบประมาณ · Fiscal year.', status: 'สถานะ · Status.', updatedAt: 'แก้ไขล่าสุด · Last change.' },
);

export const registerList: ListPolicy = {
  model: 'RiskRegister',
  shape: shapeOf('RiskRegister'),
  defaultOrder: { fiscalYear: 'desc' },
};

builder.prismaObjectFields(Agency, (t) => ({
  riskRegisters: t.relatedConnection(
    'riskRegisters',
    {
      ...relatedList(registerList),
      nullable: true,
      description: 'ทะเบียนความเสี่ยงของหน่วยงาน · Risk registers of the agency that the viewer may see, newest first.',
      args: listArguments(RegisterWhere, RegisterOrder),
    },
    RiskRegisterConnection,
  ),
}));
