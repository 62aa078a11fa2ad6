import { agencies } from '../reference/agencies.ts';
import { agencyId, positionId, unitId } from '../rows/identifiers.ts';
import type { TenantRows } from '../rows/tenant-rows.ts';
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
  for (const { unitCode, document, section, ...position } of agency?.positions ?? []) {
    rows.position.push({
      id: positionId(agencyCode, position.code),
      agencyId: owner,
      unitId: unitCode ? unitId(agencyCode, unitCode) : null,
      ...position,
      ...fromDocument(document, section),
    });
  }
}
