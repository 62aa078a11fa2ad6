import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { thresholds } from '../../base/thresholds.logic.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import type { Asked, CheckDomain } from './check.ts';

/** Items of rounds that are not over and whose review is not known, with the last day on which they are answered. */
const openItems = ({ agencyId, today }: Asked): Prisma.Sql => Prisma.sql`
  SELECT i.*, c.code, c."sortOrder", r.id AS "roundId", s."closesOn", CASE WHEN r."isSample" THEN 'SAMPLE' ELSE 'USER' END::"Origin" AS origin
  FROM "OitItem" i JOIN "OitChecklistItem" c ON c.id = i."checklistItemId" JOIN "ItaRound" r ON r.id = c."roundId"
  LEFT JOIN "ItaRoundStep" s ON s."roundId" = r.id AND s.step = 'OIT_ANSWERS'
  WHERE i."agencyId" = ${agencyId} AND app.is_oit_item_open(i."reviewResult", i."fiscalYear", ${today})`;

/** Whether a round of the OIT is answered, and by what is still good. */
export const oitChecks: CheckDomain = {
  name: 'oit',
  models: ['OitItem', 'PublicItem', 'Declaration', 'Plan', 'RiskRegister', 'YearReport'],
  column: null,
  tables: (asked) => ({ oit_item: openItems(asked) }),
  checks: [
    {
      code: 'OIT_ITEMS_UNANSWERED',
      severity: 'WARNING',
      titleTh: 'ข้อ OIT ที่ไม่ได้ตอบ',
      titleEn: 'Items of the OIT without an answer',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: ทุกข้อของแบบตรวจ OIT มีคำตอบเมื่อพ้นวันตอบตามปฏิทินของรอบ`,
      messageTh: 'แบบตรวจ OIT ปีงบประมาณ %1$s พ้นวันตอบแล้ว ยังไม่มีคำตอบ %2$s ข้อ: %3$s',
      messageEn: 'The days to answer the OIT of fiscal year %1$s are over, and %2$s items have no answer: %3$s',
      found: ({ today }) => Prisma.sql`
        SELECT i."roundId"::text AS key, '{}'::jsonb AS refs, i.origin,
          ARRAY[i."fiscalYear"::text, count(*)::text, left(string_agg(i.code COLLATE "C", ', ' ORDER BY i."sortOrder"), 200)] AS said
        FROM oit_item i WHERE i.answer = 'NONE' AND i."closesOn" < ${today} GROUP BY i."roundId", i."fiscalYear", i.origin`,
    },
    {
      code: 'OIT_ANSWER_GONE',
      severity: 'WARNING',
      titleTh: 'คำตอบของข้อ OIT ไม่เผยแพร่แล้ว',
      titleEn: 'Answer to an item of the OIT is no longer published',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: สิ่งที่ตอบข้อ OIT ต้องเผยแพร่อยู่`,
      messageTh: 'ข้อ %2$s ของแบบตรวจ OIT ปีงบประมาณ %1$s ตอบด้วยข้อมูลที่ไม่เผยแพร่แล้ว',
      messageEn: 'Item %2$s of the OIT of fiscal year %1$s is answered by something that is no longer published',
      found: () => Prisma.sql`
        SELECT i.id::text AS key, '{}'::jsonb AS refs, i.origin, ARRAY[i."fiscalYear"::text, i.code::text] AS said
        FROM oit_item i WHERE i.answer <> 'NONE' AND NOT i."isPublished"`,
    },
    {
      code: 'OIT_ANSWER_STALE',
      severity: 'INFO',
      titleTh: 'คำตอบของข้อ OIT ไม่เป็นปัจจุบัน',
      titleEn: 'Answer to an item of the OIT is out of date',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: คำตอบเป็นของปีที่ประเมิน และปรับปรุงภายใน ${thresholds.publicItemStaleMonths} เดือน`,
      messageTh: 'ข้อ %2$s ของแบบตรวจ OIT ปีงบประมาณ %1$s ตอบด้วยข้อมูลที่ไม่เป็นปัจจุบัน',
      messageEn: 'Item %2$s of the OIT of fiscal year %1$s is answered by something that is out of date',
      found: ({ today }) => Prisma.sql`
        SELECT i.id::text AS key, '{}'::jsonb AS refs, i.origin, ARRAY[i."fiscalYear"::text, i.code::text] AS said
        FROM oit_item i WHERE i.answer <> 'NONE' AND i."isPublished"
          AND NOT app.is_oit_answer_current(i."isPublished", i."coversYear", i."currentOn", i."fiscalYear", ${today})`,
    },
  ],
};
