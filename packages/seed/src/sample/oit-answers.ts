import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { sampleAgencies } from '../reference/sample-agencies.ts';
import { day } from '../rows/calendar.ts';
import { agencyId, itaIndicatorId, itaRoundId, oitChecklistItemId, oitTopicId } from '../rows/identifiers.ts';
import { actAsSeed } from '../rows/seed-account.ts';

const fiscalYear = 2569;

/** Invented topics that records of the registry answer, besides those of document 000, which public items do. */
const topics = [
  {
    code: 'SAMPLE_PLAN',
    nameTh: 'แผนปฏิบัติการป้องกันการทุจริต (สมมติ)',
    nameEn: 'Anti-corruption plan (invented)',
    answeredBy: 'PLAN',
  },
  {
    code: 'SAMPLE_RISKS',
    nameTh: 'การประเมินความเสี่ยงการทุจริต (สมมติ)',
    nameEn: 'Corruption risks (invented)',
    answeredBy: 'RISK_REGISTER',
  },
  {
    code: 'SAMPLE_PLAN_REPORT',
    nameTh: 'รายงานผลตามแผนรอบ ๑๒ เดือน (สมมติ)',
    nameEn: 'Report on the plan after twelve months (invented)',
    answeredBy: 'PLAN_REPORT',
    reportKind: 'TWELVE_MONTHS',
  },
  {
    code: 'SAMPLE_NO_GIFT',
    nameTh: 'ประกาศเจตนารมณ์นโยบายไม่รับของขวัญ (สมมติ)',
    nameEn: 'No Gift Policy (invented)',
    answeredBy: 'DECLARATION',
    declarationKind: 'NO_GIFT_POLICY',
  },
] as const;

/** What the agencies say of the item on human resources, for which the registry keeps no record of theirs: a page, and what became of it. */
const answers: Readonly<Record<string, Prisma.OitItemUpdateManyMutationInput>> = {
  'SAMPLE-1': { reviewResult: 'PASSED', reviewedOn: day('2026-06-10') },
  'SAMPLE-2': {
    reviewResult: 'FAILED',
    reviewedOn: day('2026-06-10'),
    reviewNoteTh: 'ลิงก์เปิดไม่ได้ในวันที่ตรวจ (ตัวอย่าง)',
    appealedOn: day('2026-06-22'),
    appealTextTh: 'ระบบขัดข้องเฉพาะวันนั้น ปัจจุบันเปิดได้ (ตัวอย่าง)',
    appealResult: 'ACCEPTED',
    appealDecidedOn: day('2026-07-14'),
  },
  'SAMPLE-3': { reviewResult: 'FAILED', reviewedOn: day('2026-06-10'), reviewNoteTh: 'ไม่พบข้อมูลของปี (ตัวอย่าง)' },
  'SAMPLE-4': {},
};

/** Items of the invented round that records answer by themselves, and what agencies answered with a page. */
export async function writeSampleOitAnswers(tx: Prisma.TransactionClient): Promise<number> {
  await actAsSeed(tx, 'loadSampleCity');
  const before = await tx.oitTopic.count();
  const { count: topicCount } = await tx.oitTopic.createMany({
    data: topics.map((topic, index) => ({
      id: oitTopicId(topic.code),
      sortOrder: before + index + 1,
      isSample: true,
      sourceTh: 'ข้อมูลสมมติเพื่อทดลองใช้',
      ...topic,
    })),
  });
  const { count: itemCount } = await tx.oitChecklistItem.createMany({
    data: topics.map(({ code, nameTh, nameEn }, index) => ({
      id: oitChecklistItemId('sample', fiscalYear, `S${index + 6}`),
      roundId: itaRoundId('sample', fiscalYear),
      code: `S${index + 6}`,
      sortOrder: index + 6,
      textTh: nameTh,
      textEn: nameEn,
      indicatorId: itaIndicatorId('ITA-2566', 10),
      topicId: oitTopicId(code),
    })),
  });
  let answered = 0;
  for (const { code } of sampleAgencies) {
    const answer = answers[code];
    if (!answer) continue;
    await actAsSeed(tx, 'loadSampleCity', agencyId(code));
    const { count } = await tx.oitItem.updateMany({
      where: { agencyId: agencyId(code), checklistItemId: oitChecklistItemId('sample', fiscalYear, 'S4') },
      data: {
        answer: 'LINK',
        address: `https://${code.toLowerCase()}.example/open/human-resources`,
        publishedOn: day('2026-03-10'),
        currentOn: day('2026-04-20'),
        ...answer,
        version: { increment: 1 },
      },
    });
    answered += count;
  }
  return topicCount + itemCount + answered;
}
