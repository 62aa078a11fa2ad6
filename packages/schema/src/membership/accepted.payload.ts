import { agencyById } from '../agency/agency.loader.ts';
import { Agency } from '../agency/agency.type.ts';
import { builder } from '../graphql/builder.ts';
import { RoleEnum } from '../graphql/enums.ts';
import type { Accepted } from '../tenancy/people.ts';

export const AcceptInvitationPayload = builder.objectRef<Accepted>('AcceptInvitationPayload').implement({
  description: 'บทบาทที่ได้รับ มีผลภายใน 10 วินาที · The role that was accepted; in force within 10 seconds.',
  fields: (t) => ({
    agency: t.field({
      type: Agency,
      nullable: true,
      description: 'หน่วยงาน บทบาทส่วนกลาง = null · The agency; null for a city role.',
      resolve: ({ agencyId }, _args, context, info) => agencyById(agencyId, context, info),
    }),
    role: t.expose('role', { type: RoleEnum, description: 'บทบาท · The role.' }),
  }),
});
