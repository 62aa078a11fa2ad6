import { builder } from '../graphql/builder.ts';
import { countedList } from '../graphql/paging/counted-list.ts';
import { listArguments, orderedArguments } from '../graphql/paging/list-arguments.ts';
import { pagesOf } from '../graphql/paging/pages-of.ts';
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

const riskRegisters = countedList((context) => agencyDb(context).riskRegister, registerList);
const risks = countedList((context) => agencyDb(context).risk, riskList);
const mitigations = countedList((context) => agencyDb(context).mitigation, mitigationList);

builder.queryFields((t) => ({
  riskRegisters: t.prismaConnection(
    {
      type: RiskRegister,
      cursor: 'id',
      extensions: pagesOf(registerList),
      nullable: true,
      description:
        'ทะเบียนความเสี่ยงที่ผู้ใช้เห็นได้ · Risk registers that the viewer may see, newest first. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: orderedArguments(RegisterWhere, RegisterOrder),
      totalCount: riskRegisters.totalCount,
      resolve: (query, _root, args, context, info) =>
        agencyDb(context).riskRegister.findMany({ ...query, ...riskRegisters.page(query, args, context, info) }),
    },
    RiskRegisterConnection,
  ),
  risks: t.prismaConnection(
    {
      type: Risk,
      cursor: 'id',
      extensions: pagesOf(riskList),
      nullable: true,
      description:
        'ความเสี่ยงที่ผู้ใช้เห็นได้ · Risks that the viewer may see, by code unless ordered otherwise. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(RiskWhere, RiskOrder),
      totalCount: risks.totalCount,
      resolve: (query, _root, args, context, info) =>
        agencyDb(context).risk.findMany({ ...query, ...risks.page(query, args, context, info) }),
    },
    RiskConnection,
  ),
  mitigations: t.prismaConnection(
    {
      type: Mitigation,
      cursor: 'id',
      extensions: pagesOf(mitigationList),
      nullable: true,
      description:
        'มาตรการจัดการความเสี่ยงที่ผู้ใช้เห็นได้ · Mitigations that the viewer may see, by due date. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(MitigationWhere, MitigationOrder),
      totalCount: mitigations.totalCount,
      resolve: (query, _root, args, context, info) =>
        agencyDb(context).mitigation.findMany({ ...query, ...mitigations.page(query, args, context, info) }),
    },
    MitigationConnection,
  ),
}));
