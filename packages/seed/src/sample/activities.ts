import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { hasHardlyBegun, type SampleAgency, sampleAgencies } from '../reference/sample-agencies.ts';
import { dayOfFiscalYear, daysAfter } from '../rows/calendar.ts';
import { agencyId, unitId } from '../rows/identifiers.ts';
import { noRows, type TenantRows } from '../rows/tenant-rows.ts';
import { writeTenantRows } from '../rows/write-tenant-rows.ts';
import { type ActivityTemplate, activityTemplates } from './activity-templates.ts';
import { identifierOf, projectIdOf } from './identifier-of.ts';
import { createRandom } from './random.ts';

const years = [2569, 2570] as const;

/** Up to this month (October is 1) fiscal year 2570 has happened in the sample city; what comes later is a draft. */
const MONTH_NOW = 2;

/** What people came to: numbers that the kind of activity has. */
function numbersOf({ kind, invited, scoreMax }: ActivityTemplate, random: ReturnType<typeof createRandom>) {
  const came = Math.round((invited * random.whole(70, 100)) / 100);
  const passed = Math.round((came * random.whole(76, 100)) / 100);
  const score = scoreMax === undefined ? {} : { averageScore: (scoreMax * random.whole(70, 96)) / 100, scoreMax };
  if (kind === 'SURVEY') return { invitedCount: invited, respondentCount: came, ...score };
  if (kind === 'CAMPAIGN' || kind === 'AWARD') return { attendedCount: came };
  const counts = { invitedCount: invited, attendedCount: came };
  return kind === 'TRAINING' || kind === 'TEST' ? { ...counts, passedCount: passed, ...score } : counts;
}

function addActivity(agency: SampleAgency, year: number, index: number, rows: TenantRows): void {
  const template = activityTemplates[index];
  if (!template) return;
  const { code } = agency;
  const { kind, titleTh, titleEn, month, day, days, placeTh, targetGroupTh, unit, project, indicator } = template;
  const random = createRandom(`${code} activity ${year} ${index}`);
  const heldFrom = dayOfFiscalYear(year, month, day);
  const isAhead = year === 2570 && month > MONTH_NOW;
  // The third training of a year is held and waits to be confirmed; the others are confirmed, and what everybody is told of is published.
  const waits = year === 2570 && index === 1;
  const status = isAhead || waits || hasHardlyBegun(agency) ? 'DRAFT' : template.address ? 'PUBLISHED' : 'RECORDED';
  const hasProject = project !== undefined && !(hasHardlyBegun(agency) && project > 2);
  rows.integrityActivity.push({
    id: identifierOf(code, 'activity', year, index + 1),
    agencyId: agencyId(code),
    kind,
    titleTh: `${titleTh} (ตัวอย่าง)`,
    titleEn: `${titleEn} (sample)`,
    fiscalYear: year,
    heldFrom,
    heldTo: days > 1 ? daysAfter(heldFrom, days - 1) : null,
    placeTh,
    targetGroupTh,
    unitId: unitId(code, unit),
    ...(isAhead ? {} : numbersOf(template, random)),
    // One report in the sample city prints what its numbers do not give.
    percentPrinted: code === 'SAMPLE-1' && year === 2569 && index === 0 ? '99.00' : null,
    evidenceUrls: isAhead ? [] : [`https://example.go.th/${code.toLowerCase()}/activities/${year}/${index + 1}`],
    projectId: hasProject ? projectIdOf(code, project) : null,
    indicatorId: hasProject && indicator ? identifierOf(code, 'indicator', project, indicator) : null,
    status,
    publishedOn: status === 'PUBLISHED' ? daysAfter(heldFrom, 7) : null,
    publicationChannels: status === 'PUBLISHED' ? ['WEBSITE', 'NOTICE_BOARD'] : [],
    publicationAddress:
      status === 'PUBLISHED' ? `https://example.go.th/${code.toLowerCase()}/news/${year}/${index + 1}` : null,
    origin: 'SAMPLE',
  });
}

/** What the agencies of the sample city did in fiscal year 2569, and have done and mean to do in 2570. */
export async function writeSampleActivities(tx: Prisma.TransactionClient): Promise<number> {
  let written = 0;
  for (const agency of sampleAgencies) {
    const rows = noRows();
    for (const year of years)
      for (const index of activityTemplates.keys())
        if (!hasHardlyBegun(agency) || (year === 2570 && index < 2)) addActivity(agency, year, index, rows);
    written += await writeTenantRows(tx, agencyId(agency.code), 'loadSampleActivities', rows);
  }
  return written;
}
