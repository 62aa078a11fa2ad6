import { isCityAdministrator } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { agencyByCode, agencyFields, checkDistrict, checkDopaCode, checkedAgency } from '../agency.inputs.ts';
import { AgencyPayload } from '../agency.payload.ts';
import { Agency } from '../agency.type.ts';
import { onOpenAgency } from '../agency-standing.ts';
import { openAgency } from '../find-agency.ts';
import { lockAgencies } from '../structure-lock.ts';
import { isBeneath } from '../unit-tree.logic.ts';

const EditAgencyInput = builder.inputType('EditAgencyInput', {
  description: 'การแก้ไขหน่วยงาน ช่องที่ไม่ระบุคงเดิม · A change of an agency; what is absent stays as it is.',
  fields: (t) => ({
    agencyId: t.globalID({ for: Agency, required: true, description: 'หน่วยงาน · The agency.' }),
    ...atVersion(t, 'agency'),
    nameTh: t.string({ description: 'ชื่อภาษาไทย ไม่เกิน 500 ตัวอักษร · Name in Thai, at most 500 characters.' }),
    nameEn: t.string({ description: 'ชื่อภาษาอังกฤษ ไม่เกิน 500 ตัวอักษร · Name in English, at most 500 characters.' }),
    ...agencyFields(t),
  }),
});

act({
  name: 'editAgency',
  description:
    'แก้ไขชื่อและสังกัดของหน่วยงาน · Edits the names of an agency and where it belongs; its code and kind never change.',
  by: isCityAdministrator,
  on: onOpenAgency,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: 'ปิดแล้ว · closed' },
  input: EditAgencyInput,
  payload: AgencyPayload,
  work: async ({ agencyId: { id }, expectedVersion, ...input }, tx) => {
    const { kind } = await openAgency(tx, id);
    const check = new Check();
    const data = checkedAgency(check, input);
    checkDistrict(check, kind, input);
    await checkDopaCode(tx, check, data.dopaCode, id);
    const parentId = await agencyByCode(tx, check, { field: 'parentCode', code: input.parentCode });
    if (parentId) {
      lockAgencies(tx);
      const all = await tx.db.agency.findMany({ select: { id: true, parentId: true } });
      if (isBeneath(all, parentId, id))
        check.add('parentCode', 'หน่วยงานสังกัดตนเองไม่ได้', 'An agency does not belong to itself, nor to one beneath it.');
    }
    check.refuse();
    const { districtGroup } = input;
    await requireVersion(
      tx.db.agency.updateMany({
        where: { id, version: expectedVersion },
        data: { ...data, districtGroup, parentId, version: { increment: 1 } },
      }),
    );
    return { agencyId: id };
  },
});
