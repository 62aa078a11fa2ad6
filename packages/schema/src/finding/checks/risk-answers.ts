import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import { dayEn, dayTh } from '../../tenancy/sql-words.ts';
import type { FindingCheck } from './check.ts';
import { mitigationRefs, riskRefs } from './risk-refs.ts';

/** What is done about risks: mitigations, acceptances, controls. */
export const riskAnswerChecks: readonly FindingCheck[] = [
  {
    code: 'RISK_WITHOUT_LIVE_MITIGATION',
    severity: 'ERROR',
    titleTh: 'ความเสี่ยงที่ยอมรับไม่ได้ไม่มีมาตรการ',
    titleEn: 'Risk above tolerance without an answer',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ระดับที่เกณฑ์ให้จัดการหรือไม่ยอมรับ ต้องมีมาตรการที่ดำเนินอยู่หรือการยอมรับที่มีผล`,
    messageTh: 'ความเสี่ยง %1$s อยู่ในระดับ%2$s แต่ไม่มีมาตรการที่ยังดำเนินอยู่และไม่มีการยอมรับที่มีผล',
    messageEn: 'Risk %1$s is at level %3$s, but has no live mitigation and no valid acceptance',
    found: () => Prisma.sql`
      SELECT r.id::text AS key, ${riskRefs} AS refs, ARRAY[r.code, r."labelTh", r."labelEn"] AS said, r.origin
      FROM risk r WHERE r."isOpen" AND r."needsAnswer" AND NOT r."isAccepted" AND r.id NOT IN (
        SELECT m."riskId" FROM mitigation m WHERE app.mitigation_is_live(m.status))`,
  },
  {
    code: 'ACCEPTANCE_EXPIRED',
    severity: 'WARNING',
    titleTh: 'การยอมรับความเสี่ยงสิ้นผลแล้ว',
    titleEn: 'Acceptance of a risk expired',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: การยอมรับความเสี่ยงมีกำหนดเวลา และเป็นเฉพาะระดับที่ยอมรับไว้`,
    messageTh: 'การยอมรับความเสี่ยง %1$s สิ้นผลตั้งแต่ %2$s',
    messageEn: 'The acceptance of risk %1$s expired on %3$s',
    found: ({ today }) => Prisma.sql`
      SELECT r.id::text AS key, ${riskRefs} AS refs, ARRAY[r.code, ${dayTh('r."expiresOn"')}, ${dayEn('r."expiresOn"')}] AS said, r.origin
      FROM risk r WHERE r."isOpen" AND r."needsAnswer" AND NOT r."isAccepted" AND r."expiresOn" < ${today}`,
  },
  {
    code: 'MITIGATION_OVERDUE',
    severity: 'WARNING',
    titleTh: 'มาตรการเกินกำหนด',
    titleEn: 'Mitigation overdue',
    basis: 'DOCUMENT',
    basisTh: 'กำหนดที่หน่วยงานตั้งไว้ในทะเบียนความเสี่ยง',
    messageTh: 'มาตรการที่ %2$s ของความเสี่ยง %1$s ครบกำหนดเมื่อ %3$s แต่ยังไม่แล้วเสร็จ',
    messageEn: 'Mitigation %2$s of risk %1$s was due on %4$s and is not done',
    found: ({ today }) => Prisma.sql`
      SELECT m.id::text AS key, ${mitigationRefs} AS refs, ARRAY[m.code, m."sortOrder"::text, ${dayTh('m."dueOn"')}, ${dayEn('m."dueOn"')}] AS said, m.origin
      FROM mitigation m WHERE m."isFollowedUp" AND app.mitigation_is_overdue(m.status, m."dueOn", ${today})`,
  },
  {
    code: 'HIGH_RISK_WITHOUT_CONTROL',
    severity: 'WARNING',
    titleTh: 'ความเสี่ยงสูงไม่มีการควบคุม',
    titleEn: 'High risk without any control',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ความเสี่ยงระดับสูงและสูงมากต้องมีการควบคุม`,
    messageTh: 'ความเสี่ยง %1$s อยู่ในระดับ%2$s แต่ไม่มีการควบคุมใดเลย',
    messageEn: 'Risk %1$s is at level %3$s, but has no control at all',
    found: () => Prisma.sql`
      SELECT r.id::text AS key, ${riskRefs} AS refs, ARRAY[r.code, r."labelTh", r."labelEn"] AS said, r.origin
      FROM risk r WHERE app.is_high(r.level) AND NOT r."isControlled"`,
  },
];
