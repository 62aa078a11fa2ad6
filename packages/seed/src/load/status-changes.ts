import { seedAccountId } from '../rows/seed-account.ts';
import type { LoadAgency } from './load-agency.ts';
import type { LoadSession } from './session.ts';

/** How the plan and the registers came to their status, so that no approval is claimed that was never given. */
export const loadStatusChanges = (session: LoadSession, { id, code }: LoadAgency): Promise<number> => session.run`
    INSERT INTO "StatusChange" (id, "agencyId", disclosure, "planId", "registerId", act, "fromStatus", "toStatus", comment, "accountId", role, at)
    SELECT pg_temp.identifier(concat_ws(':', 'status-change', ${code}::text, coalesce(r.plan, r.register), s.act)), ${id}::uuid, r.disclosure, r.plan, r.register,
      s.act::"LifecycleAct", s.was::"LifecycleStatus", s.becomes::"LifecycleStatus", 'ข้อมูลทดสอบภาระงาน', ${seedAccountId}::uuid, s.role::"Role",
      make_date(r.y - 544, 10, 1) + s.days
    FROM (
      SELECT id AS plan, NULL::uuid AS register, disclosure, status::text, "fiscalYearFrom" AS y FROM "Plan" WHERE "agencyId" = ${id}::uuid
      UNION ALL
      SELECT NULL, id, disclosure, status::text, "fiscalYear" FROM "RiskRegister" WHERE "agencyId" = ${id}::uuid
    ) r JOIN (VALUES
      ('SUBMIT', 'DRAFT', 'SUBMITTED', 'APPROVER', 14, '{SUBMITTED,RETURNED,APPROVED}'::text[]),
      ('RETURN', 'SUBMITTED', 'RETURNED', 'CENTRE', 45, '{RETURNED}'),
      ('APPROVE', 'SUBMITTED', 'APPROVED', 'CENTRE', 45, '{APPROVED}')
    ) AS s (act, was, becomes, role, days, statuses) ON r.status = ANY(s.statuses)`;
