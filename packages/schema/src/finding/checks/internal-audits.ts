import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import { dayEn, dayTh, monthYearEn, monthYearTh } from '../../tenancy/sql-words.ts';
import type { Asked, CheckDomain } from './check.ts';

/** Audits of the plan, with what people call them. */
const audits = ({ agencyId }: Asked): Prisma.Sql => Prisma.sql`
  SELECT a.*, left(a."topicTh", 200) AS "nameTh", left(coalesce(a."topicEn", a."topicTh"), 200) AS "nameEn"
  FROM "InternalAudit" a WHERE a."agencyId" = ${agencyId} AND a.disclosure > 0`;

/** Whether the audits of the plan are done, and what they recommend is followed. */
export const internalAuditChecks: CheckDomain = {
  name: 'internal-audit',
  models: ['InternalAudit', 'AuditObservation'],
  column: null,
  tables: (asked) => ({ internal_audit: audits(asked) }),
  checks: [
    {
      code: 'INTERNAL_AUDIT_NOT_DONE',
      severity: 'WARNING',
      titleTh: 'ยังไม่ได้ตรวจสอบภายในตามแผน',
      titleEn: 'Internal audit of the plan not done',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: การตรวจสอบภายในในแผนที่ยืนยันแล้ว ต้องตรวจภายในเดือนที่วางแผน`,
      messageTh: '"%1$s" วางแผนตรวจเดือน%3$s แต่ยังไม่บันทึกว่าได้ตรวจ',
      messageEn: '"%2$s" was planned for %4$s and is not noted as done',
      found: ({ today }) => Prisma.sql`
        SELECT a.id::text AS key, a.origin, jsonb_build_object('internalAuditId', a.id, 'fiscalYear', a."fiscalYear") AS refs,
          ARRAY[a."nameTh", a."nameEn", ${monthYearTh('a."plannedMonth"')}, ${monthYearEn('a."plannedMonth"')}] AS said
        FROM internal_audit a WHERE app.is_internal_audit_due(a.status, a."plannedMonth", a."heldFrom", ${today})
          AND app.internal_audit_due_on(a."plannedMonth") < ${today}`,
    },
    {
      code: 'AUDIT_FOLLOW_UP_OVERDUE',
      severity: 'WARNING',
      titleTh: 'เลยกำหนดดำเนินการตามข้อเสนอแนะของการตรวจสอบภายใน',
      titleEn: 'Recommendation of an internal audit overdue',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: ข้อเสนอแนะของการตรวจสอบภายในต้องดำเนินการภายในกำหนดของข้อตรวจพบ`,
      messageTh: 'ข้อตรวจพบที่ %3$s ของ "%1$s" ครบกำหนดวันที่ %4$s แต่ยังดำเนินการไม่เสร็จ',
      messageEn: 'Observation %3$s of "%2$s" was due on %5$s and is not followed',
      found: ({ agencyId, today }) => Prisma.sql`
        SELECT o.id::text AS key, o.origin, jsonb_build_object('auditObservationId', o.id, 'positionId', o."positionId", 'fiscalYear', a."fiscalYear") AS refs,
          ARRAY[a."nameTh", a."nameEn", o.number::text, ${dayTh('o."dueOn"')}, ${dayEn('o."dueOn"')}] AS said
        FROM "AuditObservation" o JOIN internal_audit a ON a.id = o."auditId"
        WHERE o."agencyId" = ${agencyId} AND app.is_observation_open(o.status, o."followUp") AND o."dueOn" < ${today}`,
    },
  ],
};
