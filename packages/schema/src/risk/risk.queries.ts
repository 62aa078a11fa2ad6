import { builder } from '../core/builder.ts';
import { listQuery } from '../core/connection.ts';
import { listArguments, orderedArguments } from '../core/list-arguments.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import {
  Mitigation,
  MitigationConnection,
  MitigationOrder,
  MitigationWhere,
  mitigationList,
} from './mitigation.type.ts';
import { RegisterOrder, RegisterWhere, RiskRegister, RiskRegisterConnection, registerList } from './register.type.ts';
import { Risk, RiskConnection, RiskOrder, RiskWhere, riskList } from './risk.type.ts';

builder.queryFields((t) => ({
  riskRegisters: t.prismaConnection(
    {
      type: RiskRegister,
      cursor: 'id',
      nullable: true,
      description:
        'ทะเบียนความเสี่ยงที่ผู้ใช้เห็นได้ · Risk registers that the viewer may see, newest first. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: orderedArguments(RegisterWhere, RegisterOrder),
      totalCount: (_root, args, context) =>
        agencyDb(context).riskRegister.count({ where: listQuery(args, registerList).where }),
      resolve: (query, _root, args, context) =>
        agencyDb(context).riskRegister.findMany({ ...query, ...listQuery(args, registerList) }),
    },
    RiskRegisterConnection,
  ),
  risks: t.prismaConnection(
    {
      type: Risk,
      cursor: 'id',
      nullable: true,
      description:
        'ความเสี่ยงที่ผู้ใช้เห็นได้ · Risks that the viewer may see, by code unless ordered otherwise. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(RiskWhere, RiskOrder),
      totalCount: (_root, args, context) => agencyDb(context).risk.count({ where: listQuery(args, riskList).where }),
      resolve: (query, _root, args, context) =>
        agencyDb(context).risk.findMany({ ...query, ...listQuery(args, riskList) }),
    },
    RiskConnection,
  ),
  mitigations: t.prismaConnection(
    {
      type: Mitigation,
      cursor: 'id',
      nullable: true,
      description:
        'มาตรการจัดการความเสี่ยงที่ผู้ใช้เห็นได้ · Mitigations that the viewer may see, by due date. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(MitigationWhere, MitigationOrder),
      totalCount: (_root, args, context) =>
        agencyDb(context).mitigation.count({ where: listQuery(args, mitigationList).where }),
      resolve: (query, _root, args, context) =>
        agencyDb(context).mitigation.findMany({ ...query, ...listQuery(args, mitigationList) }),
    },
    MitigationConnection,
  ),
}));
