import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import type { TaskSource } from './task.ts';

const recordsThat = (condition: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT r.type, r.id, ARRAY[r."nameTh", r."nameEn"] AS said, NULL::date AS "dueOn", r."agencyId" FROM record r WHERE ${condition}`;

/** What the life cycle of plans, analyses, registers and reports waits for. */
export const recordTasks: readonly TaskSource[] = [
  {
    kind: 'RECORD_TO_CORRECT',
    roles: ['EDITOR'],
    meaning: 'ถูกส่งกลับ ต้องแก้ไข · A record that the centre returned.',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ระเบียนที่ ศปท.กทม. ส่งกลับต้องแก้ไขก่อนส่งใหม่`,
    titleTh: 'แก้ไขตามที่ ศปท.กทม. ส่งกลับ: %1$s',
    titleEn: 'Correct what the centre returned: %2$s',
    found: () => recordsThat(Prisma.sql`r.status = 'RETURNED'`),
  },
  {
    kind: 'COMMENT_TO_ANSWER',
    roles: ['EDITOR'],
    meaning: 'ความเห็นรายข้อที่ยังไม่ตอบ · A comment of the centre without an answer.',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ความเห็นรายข้อของ ศปท.กทม. ต้องมีคำตอบ`,
    titleTh: 'ตอบความเห็นของ ศปท.กทม.: %1$s',
    titleEn: 'Answer the centre: %1$s',
    found: ({ agencyId }) => Prisma.sql`
      SELECT 'ReviewComment' AS type, c.id, ARRAY[left(c.text, 200)] AS said, NULL::date AS "dueOn", c."agencyId"
      FROM "ReviewComment" c JOIN "StatusChange" s ON s."agencyId" = ${agencyId}::uuid AND s.id = c."changeId"
      JOIN record r ON r.id IN (s."planId", s."analysisId", s."registerId", s."reportId")
      WHERE c."agencyId" = ${agencyId}::uuid AND c.reply IS NULL AND r.status IN ('RETURNED', 'DRAFT', 'AMENDING')`,
  },
  {
    kind: 'RECORD_TO_SUBMIT',
    roles: ['APPROVER'],
    meaning:
      'ร่างหรือฉบับแก้ไขที่พร้อมส่ง · A draft or amendment with content, no open error and nothing unassessed; `missing` of the record says what else it lacks.',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ระเบียนมีผลเมื่อ ศปท.กทม. เห็นชอบ`,
    titleTh: 'พิจารณาส่งให้ ศปท.กทม.: %1$s',
    titleEn: 'Ready to be submitted: %2$s',
    found: ({ agencyId }) =>
      recordsThat(Prisma.sql`r.status IN ('DRAFT', 'AMENDING')
        AND (EXISTS (SELECT 1 FROM "Project" p WHERE p."agencyId" = ${agencyId}::uuid AND p."planId" = r.id)
          OR EXISTS (SELECT 1 FROM "SwotItem" i WHERE i."agencyId" = ${agencyId}::uuid AND i."analysisId" = r.id)
          OR EXISTS (SELECT 1 FROM "YearReport" y WHERE y."agencyId" = ${agencyId}::uuid AND y.id = r.id AND y."signedOn" IS NOT NULL)
          OR EXISTS (SELECT 1 FROM "Risk" x WHERE x."agencyId" = ${agencyId}::uuid AND x."registerId" = r.id))
        AND NOT EXISTS (SELECT 1 FROM "Risk" x
          WHERE x."agencyId" = ${agencyId}::uuid AND x."registerId" = r.id AND x.level = 'UNASSESSED')
        AND NOT EXISTS (SELECT 1 FROM "Finding" f WHERE f."agencyId" = ${agencyId}::uuid
          AND r.id IN (f."planId", f."analysisId", f."registerId") AND f.severity = 'ERROR' AND f."dismissedAt" IS NULL)`),
  },
  {
    kind: 'RECORD_TO_PUBLISH',
    roles: ['APPROVER'],
    meaning: 'เห็นชอบแล้ว รอเผยแพร่ · An approved record that is not published.',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ระเบียนที่เห็นชอบแล้วเผยแพร่ต่อสาธารณชน`,
    titleTh: 'เผยแพร่: %1$s',
    titleEn: 'Publish: %2$s',
    found: () => recordsThat(Prisma.sql`r.status = 'APPROVED'`),
  },
  {
    kind: 'RECORD_TO_REVIEW',
    roles: ['CENTRE'],
    meaning: 'หน่วยงานส่งมา รอพิจารณา · A record that an agency submitted to the centre.',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ระเบียนมีผลเมื่อ ศปท.กทม. เห็นชอบ`,
    titleTh: 'พิจารณา%1$s ของ%3$s',
    titleEn: 'Review: %2$s, %4$s',
    found: () => Prisma.sql`
      SELECT r.type, r.id, ARRAY[r."nameTh", r."nameEn", g."nameTh", g."nameEn"] AS said, NULL::date AS "dueOn", r."agencyId"
      FROM record r JOIN "Agency" g ON g.id = r."agencyId" WHERE r.status = 'SUBMITTED'`,
  },
];
