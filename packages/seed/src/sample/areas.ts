import { ItaArea, type ProcessArea } from '@registry/prisma/generated/client/enums.ts';
import type { SampleAgency } from '../reference/sample-agencies.ts';
import { agencyId } from '../rows/identifiers.ts';
import type { TenantRows } from '../rows/tenant-rows.ts';
import { identifierOf, registerIdOf } from './identifier-of.ts';

/** The area of the bribery form to which a sample risk of a process belongs. */
export const areaOf: Readonly<Record<ProcessArea, ItaArea>> = {
  APPROVE_PERMIT: 'APPROVAL_PERMIT',
  REGISTRATION: 'APPROVAL_PERMIT',
  LICENSING: 'APPROVAL_PERMIT',
  INSPECTION: 'DUTY_POWER',
  OTHER: 'DUTY_POWER',
  PROCUREMENT: 'BUDGET_RESOURCES',
  ALLOWANCE_CLAIM: 'BUDGET_RESOURCES',
  CASH_RECEIPT: 'BUDGET_RESOURCES',
  FINES_CUSTODY: 'BUDGET_RESOURCES',
  STATE_PROPERTY: 'BUDGET_RESOURCES',
  RECRUITMENT: 'PERSONNEL',
};

/** Says of each area in which the register of a year has no risk, why. */
export function addAreasWithoutRisk(
  { code }: SampleAgency,
  fiscalYear: number,
  processAreas: readonly ProcessArea[],
  rows: TenantRows,
): void {
  const answered = new Set(processAreas.map((area) => areaOf[area]));
  for (const area of Object.values(ItaArea).filter((each) => !answered.has(each))) {
    rows.areaWithoutRisk.push({
      id: identifierOf(code, 'area-without-risk', fiscalYear, area),
      agencyId: agencyId(code),
      registerId: registerIdOf(code, fiscalYear),
      area,
      reasonTh: 'ข้อมูลตัวอย่าง: ปีนี้ไม่มีงานในด้านนี้ที่มีโอกาสเกิดการรับสินบน',
    });
  }
}
