import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { CommitteeKind, CommitteeRole, DisclosureTopic } from '@registry/prisma/generated/client/enums.ts';
import { hasHardlyBegun, type SampleAgency, sampleAgencies } from '../reference/sample-agencies.ts';
import { day, daysAfter, monthEn, monthsBetween, nextMonth } from '../rows/calendar.ts';
import { agencyId, oitTopicId, positionId, unitId } from '../rows/identifiers.ts';
import { noRows, type TenantRows } from '../rows/tenant-rows.ts';
import { writeTenantRows } from '../rows/write-tenant-rows.ts';
import { identifierOf } from './identifier-of.ts';
import type { SamplePositionCode, SampleUnitCode } from './structure.ts';

const committees: readonly { kind: CommitteeKind; nameTh: string; nameEn: string }[] = [
  { kind: 'RISK_MANAGEMENT', nameTh: 'คณะกรรมการบริหารความเสี่ยงการทุจริต', nameEn: 'Corruption-risk committee' },
  { kind: 'INTEGRITY', nameTh: 'คณะทำงานส่งเสริมคุณธรรมและความโปร่งใส', nameEn: 'Working group for integrity' },
];

const seats: readonly (readonly [SamplePositionCode, CommitteeRole])[] = [
  ['DIR', 'CHAIR'],
  ['ASST-1', 'VICE_CHAIR'],
  ['HEAD-FIN', 'MEMBER'],
  ['HEAD-REG', 'SECRETARY'],
];

function addCommittees(agency: SampleAgency, rows: TenantRows): void {
  const { code } = agency;
  const owner = agencyId(code);
  for (const [index, { kind, nameTh, nameEn }] of committees.entries()) {
    const isDraft = hasHardlyBegun(agency) || (code === 'SAMPLE-2' && index === 1);
    const committeeId = identifierOf(code, 'committee', index + 1);
    rows.committee.push({
      id: committeeId,
      agencyId: owner,
      kind,
      nameTh: `${nameTh} (ตัวอย่าง)`,
      nameEn: `${nameEn} (sample)`,
      orderPrinted: `${21 + index}/2569`,
      validFrom: day('2025-11-03'),
      dutiesTh: 'ติดตามและรายงานผลทุกไตรมาส',
      status: isDraft ? 'DRAFT' : 'RECORDED',
      origin: 'SAMPLE',
    });
    for (const [place, [position, role]] of seats.entries())
      rows.committeeMember.push({
        id: identifierOf(code, 'committee-member', index + 1, place + 1),
        agencyId: owner,
        committeeId,
        sortOrder: place + 1,
        positionId: positionId(code, position),
        role,
      });
    if (isDraft) continue;
    for (const [place, heldFrom] of [day('2026-02-11'), day('2026-11-04')].entries())
      rows.integrityActivity.push({
        id: identifierOf(code, 'committee-meeting', index + 1, place + 1),
        agencyId: owner,
        kind: 'COMMITTEE_MEETING',
        titleTh: `ประชุม${nameTh} ครั้งที่ ${place + 1} (ตัวอย่าง)`,
        titleEn: `Meeting ${place + 1}: ${nameEn} (sample)`,
        fiscalYear: place === 0 ? 2569 : 2570,
        heldFrom,
        placeTh: 'ห้องประชุมสำนักงานเขต',
        invitedCount: 4,
        attendedCount: 4 - place,
        committeeId,
        agendaTh: 'ติดตามมาตรการของไตรมาส',
        resolutionsTh: 'รับทราบและให้รายงานอีกครั้งในไตรมาสถัดไป',
        status: 'RECORDED',
        origin: 'SAMPLE',
      });
  }
}

const items: readonly {
  topic: DisclosureTopic;
  titleTh: string;
  titleEn: string;
  unit: SampleUnitCode;
  currentOn: string;
  /** Code of the lasting topic of the OIT that it answers. */
  oitTopic?: string;
}[] = [
  {
    topic: 'BASIC_INFORMATION',
    titleTh: 'โครงสร้างและอำนาจหน้าที่',
    titleEn: 'Structure and duties',
    unit: 'ADM',
    currentOn: '2026-10-05',
    oitTopic: 'ORGANISATION_STRUCTURE',
  },
  {
    topic: 'ADMINISTRATION',
    titleTh: 'คู่มือการให้บริการ',
    titleEn: 'Service handbook',
    unit: 'REG',
    currentOn: '2025-08-01',
    oitTopic: 'SERVICE_MANUAL',
  },
  {
    topic: 'BUDGET',
    titleTh: 'แผนการใช้จ่ายงบประมาณประจำปี',
    titleEn: 'Spending plan of the year',
    unit: 'FIN',
    currentOn: '2026-10-20',
    oitTopic: 'BUDGET_PLAN',
  },
  {
    topic: 'HUMAN_RESOURCES',
    titleTh: 'หลักเกณฑ์การบริหารทรัพยากรบุคคล',
    titleEn: 'Criteria of human resources',
    unit: 'ADM',
    currentOn: '2026-06-15',
    oitTopic: 'HR_CRITERIA',
  },
  {
    topic: 'TRANSPARENCY',
    titleTh: 'ช่องทางแจ้งเรื่องทุจริต',
    titleEn: 'Channels for reports of corruption',
    unit: 'ADM',
    currentOn: '2026-03-02',
    oitTopic: 'COMPLAINTS',
  },
];

const siteOf = (code: string): string => `https://example.go.th/${code.toLowerCase()}/open`;

function addItems(agency: SampleAgency, rows: TenantRows): void {
  const { code } = agency;
  const owner = agencyId(code);
  const isDraft = hasHardlyBegun(agency);
  for (const [index, { topic, titleTh, titleEn, unit, currentOn, oitTopic }] of items.entries())
    rows.publicItem.push({
      id: identifierOf(code, 'public-item', index + 1),
      agencyId: owner,
      topic,
      titleTh: `${titleTh} (ตัวอย่าง)`,
      titleEn: `${titleEn} (sample)`,
      currentOn: day(currentOn),
      unitId: unitId(code, unit),
      oitTopicId: oitTopic === undefined ? null : oitTopicId(oitTopic),
      ...(isDraft ? {} : published(day(currentOn), `${siteOf(code)}/${index + 1}`)),
      origin: 'SAMPLE',
    });
  if (isDraft) return;
  for (const month of monthsBetween('2025-10', '2026-10')) {
    // One agency left a month out.
    if (code === 'SAMPLE-2' && monthEn(month) === '2026-08') continue;
    const publishedOn = daysAfter(nextMonth(month), 9);
    rows.publicItem.push({
      id: identifierOf(code, 'procurement-summary', monthEn(month)),
      agencyId: owner,
      topic: 'BUDGET',
      titleTh: 'สรุปผลการจัดซื้อจัดจ้างรายเดือน (ตัวอย่าง)',
      titleEn: 'Monthly procurement summary (sample)',
      summaryMonth: month,
      currentOn: publishedOn,
      unitId: unitId(code, 'FIN'),
      oitTopicId: oitTopicId('PROCUREMENT_SUMMARY'),
      ...published(publishedOn, `${siteOf(code)}/procurement/${monthEn(month)}`),
      origin: 'SAMPLE',
    });
  }
}

const published = (publishedOn: Date, publicationAddress: string) => ({
  status: 'PUBLISHED' as const,
  publishedOn,
  publicationChannels: ['WEBSITE' as const],
  publicationAddress,
});

/** Committees of the sample city with their meetings, and what its agencies make public. */
export async function writeSampleCommittees(tx: Prisma.TransactionClient): Promise<number> {
  let written = 0;
  for (const agency of sampleAgencies) {
    const rows = noRows();
    addCommittees(agency, rows);
    addItems(agency, rows);
    written += await writeTenantRows(tx, agencyId(agency.code), 'loadSampleCommittees', rows);
  }
  return written;
}
