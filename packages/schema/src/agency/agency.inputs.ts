import type { Check } from '../graphql/inputs/check.ts';
import { NAME_MAX, TEXT_MAX } from '../graphql/inputs/check.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';
import { DistrictGroup } from './agency.enums.ts';

const LETTERS = TEXT_MAX.toLocaleString('en');

/** What an administrator of the city says of an agency besides its names. */
export const agencyFields = (t: InputFieldBuilder) => ({
  dopaCode: t.int({
    description:
      'รหัสเขตของกรมการปกครอง 1001 ถึง 1099 เฉพาะสำนักงานเขต · Code of the district, from 1001 to 1099; district offices only.',
  }),
  districtGroup: t.field({
    type: DistrictGroup,
    description: 'กลุ่มเขต เฉพาะสำนักงานเขต · Group of districts; district offices only.',
  }),
  parentCode: t.string({
    description: 'รหัสหน่วยงานต้นสังกัด · Code of the agency that it belongs to; none for one at the top.',
  }),
  noteTh: t.string({ description: `หมายเหตุ ไม่เกิน ${LETTERS} ตัวอักษร · Note in Thai, at most ${LETTERS} characters.` }),
});

type Given = {
  readonly nameTh?: string | null | undefined;
  readonly nameEn?: string | null | undefined;
  readonly dopaCode?: number | null | undefined;
  readonly districtGroup?: string | null | undefined;
  readonly noteTh?: string | null | undefined;
};

/** Names, code of the district and note as they are kept. */
export const checkedAgency = (check: Check, given: Given) => ({
  nameTh: check.text('nameTh', given.nameTh, { max: NAME_MAX }),
  nameEn: check.text('nameEn', given.nameEn, { max: NAME_MAX }),
  dopaCode: check.within('dopaCode', given.dopaCode, 1001, 1099),
  noteTh: check.optionalText('noteTh', given.noteTh, { max: TEXT_MAX }),
});

/** District offices alone have a group and a code of their district. */
export function checkDistrict(check: Check, kind: string, given: Pick<Given, 'dopaCode' | 'districtGroup'>): void {
  if (kind === 'DISTRICT_OFFICE') return;
  for (const field of ['dopaCode', 'districtGroup'] as const)
    if (given[field]) check.add(field, 'มีได้เฉพาะสำนักงานเขต', 'District offices alone have it.');
}

/** The id of an open agency that is named by its code; null for none, undefined where nothing was said. */
export async function agencyByCode(
  { db }: ActTransaction,
  check: Check,
  { field, code }: { readonly field: string; readonly code: string | null | undefined },
): Promise<string | null | undefined> {
  if (code === null || code === undefined) return code;
  const found = await db.agency.findUnique({
    where: { code: code.trim().toUpperCase() },
    select: { id: true, closedOn: true },
  });
  if (!found) check.add(field, `${field}: ไม่มีหน่วยงานรหัสนี้`, `${field}: there is no agency of this code.`);
  else if (found.closedOn) check.add(field, `${field}: หน่วยงานนี้ปิดแล้ว`, `${field}: this agency is closed.`);
  return found?.id;
}

/** Says so when another agency is the office of the same district. */
export async function checkDopaCode(
  { db }: ActTransaction,
  check: Check,
  dopaCode: number | null | undefined,
  ownId?: string,
): Promise<void> {
  if (typeof dopaCode !== 'number') return;
  const other = await db.agency.findFirst({ where: { dopaCode, id: { not: ownId } }, select: { code: true } });
  if (other) check.add('dopaCode', `เป็นรหัสของ ${other.code}`, `It is the code of ${other.code}.`);
}
