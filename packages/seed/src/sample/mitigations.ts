import type { MitigationStatus, MitigationStrategy } from '@registry/prisma/generated/client/enums.ts';
import { hasHardlyBegun, type SampleAgency } from '../reference/sample-agencies.ts';
import { day, dayOfFiscalYear, daysAfter } from '../rows/calendar.ts';
import { agencyId, positionId, unitId } from '../rows/identifiers.ts';
import type { TenantRows } from '../rows/tenant-rows.ts';
import { identifierOf, projectIdOf } from './identifier-of.ts';
import { createRandom, type Random } from './random.ts';
import type { Text } from './risk-template.ts';
import type { SampleRisk } from './sample-risk.ts';

/** The last day of the sample city's story: nothing in it is finished later. */
const TOLD_UP_TO = day('2026-11-20');

const otherStrategies: readonly { strategy: MitigationStrategy; text: Text }[] = [
  { strategy: 'TRANSFER', text: ['ให้ผู้ตรวจสอบภายนอกสอบทานรายไตรมาส', 'Have an outside reviewer look each quarter'] },
  { strategy: 'TERMINATE', text: ['ยกเลิกขั้นตอนที่ต้องพบเจ้าหน้าที่เป็นการส่วนตัว', 'End the step that needs a private meeting'] },
  { strategy: 'TAKE', text: ['คงการควบคุมเดิมและเฝ้าระวังรายเดือน', 'Keep the present controls and watch monthly'] },
];

/** How often a measure of a year is found in each state, first match of a running sum. */
const shares: Readonly<Record<number, readonly (readonly [MitigationStatus, number])[]>> = {
  2567: [
    ['DONE', 0.8],
    ['IN_PROGRESS', 0.1],
    ['CANCELLED', 0.1],
  ],
  2568: [
    ['DONE', 0.6],
    ['IN_PROGRESS', 0.25],
    ['CANCELLED', 0.15],
  ],
  2569: [
    ['DONE', 0.3],
    ['IN_PROGRESS', 0.4],
    ['PLANNED', 0.2],
    ['CANCELLED', 0.1],
  ],
};

export const isAboveTolerance = ({ level }: SampleRisk): boolean => level === 'HIGH' || level === 'EXTREME';

const isBribery = ({ template }: SampleRisk): boolean => template.corruptionTypes.includes('BRIBERY');

export function addMitigations(agency: SampleAgency, risk: SampleRisk, rows: TenantRows): void {
  const random = createRandom(`${agency.code} mitigation ${risk.fiscalYear} ${risk.code}`);
  for (const [index, text] of risk.template.mitigations.entries())
    addMitigation(agency, risk, index + 1, 'TREAT', text, random, rows);
  const other = otherStrategies[random.whole(0, 5)];
  // Taking a risk above tolerance would need an acceptance, which is another matter.
  if (other !== undefined && !(other.strategy === 'TAKE' && isAboveTolerance(risk)))
    addMitigation(agency, risk, 3, other.strategy, other.text, random, rows);
}

function addMitigation(
  agency: SampleAgency,
  risk: SampleRisk,
  sortOrder: number,
  strategy: MitigationStrategy,
  [measureTh, measureEn]: Text,
  random: Random,
  rows: TenantRows,
): void {
  const { code, fiscalYear, template } = risk;
  const dueOn = dayOfFiscalYear(fiscalYear, random.whole(4, fiscalYear === 2569 ? 18 : 12), 28);
  const planned = statusOf(agency, risk, sortOrder, random);
  const finishedOn = daysAfter(dueOn, random.whole(-25, 8));
  const status = planned === 'DONE' && finishedOn > TOLD_UP_TO ? 'IN_PROGRESS' : planned;
  const carried = sortOrder === 2 && template.project !== undefined && !hasHardlyBegun(agency);
  rows.mitigation.push({
    id: identifierOf(agency.code, 'mitigation', fiscalYear, code, sortOrder),
    agencyId: agencyId(agency.code),
    riskId: risk.id,
    fiscalYear,
    sortOrder,
    measureTh,
    measureEn,
    strategy,
    ownerUnitId: unitId(agency.code, template.unit),
    ownerPositionId: positionId(agency.code, template.owner),
    dueOn,
    budgetAmount: random.chance(0.3) ? random.amount(5_000, 120_000, 5_000) : null,
    projectId: carried && template.project !== undefined ? projectIdOf(agency.code, template.project) : null,
    progressPercent: status === 'DONE' ? 100 : status === 'IN_PROGRESS' ? random.whole(2, 18) * 5 : 0,
    status,
    doneOn: status === 'DONE' ? finishedOn : null,
    origin: 'SAMPLE',
  });
}

function statusOf(agency: SampleAgency, risk: SampleRisk, sortOrder: number, random: Random): MitigationStatus {
  const drawn = draw(shares[risk.fiscalYear] ?? [], random.next());
  if (hasHardlyBegun(agency)) return 'PLANNED';
  if (isLeftUnanswered(agency, risk)) return 'CANCELLED';
  // What a register had to show when it was submitted: something is being done about each risk of bribery or above tolerance.
  if (sortOrder === 1 && (isAboveTolerance(risk) || isBribery(risk)))
    return risk.fiscalYear === 2569 ? 'IN_PROGRESS' : 'DONE';
  return drawn;
}

/** Two agencies cancelled, after approval, all they had meant to do about their first risk of 2568. */
const isLeftUnanswered = (agency: SampleAgency, { code, fiscalYear }: SampleRisk): boolean =>
  code === 'R01' && fiscalYear === 2568 && (agency.code === 'SAMPLE-4' || agency.code === 'SAMPLE-5');

function draw(entries: readonly (readonly [MitigationStatus, number])[], chance: number): MitigationStatus {
  let sum = 0;
  for (const [status, share] of entries) {
    sum += share;
    if (chance < sum) return status;
  }
  return 'PLANNED';
}
