import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { day } from '../rows/calendar.ts';
import { agencyId, identifier } from '../rows/identifiers.ts';
import { actAsSeed, seedAccountId } from '../rows/seed-account.ts';
import { identifierOf, riskIdOf } from './identifier-of.ts';

const libraryId = (code: string): string => identifier(`library:${code}`);

type SampleLibraryRisk = Omit<Prisma.LibraryRiskCreateManyInput, 'id' | 'origin' | 'descriptionTh'> & {
  readonly measures: readonly Pick<Prisma.LibraryMeasureCreateManyInput, 'measureTh' | 'measureEn' | 'strategy'>[];
};

/** Invented for trying the library, as each states in its explanation. */
const risks: readonly SampleLibraryRisk[] = [
  {
    code: 'LIB-S01',
    titleTh: 'เจ้าหน้าที่เร่งรัดคำขออนุญาตแลกกับผลประโยชน์',
    titleEn: 'Permit applications hastened in return for a benefit',
    processArea: 'APPROVE_PERMIT',
    corruptionTypes: ['BRIBERY'],
    status: 'PUBLISHED',
    publishedAt: day('2025-10-15'),
    measures: [
      {
        measureTh: 'จัดคิวคำขอด้วยระบบอิเล็กทรอนิกส์ที่ผู้ยื่นตรวจสอบลำดับได้',
        measureEn: 'An electronic queue in which applicants see their place',
        strategy: 'TREAT',
      },
      {
        measureTh: 'หมุนเวียนผู้ตรวจคำขอทุกหกเดือน',
        measureEn: 'Rotate reviewers every six months',
        strategy: 'TREAT',
      },
    ],
  },
  {
    code: 'LIB-S02',
    titleTh: 'เงินค่าธรรมเนียมนำส่งไม่ครบหรือไม่ตรงเวลา',
    titleEn: 'Fees handed in late or not in full',
    processArea: 'CASH_RECEIPT',
    corruptionTypes: ['EMBEZZLEMENT', 'LATE_REMITTANCE'],
    status: 'PUBLISHED',
    publishedAt: day('2025-11-03'),
    measures: [
      {
        measureTh: 'รับชำระโดยไม่ใช้เงินสดและกระทบยอดทุกวัน',
        measureEn: 'Cashless payment, reconciled daily',
        strategy: 'TREAT',
      },
    ],
  },
  {
    code: 'LIB-S03',
    titleTh: 'การเบิกค่าตอบแทนนอกเวลาโดยไม่ได้ปฏิบัติงานจริง',
    titleEn: 'Overtime claimed for work that was not done',
    processArea: 'ALLOWANCE_CLAIM',
    corruptionTypes: ['FALSE_CLAIM'],
    status: 'DRAFT',
    measures: [],
  },
  {
    code: 'LIB-S04',
    titleTh: 'การใช้รถราชการในกิจส่วนตัว',
    titleEn: 'Private use of official vehicles',
    processArea: 'STATE_PROPERTY',
    corruptionTypes: ['MISUSE_OF_PROPERTY'],
    status: 'WITHDRAWN',
    publishedAt: day('2024-10-10'),
    measures: [],
  },
];

type SampleResponse = Pick<Prisma.LibraryResponseCreateManyInput, 'decision' | 'reasonTh' | 'riskId'> & {
  readonly agency: string;
  readonly library: string;
};

const responses: readonly SampleResponse[] = [
  { agency: 'SAMPLE-1', library: 'LIB-S01', decision: 'ADOPTED', riskId: riskIdOf('SAMPLE-1', 2569, 'R01') },
  {
    agency: 'SAMPLE-2',
    library: 'LIB-S01',
    decision: 'ADAPTED',
    riskId: riskIdOf('SAMPLE-2', 2569, 'R01'),
    reasonTh: 'ข้อมูลตัวอย่าง: ปรับให้ตรงกับงานของเขต',
  },
  { agency: 'SAMPLE-3', library: 'LIB-S01', decision: 'DECLINED', reasonTh: 'ข้อมูลตัวอย่าง: มีความเสี่ยงเดียวกันในทะเบียนแล้ว' },
];

/** The sample risks of the library, and how sample agencies answered them. */
export async function writeLibrary(tx: Prisma.TransactionClient): Promise<number> {
  await actAsSeed(tx, 'loadRiskLibrary');
  let written = (
    await tx.libraryRisk.createMany({
      data: risks.map(({ measures: _measures, ...risk }) => ({
        ...risk,
        id: libraryId(risk.code),
        descriptionTh: 'ข้อมูลตัวอย่างสำหรับทดลองใช้คลังความเสี่ยง',
        origin: 'SAMPLE',
      })),
    })
  ).count;
  written += (
    await tx.libraryMeasure.createMany({
      data: risks.flatMap(({ code, measures }) =>
        measures.map((measure, index) => ({
          ...measure,
          id: identifier(`library-measure:${code}:${index + 1}`),
          libraryRiskId: libraryId(code),
          sortOrder: index + 1,
        })),
      ),
    })
  ).count;
  for (const { agency, library, ...response } of responses) {
    await actAsSeed(tx, 'loadRiskLibrary', agencyId(agency));
    await tx.libraryResponse.create({
      data: {
        ...response,
        id: identifierOf(agency, 'library-response', library),
        agencyId: agencyId(agency),
        libraryRiskId: libraryId(library),
        accountId: seedAccountId,
        decidedAt: day('2025-12-01'),
        origin: 'SAMPLE',
      },
    });
    written += 1;
  }
  return written;
}
