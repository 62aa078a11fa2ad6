import { isCityAdministrator } from '../../access/access.rules.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { agencyByCode } from '../agency.inputs.ts';
import { AgencyPayload } from '../agency.payload.ts';
import { Agency } from '../agency.type.ts';
import { onClosableAgency, problemsOfClosing } from '../agency-standing.ts';
import { openAgency } from '../find-agency.ts';

const CloseAgencyInput = builder.inputType('CloseAgencyInput', {
  description: 'การปิดหน่วยงาน · The end of an agency, as of today.',
  fields: (t) => ({
    agencyId: t.globalID({ for: Agency, required: true, description: 'หน่วยงาน · The agency.' }),
    ...atVersion(t, 'agency'),
    successorCode: t.string({
      description: 'รหัสหน่วยงานที่รับช่วง ไม่มี = เว้นว่าง · Code of the agency that follows it; none when there is none.',
    }),
    reason: t.string({
      required: true,
      description:
        'เหตุผล เก็บไว้ในประวัติการแก้ไข ไม่เกิน 4,000 ตัวอักษร · Why; kept in the audit trail, at most 4,000 characters.',
    }),
  }),
});

act({
  name: 'closeAgency',
  description:
    'ปิดหน่วยงานในวันนี้ สมาชิกภาพ คำเชิญ และการกำกับดูแลสิ้นสุด ระเบียนคงเดิมและแก้ไขไม่ได้อีก · Closes an agency today: memberships, invitations and oversight end. Its records stay as they are, and are seen as before; nobody changes them any more, and what it published stays public.',
  by: isCityAdministrator,
  on: onClosableAgency,
  errors: {
    NOT_FOUND: true,
    INVALID_INPUT: 'กำกับหน่วยงานอื่นอยู่ · overseeing others',
    ILLEGAL_TRANSITION: 'ปิดแล้ว · closed',
  },
  input: CloseAgencyInput,
  payload: AgencyPayload,
  reason: ({ reason }) => reason,
  work: async ({ agencyId: { id }, expectedVersion, successorCode, reason }, tx) => {
    await openAgency(tx, id);
    const today = todayInBangkok();
    const check = new Check();
    check.text('reason', reason, { max: TEXT_MAX });
    const successorId = (await agencyByCode(tx, check, { field: 'successorCode', code: successorCode })) ?? null;
    if (successorId === id) check.add('successorCode', 'หน่วยงานรับช่วงตนเองไม่ได้', 'An agency does not follow itself.');
    const oversees = await tx.db.oversight.findMany({
      where: { centreId: id },
      select: { validFrom: true, validTo: true },
    });
    check.include(problemsOfClosing({ oversees }));
    check.refuse();
    await requireVersion(
      tx.db.agency.updateMany({
        where: { id, version: expectedVersion },
        data: { closedOn: today, successorId, version: { increment: 1 } },
      }),
    );
    return { agencyId: id };
  },
});
