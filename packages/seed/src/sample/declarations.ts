import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { DeclarationKind, EntryStatus } from '@registry/prisma/generated/client/enums.ts';
import { type SampleAgency, sampleAgencies } from '../reference/sample-agencies.ts';
import { dayOfFiscalYear, daysAfter, toThaiDigits } from '../rows/calendar.ts';
import { agencyId, positionId, unitId } from '../rows/identifiers.ts';
import { noRows, type TenantRows } from '../rows/tenant-rows.ts';
import { writeTenantRows } from '../rows/write-tenant-rows.ts';
import { identifierOf } from './identifier-of.ts';
import { sampleUnits } from './structure.ts';

type Said = { readonly titleTh: string; readonly titleEn: string; readonly textTh: string };

const said: Readonly<Partial<Record<DeclarationKind, Said>>> = {
  NO_GIFT_POLICY: {
    titleTh: 'ประกาศนโยบายไม่รับของขวัญและของกำนัลทุกชนิด (No Gift Policy)',
    titleEn: 'Declaration of the No Gift Policy',
    textTh: 'ข้อมูลตัวอย่าง: ผู้บริหารและบุคลากรทุกคนไม่รับของขวัญและของกำนัลทุกชนิดจากการปฏิบัติหน้าที่',
  },
  ANTI_BRIBERY_POLICY: {
    titleTh: 'ประกาศนโยบายต่อต้านการรับสินบน (Anti-Bribery Policy)',
    titleEn: 'Declaration of the Anti-Bribery Policy',
    textTh: 'ข้อมูลตัวอย่าง: ห้ามเรียก รับ หรือเสนอสินบนทุกรูปแบบ ผู้พบเห็นต้องรายงานทันที',
  },
  CONFLICT_OF_INTEREST: {
    titleTh: 'มาตรการป้องกันการขัดกันระหว่างประโยชน์ส่วนตนกับประโยชน์ส่วนรวม',
    titleEn: 'Measure against conflicts of interest',
    textTh: 'ข้อมูลตัวอย่าง: ผู้มีส่วนได้ส่วนเสียต้องแจ้งและถอนตัวจากการพิจารณา',
  },
};

const kinds: readonly DeclarationKind[] = ['NO_GIFT_POLICY', 'ANTI_BRIBERY_POLICY', 'CONFLICT_OF_INTEREST'];

/** How far the declarations of the two years have come: in the order of `kinds`; what is missing was not declared. */
const statuses: Readonly<Record<string, Readonly<Record<number, readonly EntryStatus[]>>>> = {
  'SAMPLE-1': { 2568: ['PUBLISHED', 'PUBLISHED', 'RECORDED'], 2569: ['PUBLISHED', 'RECORDED', 'DRAFT'] },
  'SAMPLE-2': { 2568: ['PUBLISHED', 'PUBLISHED'], 2569: ['PUBLISHED', 'PUBLISHED'] },
  'SAMPLE-3': { 2568: ['PUBLISHED', 'RECORDED'], 2569: ['DRAFT', 'DRAFT'] },
  'SAMPLE-4': { 2568: ['PUBLISHED', 'PUBLISHED'], 2569: ['CORRECTING', 'RECORDED'] },
  'SAMPLE-5': { 2568: ['RECORDED'], 2569: ['RECORDED'] },
  'SAMPLE-6': { 2569: ['DRAFT'] },
};

const declarationId = (code: string, fiscalYear: number, kind: DeclarationKind): string =>
  identifierOf(code, 'declaration', fiscalYear, kind);

/** In one sample agency the assistant director signed, where the head should have. */
const signatoryOf = (code: string): string => (code === 'SAMPLE-5' ? 'ASST-1' : 'DIR');

function addDeclaration(
  code: string,
  fiscalYear: number,
  kind: DeclarationKind,
  status: EntryStatus,
  rows: TenantRows,
) {
  const text = said[kind];
  if (!text) return;
  const signedOn = dayOfFiscalYear(fiscalYear, 2, 3);
  const published = status === 'PUBLISHED' && {
    publishedOn: daysAfter(signedOn, 7),
    publicationChannels: ['WEBSITE' as const, 'NOTICE_BOARD' as const],
    publicationAddress: `https://${code.toLowerCase()}.example/declarations/${fiscalYear}/${kind.toLowerCase()}`,
  };
  rows.declaration.push({
    id: declarationId(code, fiscalYear, kind),
    agencyId: agencyId(code),
    kind,
    form: kind === 'CONFLICT_OF_INTEREST' ? 'MEASURE' : 'POLICY',
    fiscalYear,
    titleTh: `${text.titleTh} ปีงบประมาณ พ.ศ. ${toThaiDigits(fiscalYear)}`,
    titleEn: `${text.titleEn}, fiscal year ${fiscalYear}`,
    textTh: text.textTh,
    signatoryId: positionId(code, signatoryOf(code)),
    signedOn,
    status,
    publishedOn: null,
    publicationChannels: [],
    publicationAddress: null,
    ...published,
    origin: 'SAMPLE',
  });
}

/** Everybody acknowledges the policies of 2568; those of 2569 some do, and one section has not been counted. */
function addAcknowledgements(code: string, fiscalYear: number, kind: DeclarationKind, rows: TenantRows): void {
  const isNew = fiscalYear === 2569;
  for (const [index, { code: unit }] of sampleUnits.slice(0, isNew ? -1 : undefined).entries()) {
    const headCount = 12 + 5 * index;
    rows.declarationAcknowledgement.push({
      id: identifierOf(code, 'acknowledgement', fiscalYear, kind, unit),
      agencyId: agencyId(code),
      declarationId: declarationId(code, fiscalYear, kind),
      unitId: unitId(code, unit),
      acknowledged: isNew ? headCount - (index % 3) : headCount,
      headCount,
      countedOn: dayOfFiscalYear(fiscalYear, 4, 15),
      origin: 'SAMPLE',
    });
  }
}

/** What a sample agency has declared in two years, and who has acknowledged its No Gift Policy. */
export function addDeclarations({ code }: SampleAgency, rows: TenantRows): void {
  for (const [year, ofYear] of Object.entries(statuses[code] ?? {}))
    for (const [index, status] of ofYear.entries()) {
      const kind = kinds[index];
      if (!kind) continue;
      addDeclaration(code, Number(year), kind, status, rows);
      if (kind === 'NO_GIFT_POLICY' && status === 'PUBLISHED') addAcknowledgements(code, Number(year), kind, rows);
    }
}

export async function writeSampleDeclarations(tx: Prisma.TransactionClient): Promise<number> {
  let written = 0;
  for (const agency of sampleAgencies) {
    const rows = noRows();
    addDeclarations(agency, rows);
    written += await writeTenantRows(tx, agencyId(agency.code), 'loadSampleCity', rows);
  }
  return written;
}
