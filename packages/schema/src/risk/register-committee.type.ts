import { committeeById } from '../committee/committee.loader.ts';
import { Committee } from '../committee/committee.type.ts';
import { builder } from '../graphql/builder.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';
import { RegisterOrder, RegisterWhere, RiskRegister, RiskRegisterConnection, registerList } from './register.type.ts';

builder.prismaObjectFields(RiskRegister, (t) => ({
  committee: t.field({
    type: Committee,
    nullable: true,
    description:
      'คณะกรรมการหรือคณะทำงานที่ประเมินความเสี่ยง · The committee that assesses the risks; null when none is named or the viewer may not see it.',
    select: { committeeId: true },
    resolve: ({ committeeId }, _args, context, info) => committeeById(committeeId, context, info),
  }),
}));

builder.prismaObjectFields(Committee, (t) => ({
  riskRegisters: t.relatedConnection(
    'riskRegisters',
    {
      ...relatedList(registerList),
      description:
        'ทะเบียนความเสี่ยงที่คณะกรรมการประเมิน ปีล่าสุดก่อน · Risk registers that name the committee, latest year first.',
      args: listArguments(RegisterWhere, RegisterOrder),
    },
    RiskRegisterConnection,
  ),
}));
