import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { AgencyKind, DistrictGroup } from '../agency/agency.enums.ts';
import { builder } from '../graphql/builder.ts';
import { givenText } from '../graphql/inputs/given-text.ts';
import { ProcessArea } from '../taxonomy/taxonomy.enums.ts';
import type { CentreFilter } from './centre-filter.ts';
import { GroupingEnum } from './grouping.ts';
import { yearArguments } from './years.ts';

export const CentreFilterInput = builder.inputRef<CentreFilter>('CentreFilter').implement({
  description:
    'ขอบเขตของภาพรวม ทุกข้อต้องเป็นจริง หากไม่ขอ จะนับเฉพาะหน่วยงานที่ ศปท.กทม. กำกับในช่วงนั้น ไม่รวมหน่วยงานตัวอย่าง · What an aggregate is about; every given part must hold. Unless it asks for others, agencies that the centre oversees at the time, and no samples.',
  fields: (t) => ({
    agencyCodes: t.stringList({
      description: 'รหัสหน่วยงาน ซึ่งนับทั้งหมดที่ระบุ · Codes of agencies; all that are named count, whatever they are.',
    }),
    agencyKinds: t.field({
      type: [AgencyKind],
      description: 'ประเภทหน่วยงาน หน่วยงานตัวอย่างนับเมื่อระบุไว้ที่นี่ · Kinds of agency; naming SAMPLE asks for samples.',
    }),
    includeSamples: t.boolean({
      description: 'นับหน่วยงานตัวอย่างที่แต่งขึ้นด้วย · Whether invented agencies count as well; the answer says so.',
    }),
    includeNotOverseen: t.boolean({
      description: 'นับหน่วยงานที่ ศปท.กทม. ไม่ได้กำกับด้วย · Whether agencies count that the centre does not oversee.',
    }),
    districtGroups: t.field({ type: [DistrictGroup], description: 'กลุ่มเขต · Groups of districts.' }),
    processAreas: t.field({
      type: [ProcessArea],
      description: 'กระบวนงาน (เฉพาะภาพรวมความเสี่ยง) · Process areas; only for aggregates of risks.',
    }),
  }),
});

/** The filter on "Agency", which a statement joins by that name. */
export function agencyCondition(filter: CentreFilter | null | undefined): Prisma.Sql {
  const parts = [
    filter?.agencyCodes
      ? Prisma.sql`"Agency".code = ANY(${filter.agencyCodes.map((code, index) => givenText(`filter.agencyCodes[${index}]`, code))})`
      : null,
    filter?.agencyKinds ? Prisma.sql`"Agency".kind::text = ANY(${[...filter.agencyKinds]})` : null,
    filter?.districtGroups ? Prisma.sql`"Agency"."districtGroup"::text = ANY(${[...filter.districtGroups]})` : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? Prisma.join(parts, ' AND ') : Prisma.sql`true`;
}

/** The filter on process areas; `column` holds that of a row. */
export const processCondition = (filter: CentreFilter | null | undefined, column: Prisma.Sql): Prisma.Sql =>
  filter?.processAreas ? Prisma.sql`${column}::text = ANY(${[...filter.processAreas]})` : Prisma.sql`true`;

/** The arguments of an aggregate by group, of one fiscal year or several. */
export const groupedArguments = builder.args((t) => ({
  ...yearArguments,
  groupBy: t.field({
    type: GroupingEnum,
    required: true,
    defaultValue: 'AGENCY',
    description: 'จัดกลุ่มตาม · What to group by.',
  }),
  filter: t.field({ type: CentreFilterInput, description: 'ขอบเขต · What to count.' }),
}));
