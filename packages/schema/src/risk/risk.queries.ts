import { builder } from '../graphql/builder.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { rootList } from '../graphql/paging/record-lists.ts';
import {
  Mitigation,
  MitigationConnection,
  MitigationOrder,
  MitigationWhere,
  mitigationList,
} from './mitigation.type.ts';
import { RegisterOrder, RegisterWhere, RiskRegister, RiskRegisterConnection, registerList } from './register.type.ts';
import { Risk, RiskConnection, RiskOrder, RiskWhere, riskList } from './risk.type.ts';

const riskRegisters = rootList((db) => db.riskRegister, registerList);
const risks = rootList((db) => db.risk, riskList);
const mitigations = rootList((db) => db.mitigation, mitigationList);

builder.queryFields((t) => ({
  riskRegisters: t.prismaConnection(
    {
      type: RiskRegister,
      ...riskRegisters,
      nullable: true,
      description:
        'ทะเบียนความเสี่ยงที่ผู้ใช้เห็นได้ · Risk registers that the viewer may see, newest first. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(RegisterWhere, RegisterOrder),
    },
    RiskRegisterConnection,
  ),
  risks: t.prismaConnection(
    {
      type: Risk,
      ...risks,
      nullable: true,
      description:
        'ความเสี่ยงที่ผู้ใช้เห็นได้ · Risks that the viewer may see, by code unless ordered otherwise. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(RiskWhere, RiskOrder),
    },
    RiskConnection,
  ),
  mitigations: t.prismaConnection(
    {
      type: Mitigation,
      ...mitigations,
      nullable: true,
      description:
        'มาตรการจัดการความเสี่ยงที่ผู้ใช้เห็นได้ · Mitigations that the viewer may see, by due date. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(MitigationWhere, MitigationOrder),
    },
    MitigationConnection,
  ),
}));
