import { itaRuleSetId } from '../rows/identifiers.ts';
import { LAST_YEAR, type LoadAgency, loadCounts } from './load-agency.ts';
import type { LoadSession } from './session.ts';

/**
 * What an agency does for integrity in each year: two policies, statements that there was no gift, trainings, results of the ITA, audits with what they
 * observed, a committee. It is as complete as the year asks, so that nothing is found of it but what days bring.
 */
export async function loadIntegrityYears(session: LoadSession, agency: LoadAgency): Promise<number> {
  return (
    (await loadDeclarations(session, agency)) +
    (await loadCommittee(session, agency)) +
    (await loadActivities(session, agency)) +
    (await loadResults(session, agency)) +
    (await loadAudits(session, agency))
  );
}

/** The policies of each year, published, and a statement for each half that is over. */
async function loadDeclarations(session: LoadSession, { id, code, firstYear }: LoadAgency): Promise<number> {
  const declarations = await session.run`
    INSERT INTO "Declaration" (id, "agencyId", disclosure, kind, form, "fiscalYear", "titleTh", "titleEn", "textTh", "signatoryId", "signedOn", status,
      "publishedOn", "publicationChannels", "publicationAddress", origin)
    SELECT pg_temp.identifier(concat_ws(':', 'declaration', ${code}::text, y, kind)), ${id}::uuid, 2, kind::"DeclarationKind", 'POLICY', y, th || ' ' || y, en || ' ' || y,
      'ข้อมูลทดสอบภาระงาน', pg_temp.identifier('position:' || ${code}::text || ':DIR'), make_date(y - 544, 10, 20), 'PUBLISHED', make_date(y - 544, 10, 27),
      '{WEBSITE}', 'https://' || lower(${code}::text) || '.example/declarations/' || y || '/' || lower(kind), 'SAMPLE'
    FROM generate_series(${firstYear}::int, ${LAST_YEAR}::int) y, (VALUES
      ('NO_GIFT_POLICY', 'ประกาศนโยบายไม่รับของขวัญ', 'No Gift Policy'),
      ('ANTI_BRIBERY_POLICY', 'ประกาศนโยบายต่อต้านการรับสินบน', 'Anti-Bribery Policy')
    ) AS said (kind, th, en)`;
  const acknowledgements = await session.run`
    INSERT INTO "DeclarationAcknowledgement" (id, "agencyId", disclosure, "declarationId", "unitId", acknowledged, "headCount", "countedOn", origin)
    SELECT pg_temp.identifier(concat_ws(':', 'acknowledgement', d.id, u.id)), ${id}::uuid, 2, d.id, u.id, 12, 12, d."publishedOn" + 20, 'SAMPLE'
    FROM "Declaration" d JOIN "Unit" u ON u."agencyId" = d."agencyId" WHERE d."agencyId" = ${id}::uuid`;
  const statements = await session.run`
    INSERT INTO "NoGiftStatement" (id, "agencyId", "fiscalYear", half, "statedOn", origin)
    SELECT pg_temp.identifier(concat_ws(':', 'no-gift', ${code}::text, y, half)), ${id}::uuid, y, half, ends + 5, 'SAMPLE'
    FROM generate_series(${firstYear}::int, ${LAST_YEAR}::int) y,
      LATERAL (VALUES (1, make_date(y - 543, 3, 31)), (2, make_date(y - 543, 9, 30))) AS halves (half, ends)
    WHERE ends + 5 <= CURRENT_DATE`;
  return declarations + acknowledgements + statements;
}

/** A committee with four seats, of the first year and ever since. */
async function loadCommittee(session: LoadSession, { id, code, firstYear }: LoadAgency): Promise<number> {
  const committees = await session.run`
    INSERT INTO "Committee" (id, "agencyId", disclosure, kind, "nameTh", "nameEn", "orderPrinted", "validFrom", "dutiesTh", status, origin)
    VALUES (pg_temp.identifier('committee:' || ${code}::text), ${id}::uuid, 2, 'RISK_MANAGEMENT', 'คณะกรรมการบริหารความเสี่ยงการทุจริต', 'Corruption-risk committee',
      '1/' || ${firstYear}::int, make_date(${firstYear}::int - 544, 10, 10), 'ติดตามและรายงานผลทุกไตรมาส', 'RECORDED', 'SAMPLE')`;
  const seats = await session.run`
    INSERT INTO "CommitteeMember" (id, "agencyId", disclosure, "committeeId", "sortOrder", "positionId", role)
    SELECT pg_temp.identifier(concat_ws(':', 'seat', ${code}::text, place)), ${id}::uuid, 2, pg_temp.identifier('committee:' || ${code}::text), place,
      pg_temp.identifier('position:' || ${code}::text || ':' || position), role::"CommitteeRole"
    FROM (VALUES (1, 'DIR', 'CHAIR'), (2, 'ASST-1', 'VICE_CHAIR'), (3, 'HEAD-FIN', 'MEMBER'), (4, 'HEAD-REG', 'SECRETARY')) AS seat (place, position, role)`;
  return committees + seats;
}

/** Trainings, campaigns and meetings of the committee, on days that are over. */
const loadActivities = (session: LoadSession, { id, code, firstYear }: LoadAgency): Promise<number> => session.run`
    INSERT INTO "IntegrityActivity" (id, "agencyId", disclosure, kind, "titleTh", "titleEn", "fiscalYear", "heldFrom", "placeTh", "invitedCount", "attendedCount",
      "projectId", "committeeId", "agendaTh", "resolutionsTh", status, origin)
    SELECT pg_temp.identifier(concat_ws(':', 'activity', ${code}::text, y, i)), ${id}::uuid, 2, kind::"ActivityKind", th || ' ครั้งที่ ' || i, en || ' ' || i, y, held,
      'ห้องประชุมสำนักงานเขต', CASE WHEN kind <> 'CAMPAIGN' THEN 40 + i END, CASE WHEN kind <> 'CAMPAIGN' THEN 36 + i END,
      CASE WHEN kind = 'TRAINING' THEN pg_temp.identifier(concat_ws(':', 'project', ${code}::text, y, i)) END,
      CASE WHEN kind = 'COMMITTEE_MEETING' THEN pg_temp.identifier('committee:' || ${code}::text) END,
      CASE WHEN kind = 'COMMITTEE_MEETING' THEN 'ติดตามมาตรการของไตรมาส' END, CASE WHEN kind = 'COMMITTEE_MEETING' THEN 'รับทราบ' END, 'RECORDED', 'SAMPLE'
    FROM generate_series(${firstYear}::int, ${LAST_YEAR}::int) y CROSS JOIN generate_series(1, ${loadCounts.activities}::int) i
    CROSS JOIN LATERAL (SELECT make_date(y - 544, 10, 15) + 20 * i AS held) days
    JOIN (VALUES (0, 'TRAINING', 'อบรมคุณธรรมและความโปร่งใส', 'Integrity training'), (1, 'CAMPAIGN', 'รณรงค์ต่อต้านการทุจริต', 'Campaign against corruption'),
      (2, 'COMMITTEE_MEETING', 'ประชุมคณะกรรมการบริหารความเสี่ยง', 'Meeting of the risk committee')) AS said (n, kind, th, en) ON said.n = i % 3
    WHERE held < CURRENT_DATE`;

/** The results of the years that are over, as they were announced. */
async function loadResults(session: LoadSession, { id, code, number, firstYear }: LoadAgency): Promise<number> {
  const rules = itaRuleSetId('ITA-2566');
  const results = await session.run`
    INSERT INTO "ItaAssessment" (id, "agencyId", disclosure, "fiscalYear", "ruleSetId", "noteTh", status, origin)
    SELECT pg_temp.identifier(concat_ws(':', 'ita', ${code}::text, y)), ${id}::uuid, 2, y, ${rules}::uuid, 'ข้อมูลทดสอบภาระงาน', 'RECORDED', 'SAMPLE'
    FROM generate_series(${firstYear}::int, ${LAST_YEAR}::int) y WHERE make_date(y - 543, 9, 30) < CURRENT_DATE`;
  const scores = await session.run`
    INSERT INTO "ItaInstrumentScore" (id, "agencyId", disclosure, "assessmentId", code, "scorePrinted", "respondentCount")
    SELECT pg_temp.identifier(concat_ws(':', 'ita', ${code}::text, a."fiscalYear", i.code)), ${id}::uuid, 2, a.id, i.code,
      to_char(78 + (${number}::int * 7 + a."fiscalYear" + length(i.code::text) * 3) % 22 + 0.25, 'FM990.00'), 60 + ${number}::int % 40
    FROM "ItaAssessment" a JOIN "ItaInstrument" i ON i."ruleSetId" = a."ruleSetId" WHERE a."agencyId" = ${id}::uuid`;
  return results + scores;
}

/** Two internal audits a year, each with an observation that was done; in the year that goes on none is due. */
async function loadAudits(session: LoadSession, { id, code, firstYear }: LoadAgency): Promise<number> {
  const audits = await session.run`
    INSERT INTO "InternalAudit" (id, "agencyId", disclosure, "fiscalYear", "topicTh", "topicEn", "unitId", "plannedMonth", "heldFrom", "heldTo", status, origin)
    SELECT pg_temp.identifier(concat_ws(':', 'audit', ${code}::text, y, i)), ${id}::uuid, 0, y, 'ตรวจสอบการเงินและพัสดุ ครั้งที่ ' || i, 'Audit of finance and supplies ' || i,
      pg_temp.identifier('unit:' || ${code}::text || ':FIN'), make_date(y - 543, 3 * i, 1), make_date(y - 543, 3 * i, 10), make_date(y - 543, 3 * i, 12), 'RECORDED', 'SAMPLE'
    FROM generate_series(${firstYear}::int, ${LAST_YEAR}::int) y, generate_series(1, 2) i WHERE make_date(y - 543, 3 * i, 10) < CURRENT_DATE`;
  const observations = await session.run`
    INSERT INTO "AuditObservation" (id, "agencyId", disclosure, "auditId", number, "observationTh", "recommendationTh", "unitId", "dueOn", "followUp", "actionTh",
      "actionOn", status, origin)
    SELECT pg_temp.identifier('observation:' || a.id), ${id}::uuid, 0, a.id, 1, 'หลักฐานการตรวจรับไม่ครบทุกรายการ', 'จัดทำรายการตรวจสอบก่อนเบิกจ่าย', a."unitId", a."heldFrom" + 60,
      'DONE', 'จัดทำรายการตรวจสอบแล้ว', a."heldFrom" + 30, 'RECORDED', 'SAMPLE'
    FROM "InternalAudit" a WHERE a."agencyId" = ${id}::uuid AND a."heldFrom" + 60 < CURRENT_DATE`;
  return audits + observations;
}
