import { agencyId, positionId, unitId } from '../identifiers.ts';
import { agencies } from '../reference/agencies.ts';
import type { TenantRows } from '../tenant-rows.ts';
import { fromDocument } from './source.ts';

/** The units and positions that the documents name for an agency. */
export function addStructure(agencyCode: string, rows: TenantRows): void {
  const agency = agencies.find(({ code }) => code === agencyCode);
  const owner = agencyId(agencyCode);
  for (const { parentCode, document, section, ...unit } of agency?.units ?? []) {
    rows.unit.push({
      id: unitId(agencyCode, unit.code),
      agencyId: owner,
      parentId: parentCode ? unitId(agencyCode, parentCode) : null,
      ...unit,
      ...fromDocument(document, section),
    });
  }
  for (const { code, titleTh, titleEn, unitCode, isHead, inferred } of agency?.positions ?? []) {
    rows.position.push({
      id: positionId(agencyCode, code),
      agencyId: owner,
      unitId: unitCode ? unitId(agencyCode, unitCode) : null,
      code,
      titleTh,
      titleEn,
      isHead,
      inferred,
      origin: 'DOCUMENT',
    });
  }
}
