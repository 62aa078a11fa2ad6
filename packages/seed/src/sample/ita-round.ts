import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { itaIndicatorId, itaRoundId, itaRuleSetId, oitChecklistItemId, oitTopicId } from '../rows/identifiers.ts';
import { actAsSeed } from '../rows/seed-account.ts';

const ruleSet = 'ITA-2566';
const fiscalYear = 2569;
const invented = 'ข้อมูลสมมติเพื่อทดลองใช้ ไม่ใช่แบบตรวจหรือปฏิทินที่ประกาศจริง';

const items = [
  { code: 'S1', topic: 'ORGANISATION_STRUCTURE', indicator: 9, textTh: 'โครงสร้างหน่วยงาน', textEn: 'Structure' },
  {
    code: 'S2',
    topic: 'OPERATION_PLAN',
    indicator: 9,
    textTh: 'แผนการดำเนินงานของปี',
    textEn: 'Operation plan of the year',
  },
  {
    code: 'S3',
    topic: 'PROCUREMENT_SUMMARY',
    indicator: 9,
    textTh: 'สรุปผลการจัดซื้อจัดจ้าง',
    textEn: 'Procurement summary',
  },
  { code: 'S4', topic: 'HR_POLICY', indicator: 9, textTh: 'นโยบายทรัพยากรบุคคล', textEn: 'Policy on human resources' },
  { code: 'S5', topic: 'COMPLAINTS', indicator: 10, textTh: 'การจัดการเรื่องร้องเรียน', textEn: 'Handling of complaints' },
] as const;

const steps = [
  { step: 'OIT_ANSWERS', opensOn: '2026-03-01', closesOn: '2026-04-30' },
  { step: 'OIT_REVIEW', opensOn: '2026-05-01', closesOn: '2026-06-15' },
  { step: 'OIT_APPEAL', opensOn: '2026-06-16', closesOn: '2026-06-30' },
] as const;

/** An invented round of the ITA, so that the sample city has a checklist and a calendar to try. */
export async function writeSampleItaRound(tx: Prisma.TransactionClient): Promise<number> {
  await actAsSeed(tx, 'loadSampleCity');
  const roundId = itaRoundId('sample', fiscalYear);
  await tx.itaRound.create({
    data: {
      id: roundId,
      fiscalYear,
      isSample: true,
      ruleSetId: itaRuleSetId(ruleSet),
      sourceTh: invented,
      calendarSourceTh: invented,
    },
  });
  const { count: itemCount } = await tx.oitChecklistItem.createMany({
    data: items.map(({ topic, indicator, ...item }, index) => ({
      id: oitChecklistItemId('sample', fiscalYear, item.code),
      roundId,
      sortOrder: index + 1,
      indicatorId: itaIndicatorId(ruleSet, indicator),
      topicId: oitTopicId(topic),
      ...item,
    })),
  });
  const { count: stepCount } = await tx.itaRoundStep.createMany({
    data: steps.map(({ step, opensOn, closesOn }) => ({
      roundId,
      step,
      opensOn: new Date(opensOn),
      closesOn: new Date(closesOn),
    })),
  });
  return 1 + itemCount + stepCount;
}
