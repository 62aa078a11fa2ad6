import { isKeeperOfMembers } from '../../access/access.rules.ts';
import { illegalTransition, notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen, statesOf } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { InvitationPayload } from '../invitation.payload.ts';
import { Invitation } from '../invitation.type.ts';
import { stateOfInvitation } from '../membership.logic.ts';

const WithdrawInvitationInput = builder.inputType('WithdrawInvitationInput', {
  description: 'คำเชิญที่จะถอน · The invitation that is withdrawn.',
  fields: (t) => ({
    invitationId: t.globalID({ for: Invitation, required: true, description: 'คำเชิญ · The invitation.' }),
    ...atVersion(t, 'invitation'),
  }),
});

const select = { id: true, acceptedAt: true, withdrawnAt: true, expiresAt: true } as const;

/** What was accepted or withdrawn is not withdrawn. */
function requireUnanswered(invitation: Parameters<typeof stateOfInvitation>[0]): void {
  const state = stateOfInvitation(invitation, new Date());
  if (state === 'ACCEPTED' || state === 'WITHDRAWN')
    throw illegalTransition(state, 'คำเชิญนี้รับหรือถอนไปแล้ว', 'The invitation was accepted or withdrawn.');
}

const invitations = statesOf('Invitation', (db, ids) => db.invitation.findMany({ where: { id: { in: ids } }, select }));

act({
  name: 'withdrawInvitation',
  description: 'ถอนคำเชิญ รหัสใช้ไม่ได้อีก · Withdraws an invitation: its code is good for nothing from now on.',
  by: isKeeperOfMembers,
  on: onWhen(invitations, requireUnanswered),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: 'รับหรือถอนไปแล้ว · accepted or withdrawn' },
  input: WithdrawInvitationInput,
  payload: InvitationPayload,
  work: async ({ invitationId: { id }, expectedVersion }, { db, accountId }) => {
    const found = await db.invitation.findUnique({ where: { id }, select });
    if (!found) throw notFound('invitationId');
    requireUnanswered(found);
    await requireVersion(
      db.invitation.updateMany({
        where: { id, version: expectedVersion, acceptedAt: null },
        data: { withdrawnAt: new Date(), withdrawnById: accountId, version: { increment: 1 } },
      }),
    );
    return { invitationId: id };
  },
});
