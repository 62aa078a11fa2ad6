import type { SampleAgency } from '../reference/sample-agencies.ts';
import { day } from '../rows/calendar.ts';
import { positionId, unitId } from '../rows/identifiers.ts';
import type { TenantRows } from '../rows/tenant-rows.ts';
import { identifierOf } from './identifier-of.ts';
import { statutoryPowers } from './statutory-powers.ts';

/** Sections of a district office. Their codes are used by the templates of projects, risks and orders. */
export const sampleUnits = [
  { code: 'ADM', nameTh: 'ฝ่ายปกครอง', nameEn: 'Administration Section' },
  { code: 'REG', nameTh: 'ฝ่ายทะเบียน', nameEn: 'Registration Section' },
  { code: 'WRK', nameTh: 'ฝ่ายโยธา', nameEn: 'Public Works Section' },
  { code: 'ENV', nameTh: 'ฝ่ายสิ่งแวดล้อมและสุขาภิบาล', nameEn: 'Environment and Sanitation Section' },
  { code: 'REV', nameTh: 'ฝ่ายรายได้', nameEn: 'Revenue Section' },
  { code: 'CLN', nameTh: 'ฝ่ายรักษาความสะอาดและสวนสาธารณะ', nameEn: 'Cleansing and Public Parks Section' },
  { code: 'INS', nameTh: 'ฝ่ายเทศกิจ', nameEn: 'City Law Enforcement Section' },
  { code: 'FIN', nameTh: 'ฝ่ายการคลัง', nameEn: 'Finance Section' },
] as const;

export type SampleUnitCode = (typeof sampleUnits)[number]['code'];

export const samplePositions = [
  { code: 'DIR', unit: null, titleTh: 'ผู้อำนวยการเขต', titleEn: 'District Director', isHead: true },
  {
    code: 'ASST-1',
    unit: null,
    titleTh: 'ผู้ช่วยผู้อำนวยการเขต (๑)',
    titleEn: 'Assistant District Director (1)',
    isHead: false,
  },
  {
    code: 'ASST-2',
    unit: null,
    titleTh: 'ผู้ช่วยผู้อำนวยการเขต (๒)',
    titleEn: 'Assistant District Director (2)',
    isHead: false,
  },
  { code: 'HEAD-REG', unit: 'REG', titleTh: 'หัวหน้าฝ่ายทะเบียน', titleEn: 'Head of Registration Section', isHead: false },
  { code: 'HEAD-WRK', unit: 'WRK', titleTh: 'หัวหน้าฝ่ายโยธา', titleEn: 'Head of Public Works Section', isHead: false },
  {
    code: 'HEAD-ENV',
    unit: 'ENV',
    titleTh: 'หัวหน้าฝ่ายสิ่งแวดล้อมและสุขาภิบาล',
    titleEn: 'Head of Environment and Sanitation Section',
    isHead: false,
  },
  { code: 'HEAD-REV', unit: 'REV', titleTh: 'หัวหน้าฝ่ายรายได้', titleEn: 'Head of Revenue Section', isHead: false },
  {
    code: 'HEAD-INS',
    unit: 'INS',
    titleTh: 'หัวหน้าฝ่ายเทศกิจ',
    titleEn: 'Head of City Law Enforcement Section',
    isHead: false,
  },
  { code: 'HEAD-FIN', unit: 'FIN', titleTh: 'หัวหน้าฝ่ายการคลัง', titleEn: 'Head of Finance Section', isHead: false },
] as const;

export type SamplePositionCode = (typeof samplePositions)[number]['code'];

type SampleAppointment = {
  position: SamplePositionCode;
  actsFor: SamplePositionCode;
  capacity: 'ACTING' | 'ON_BEHALF';
  from: string;
  to: string;
  basisTh: string;
};

/** Days on which others stood in for the director of a sample district, long enough ago to change no answer about this year. */
const sampleAppointments: readonly SampleAppointment[] = [
  {
    position: 'ASST-1',
    actsFor: 'DIR',
    capacity: 'ACTING',
    from: '2024-04-16',
    to: '2024-04-26',
    basisTh: 'ลำดับผู้รักษาราชการแทนผู้อำนวยการเขต ระหว่างลาพักผ่อน (ตัวอย่าง)',
  },
  {
    position: 'ASST-2',
    actsFor: 'DIR',
    capacity: 'ON_BEHALF',
    from: '2024-10-01',
    to: '2025-09-30',
    basisTh: 'คำสั่งสำนักงานเขตที่ ๕๗/๒๕๖๗ (ตัวอย่าง)',
  },
];

export function addStructure({ code: agencyCode }: SampleAgency, agencyId: string, rows: TenantRows): void {
  for (const { code, nameTh, nameEn } of sampleUnits) {
    rows.unit.push({ id: unitId(agencyCode, code), agencyId, code, nameTh, nameEn, origin: 'SAMPLE' });
  }
  for (const { code, unit, titleTh, titleEn, isHead } of samplePositions) {
    rows.position.push({
      id: positionId(agencyCode, code),
      agencyId,
      unitId: unit === null ? null : unitId(agencyCode, unit),
      code,
      titleTh,
      titleEn,
      isHead,
      origin: 'SAMPLE',
    });
  }
  for (const [index, power] of statutoryPowers.entries()) {
    rows.statutoryPower.push({
      id: identifierOf(agencyCode, 'statutory-power', index + 1),
      agencyId,
      positionId: positionId(agencyCode, 'DIR'),
      ...power,
      validFrom: day('2020-10-01'),
      origin: 'SAMPLE',
    });
  }
  for (const [index, { position, actsFor, from, to, ...appointment }] of sampleAppointments.entries()) {
    rows.actingAppointment.push({
      id: identifierOf(agencyCode, 'acting-appointment', index + 1),
      agencyId,
      positionId: positionId(agencyCode, position),
      actsForId: positionId(agencyCode, actsFor),
      ...appointment,
      validFrom: day(from),
      validTo: day(to),
      origin: 'SAMPLE',
    });
  }
}
