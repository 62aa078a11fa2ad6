import { agencyId, positionId, unitId } from '../identifiers.ts';
import { agencies } from '../reference/agencies.ts';
import type { TenantRows } from '../tenant-rows.ts';

/** The units and positions that the documents name for an agency. */
export function addStructure(agencyCode: string, rows: TenantRows): void {
  const agency = agencies.find(({ code }) => code === agencyCode);
  const owner = agencyId(agencyCode);
  for (const { code, parentCode, nameTh, nameEn } of agency?.units ?? []) {
    rows.unit.push({
      id: unitId(agencyCode, code),
      agencyId: owner,
      parentId: parentCode ? unitId(agencyCode, parentCode) : null,
      code,
      nameTh,
      nameEn,
      origin: 'DOCUMENT',
    });
  }
  for (const { code, titleTh, titleEn, unitCode, isHead } of agency?.positions ?? []) {
    rows.position.push({
      id: positionId(agencyCode, code),
      agencyId: owner,
      unitId: unitCode ? unitId(agencyCode, unitCode) : null,
      code,
      titleTh,
      titleEn,
      isHead,
      origin: 'DOCUMENT',
    });
  }
}
