import type { TenantRows } from '../tenant-rows.ts';
import { addFinding } from './findings.ts';
import { registerIdOf } from './identifier-of.ts';
import { isAboveTolerance } from './mitigations.ts';
import type { SampleRisk } from './sample-risk.ts';
import { hasHardlyBegun, type SampleAgency } from './statuses.ts';

const baht = new Intl.NumberFormat('en-US');

/** The findings that follow from an agency's rows as they are, whatever the templates meant. */
export function addFindingsOfRows(agency: SampleAgency, risks: readonly SampleRisk[], rows: TenantRows): void {
  findUnansweredRisks(agency, risks, rows);
  findUnassessedRisks(agency, risks, rows);
  findSpendingWithoutProgress(agency, rows);
  if (!hasHardlyBegun(agency)) findJoinedDuties(agency, rows);
}

function findUnansweredRisks(agency: SampleAgency, risks: readonly SampleRisk[], rows: TenantRows): void {
  for (const risk of risks.filter(isAboveTolerance)) {
    if (rows.mitigation.some(({ riskId, status }) => riskId === risk.id && status !== 'CANCELLED')) continue;
    addFinding(agency, rows, {
      code: 'RISK_WITHOUT_LIVE_MITIGATION',
      place: `${risk.fiscalYear} ${risk.code}`,
      severity: 'ERROR',
      messageTh: `ความเสี่ยง ${risk.code} อยู่ในระดับที่ยอมรับไม่ได้ แต่มาตรการทุกข้อถูกยกเลิก`,
      messageEn: `Risk ${risk.code} is above tolerance, but all its measures have been cancelled`,
      fiscalYear: risk.fiscalYear,
      registerId: registerIdOf(agency.code, risk.fiscalYear),
      riskId: risk.id,
    });
  }
}

function findUnassessedRisks(agency: SampleAgency, risks: readonly SampleRisk[], rows: TenantRows): void {
  for (const risk of risks.filter(({ level }) => level === null)) {
    addFinding(agency, rows, {
      code: 'RISK_UNASSESSED',
      place: `${risk.fiscalYear} ${risk.code}`,
      severity: 'INFO',
      messageTh: `ความเสี่ยง ${risk.code} ยังไม่ได้ประเมิน`,
      messageEn: `Risk ${risk.code} has not been assessed`,
      fiscalYear: risk.fiscalYear,
      registerId: registerIdOf(agency.code, risk.fiscalYear),
      riskId: risk.id,
    });
  }
}

function findSpendingWithoutProgress(agency: SampleAgency, rows: TenantRows): void {
  for (const { projectId, fiscalYear, quarter, progressPercent, spentAmount } of rows.progressReport) {
    const spent = Number(spentAmount ?? 0);
    if (quarter !== 4 || progressPercent > 0 || spent === 0) continue;
    addFinding(agency, rows, {
      code: 'SPENDING_WITHOUT_PROGRESS',
      place: `${projectId} ${fiscalYear}`,
      severity: 'WARNING',
      computed: baht.format(spent),
      messageTh: `ปีงบประมาณ ${fiscalYear} ใช้จ่ายแล้ว ${baht.format(spent)} บาท แต่ความก้าวหน้าเป็นศูนย์`,
      messageEn: `In fiscal year ${fiscalYear} ${baht.format(spent)} baht was spent with no progress`,
      fiscalYear,
      projectId,
    });
  }
}

/** Of one position that both collects and records by orders in force, the later order is the one to look at. */
function findJoinedDuties(agency: SampleAgency, rows: TenantRows): void {
  const inForce = new Set(rows.delegationOrder.filter(({ status }) => status === 'ISSUED').map(({ id }) => id));
  const live = rows.delegatedPower.filter(({ orderId, revokedOn }) => inForce.has(orderId) && revokedOn === null);
  for (const record of live.filter(({ verb }) => verb === 'RECORD')) {
    const joined = live.some(
      ({ verb, delegateId, processArea }) =>
        verb === 'COLLECT' && delegateId === record.delegateId && processArea === record.processArea,
    );
    if (!joined) continue;
    addFinding(agency, rows, {
      code: 'DUTIES_NOT_SEGREGATED',
      place: `${record.orderId} ${record.lineNo}`,
      severity: 'WARNING',
      messageTh: 'ตำแหน่งเดียวกันทั้งรับเงินและบันทึกบัญชีในกระบวนงานเดียวกัน',
      messageEn: 'One position both collects and records in the same process',
      orderId: record.orderId,
    });
  }
}
