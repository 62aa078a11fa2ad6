import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import type { AskedTasks, TaskSource } from './task.ts';

const basisTh = `${ownRule}: ภายในวันของปฏิทินของรอบการประเมิน ITA`;

/** The items of the agency in rounds of which a step is open on the day. */
const itemsDuring = (step: 'OIT_ANSWERS' | 'OIT_APPEAL', { agencyId, today }: AskedTasks): Prisma.Sql => Prisma.sql`
  FROM "OitItem" i JOIN "OitChecklistItem" c ON c.id = i."checklistItemId"
  JOIN "ItaRoundStep" s ON s."roundId" = c."roundId" AND s.step = ${step}::"ItaRoundStepCode"
  WHERE i."agencyId" = ${agencyId}::uuid AND app.lasts(s."opensOn", s."closesOn", ${today}::date)`;

/** What rounds of the ITA wait for. */
export const oitTasks: readonly TaskSource[] = [
  {
    kind: 'OIT_ITEMS_TO_ANSWER',
    roles: ['EDITOR', 'APPROVER'],
    meaning:
      'ข้อ OIT ที่ยังไม่ได้ตอบ ระหว่างวันตอบแบบตรวจ · Items of the OIT without an answer, while the round is answered; the first of them.',
    basis: 'REGISTRY_RULE',
    basisTh,
    titleTh: 'ตอบแบบตรวจ OIT ปีงบประมาณ %1$s อีก %2$s ข้อ',
    titleEn: 'Answer the OIT of fiscal year %1$s: %2$s items are left',
    found: (asked) => Prisma.sql`
      SELECT 'OitItem' AS type, (array_agg(i.id ORDER BY c."sortOrder"))[1] AS id, ARRAY[i."fiscalYear"::text, count(*)::text] AS said,
        s."closesOn" AS "dueOn", i."agencyId" ${itemsDuring('OIT_ANSWERS', asked)} AND i.answer = 'NONE'
      GROUP BY c."roundId", i."fiscalYear", s."closesOn", i."agencyId"`,
  },
  {
    kind: 'OIT_REVIEW_TO_APPEAL',
    roles: ['APPROVER'],
    meaning:
      'ข้อ OIT ที่ไม่ผ่านการตรวจและยังอุทธรณ์ได้ · An item of the OIT that failed its review, while it may be appealed against.',
    basis: 'REGISTRY_RULE',
    basisTh,
    titleTh: 'พิจารณาอุทธรณ์ผลการตรวจข้อ %1$s ปีงบประมาณ %2$s',
    titleEn: 'Decide whether to appeal against the review of item %1$s, fiscal year %2$s',
    found: (asked) => Prisma.sql`
      SELECT 'OitItem' AS type, i.id, ARRAY[c.code COLLATE "C", i."fiscalYear"::text COLLATE "C"] AS said, s."closesOn" AS "dueOn", i."agencyId"
      ${itemsDuring('OIT_APPEAL', asked)} AND i."reviewResult" = 'FAILED' AND i."appealedOn" IS NULL`,
  },
];
