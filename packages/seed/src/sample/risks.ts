import type { RecordStatus } from '@registry/prisma/generated/client/enums.ts';
import { methodByCode } from '../reference/methods.ts';
import { hasHardlyBegun, type RegisterYear, registerYears, type SampleAgency } from '../reference/sample-agencies.ts';
import { agencyId, unitId } from '../rows/identifiers.ts';
import type { TenantRows } from '../rows/tenant-rows.ts';
import { addAreasWithoutRisk, areaOf } from './areas.ts';
import { addAssessments } from './assessments.ts';
import { identifierOf, registerIdOf, riskIdOf } from './identifier-of.ts';
import { addMitigations } from './mitigations.ts';
import { createRandom } from './random.ts';
import type { RiskTemplate } from './risk-template.ts';
import { riskTemplates } from './risk-templates.ts';
import type { SampleRisk } from './sample-risk.ts';

export function addRisks(agency: SampleAgency, rows: TenantRows): SampleRisk[] {
  return registerYears.flatMap((fiscalYear) => {
    const status = agency.registers[fiscalYear];
    return status === undefined ? [] : addRegister(agency, fiscalYear, status, rows);
  });
}

function addRegister(
  agency: SampleAgency,
  fiscalYear: RegisterYear,
  status: RecordStatus,
  rows: TenantRows,
): SampleRisk[] {
  const method = methodByCode(agency.yearsByThreeSteps.includes(fiscalYear) ? '3x3' : '5x5');
  const registerId = registerIdOf(agency.code, fiscalYear);
  rows.riskRegister.push({
    id: registerId,
    agencyId: agencyId(agency.code),
    fiscalYear,
    methodId: method.id,
    status,
    origin: 'SAMPLE',
  });
  const entries = chosenTemplates(agency, fiscalYear);
  // What has hardly begun has not answered the form yet.
  if (!hasHardlyBegun(agency)) {
    const processAreas = entries.map(({ template }) => template.processArea);
    addAreasWithoutRisk(agency, fiscalYear, processAreas, rows);
  }
  return entries.map(({ code, template }, index) => {
    const risk: SampleRisk = {
      id: riskIdOf(agency.code, fiscalYear, code),
      code,
      fiscalYear,
      registerStatus: status,
      template,
      level: null,
    };
    addRiskRow(agency, registerId, risk, rows);
    // A draft is unfinished: its last risks have not been assessed, and an agency that has hardly begun has assessed none.
    const unfinished = status === 'DRAFT' && (hasHardlyBegun(agency) || index >= entries.length - 3);
    if (!unfinished) risk.level = addAssessments(agency, risk, method, rows);
    addMitigations(agency, risk, rows);
    return risk;
  });
}

/** The first risk is in every register; between ten and fourteen are in each year's, so that years differ. */
function chosenTemplates(agency: SampleAgency, fiscalYear: RegisterYear): { code: string; template: RiskTemplate }[] {
  const random = createRandom(`${agency.code} register ${fiscalYear}`);
  const all = riskTemplates.map((template, index) => ({ code: `R${String(index + 1).padStart(2, '0')}`, template }));
  if (hasHardlyBegun(agency)) return all.slice(0, 3);
  const left = random.whole(0, 4);
  const omitted = new Set<number>();
  while (omitted.size < left) omitted.add(random.whole(1, all.length - 1));
  return all.filter((_entry, index) => !omitted.has(index));
}

function addRiskRow(agency: SampleAgency, registerId: string, risk: SampleRisk, rows: TenantRows): void {
  const { code, fiscalYear, template } = risk;
  const owner = agencyId(agency.code);
  const random = createRandom(`${agency.code} risk ${fiscalYear} ${code}`);
  rows.risk.push({
    id: risk.id,
    agencyId: owner,
    registerId,
    fiscalYear,
    code,
    titleTh: template.title[0],
    titleEn: template.title[1],
    processArea: template.processArea,
    furtherProcessAreas: [...(template.furtherProcessAreas ?? [])],
    corruptionTypes: [...template.corruptionTypes],
    itaArea: areaOf[template.processArea],
    factorKind: random.chance(0.7) ? 'KNOWN' : 'UNKNOWN',
    actorTh: template.actor[0],
    actorEn: template.actor[1],
    responsibleUnitId: unitId(agency.code, template.unit),
    origin: 'SAMPLE',
  });
  for (const [index, [textTh, textEn]] of template.causes.entries()) {
    rows.riskCause.push({
      id: identifierOf(agency.code, 'cause', fiscalYear, code, index + 1),
      agencyId: owner,
      riskId: risk.id,
      sortOrder: index + 1,
      textTh,
      textEn,
    });
  }
  for (const [index, [textTh, textEn]] of template.controls.entries()) {
    const strength = random.next() + (fiscalYear - 2567) * 0.15;
    rows.control.push({
      id: identifierOf(agency.code, 'control', fiscalYear, code, index + 1),
      agencyId: owner,
      riskId: risk.id,
      sortOrder: index + 1,
      textTh,
      textEn,
      effectiveness: strength > 0.8 ? 'GOOD' : strength > 0.35 ? 'FAIR' : 'WEAK',
      origin: 'SAMPLE',
    });
  }
}
