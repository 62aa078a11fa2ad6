import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import type { Asked, CheckDomain } from './check.ts';

/** What approvers confirmed: a draft is nobody’s concern but its agency’s, and what documents print was read by people, whose findings are transcribed. */
const results = ({ agencyId }: Asked): Prisma.Sql => Prisma.sql`
  SELECT a.*, jsonb_build_object('itaAssessmentId', a.id, 'fiscalYear', a."fiscalYear") AS refs FROM "ItaAssessment" a
  WHERE a."agencyId" = ${agencyId} AND a.disclosure > 0 AND a.status <> 'IMPORTED'`;

/** Each instrument of a result: what is printed, and the mean of its indicators once all of them are known. */
const instruments = ({ agencyId }: Asked): Prisma.Sql => Prisma.sql`
  SELECT a.id, a.refs, a.origin, a."fiscalYear"::text AS year, i.code::text AS code, i."weightPercent" AS weight, s."scorePrinted",
    s."weightedPrinted", m.mean, m.part
  FROM ita_result a JOIN "ItaInstrument" i ON i."ruleSetId" = a."ruleSetId"
  LEFT JOIN "ItaInstrumentScore" s ON s."agencyId" = ${agencyId} AND s."assessmentId" = a.id AND s.code = i.code
  CROSS JOIN LATERAL (
    SELECT CASE WHEN count(app.printed_number(v."averagePrinted")) = count(*) THEN round(sum(app.printed_number(v."averagePrinted")) / count(*), 2) END AS mean,
      CASE WHEN count(app.printed_number(v."averagePrinted")) = count(*) THEN i."weightPercent" * sum(app.printed_number(v."averagePrinted")) / (count(*) * 100) END AS part
    FROM "ItaIndicator" n LEFT JOIN "ItaIndicatorScore" v ON v."agencyId" = ${agencyId} AND v."assessmentId" = a.id AND v."indicatorId" = n.id
    WHERE n."ruleSetId" = i."ruleSetId" AND n."instrumentCode" = i.code) m`;

/** Each table of respondents with what its rows add up to, and by how much rounding alone may shift their percentages. */
const tables = ({ agencyId }: Asked): Prisma.Sql => Prisma.sql`
  SELECT a.refs, a.origin, a."fiscalYear"::text AS year, t.id, t.number, t."totalCountPrinted" AS count, t."totalPercentPrinted" AS percent,
    r.count AS "countSum", r.percent AS "percentSum", r.rows * 0.005 AS rounding
  FROM ita_result a JOIN "ItaRespondentTable" t ON t."agencyId" = ${agencyId} AND t."assessmentId" = a.id
  CROSS JOIN LATERAL (
    SELECT count(*) AS rows, CASE WHEN bool_and(r."countPrinted" IS NOT NULL) THEN sum(r."countPrinted") END AS count,
      CASE WHEN bool_and(r."percentPrinted" IS NOT NULL) THEN sum(app.printed_number(r."percentPrinted")) END AS percent
    FROM "ItaRespondentRow" r WHERE r."agencyId" = ${agencyId} AND r."tableId" = t.id) r`;

const figures = (row: string, printed: string, computed: string): Prisma.Sql =>
  Prisma.raw(
    `${row}.refs || jsonb_build_object('printed', ${printed}, 'computed', ${computed}::text) AS refs, ${row}.origin`,
  );

/** By more than what is printed can be rounded: figures of two decimals, and what they were computed from. */
const differs = (printed: string, computed: string): Prisma.Sql =>
  Prisma.raw(`abs(app.printed_number(${printed}) - ${computed}) > 0.01`);

const ofTable = (text: string) => ({
  messageTh: `ตารางผู้ตอบ %2$s ของผลประเมิน ITA ปีงบประมาณ %1$s พิมพ์${text}รวม %3$s แต่ผลบวกของแถวคือ %4$s`,
  basis: 'REGISTRY_RULE' as const,
});

export const itaChecks: CheckDomain = {
  name: 'ita',
  models: ['ItaAssessment'],
  column: null,
  tables: (asked) => ({ ita_result: results(asked), ita_instrument: instruments(asked), ita_table: tables(asked) }),
  checks: [
    {
      code: 'ITA_SCORE_DIFFERS',
      severity: 'ERROR',
      titleTh: 'คะแนนของเครื่องมือ ITA ไม่ตรงกับตัวชี้วัด',
      titleEn: 'ITA score of an instrument differs from its indicators',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: คะแนนของเครื่องมือคือค่าเฉลี่ยของตัวชี้วัด`,
      messageTh: 'ผลประเมิน ITA ปีงบประมาณ %1$s พิมพ์คะแนน %2$s %3$s แต่ค่าเฉลี่ยของตัวชี้วัดคือ %4$s',
      messageEn: 'The ITA result of fiscal year %1$s prints %3$s for %2$s, but the mean of its indicators is %4$s',
      found: () => Prisma.sql`
        SELECT s.id || ' ' || s.code AS key, ${figures('s', 's."scorePrinted"', 's.mean')},
          ARRAY[s.year, s.code, s."scorePrinted", s.mean::text] AS said
        FROM ita_instrument s WHERE ${differs('s."scorePrinted"', 's.mean')}`,
    },
    {
      code: 'ITA_WEIGHTED_SCORE_DIFFERS',
      severity: 'ERROR',
      titleTh: 'คะแนนถ่วงน้ำหนัก ITA ไม่ตรงกับคะแนนที่พิมพ์',
      titleEn: 'Weighted ITA score differs from the printed score',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: คะแนนถ่วงน้ำหนักคือคะแนนคูณน้ำหนักของเครื่องมือ`,
      messageTh: 'ผลประเมิน ITA ปีงบประมาณ %1$s พิมพ์คะแนนถ่วงน้ำหนัก %2$s %3$s แต่คำนวณได้ %4$s',
      messageEn: 'The ITA result of fiscal year %1$s prints a weighted score of %3$s for %2$s, but it computes to %4$s',
      found: () => Prisma.sql`
        SELECT s.id || ' ' || s.code AS key, ${figures('s', 's."weightedPrinted"', 's.weighted')},
          ARRAY[s.year, s.code, s."weightedPrinted", s.weighted::text] AS said
        FROM (SELECT i.*, round(i.weight * app.printed_number(i."scorePrinted") / 100, 2) AS weighted FROM ita_instrument i) s
        WHERE ${differs('s."weightedPrinted"', 's.weighted')}`,
    },
    {
      code: 'ITA_TOTAL_DIFFERS',
      severity: 'ERROR',
      titleTh: 'คะแนนรวม ITA ไม่ตรงกับตัวชี้วัด',
      titleEn: 'ITA total differs from its indicators',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: คะแนนรวมคือผลรวมของคะแนนถ่วงน้ำหนัก`,
      messageTh: 'ผลประเมิน ITA ปีงบประมาณ %1$s พิมพ์คะแนนรวม %2$s แต่คำนวณจากตัวชี้วัดได้ %3$s',
      messageEn: 'The ITA result of fiscal year %1$s prints a total of %2$s, but its indicators give %3$s',
      found: () => Prisma.sql`
        SELECT a.id::text AS key, ${figures('a', 'a."totalPrinted"', 'c.total')}, ARRAY[a."fiscalYear"::text, a."totalPrinted", c.total::text] AS said
        FROM ita_result a CROSS JOIN LATERAL (
          SELECT CASE WHEN bool_and(s.part IS NOT NULL) THEN round(sum(s.part), 2) END AS total FROM ita_instrument s WHERE s.id = a.id) c
        WHERE ${differs('a."totalPrinted"', 'c.total')}`,
    },
    {
      code: 'ITA_GRADE_DIFFERS',
      severity: 'ERROR',
      titleTh: 'ระดับผล ITA ที่พิมพ์ไม่ตรงกับเกณฑ์',
      titleEn: 'Printed ITA grade differs from the rules',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: ระดับผลเป็นไปตามเกณฑ์ของปี`,
      messageTh: 'ผลประเมิน ITA ปีงบประมาณ %1$s พิมพ์ระดับ %2$s แต่ตามเกณฑ์ของปีคือ %3$s',
      messageEn: 'The ITA result of fiscal year %1$s prints the grade %2$s, but the rules of the year give %4$s',
      found: () => Prisma.sql`
        SELECT a.id::text AS key, ${figures('a', 'a."gradePrinted"', 'g."nameTh"')},
          ARRAY[a."fiscalYear"::text, a."gradePrinted", g."nameTh", g."nameEn"] AS said
        FROM ita_result a JOIN "ItaGradeBand" g ON g."ruleSetId" = a."ruleSetId" AND g.code = a."gradeCode"
        WHERE a."gradePrinted" NOT IN (g.code, g."nameTh", g."nameEn")`,
    },
    {
      ...ofTable('จำนวนคน'),
      code: 'ITA_RESPONDENTS_DIFFER',
      severity: 'ERROR',
      titleTh: 'จำนวนผู้ตอบแบบวัด ITA รวมกันไม่ได้ตามที่พิมพ์',
      titleEn: 'Respondents of the ITA do not add up',
      basisTh: `${ownRule}: ผลบวกของแถวต้องเท่ากับยอดรวม`,
      messageEn:
        'Table %2$s of the ITA result of fiscal year %1$s prints %3$s people in all, but its rows add up to %4$s',
      found: () => Prisma.sql`
        SELECT t.id::text AS key, ${figures('t', 't.count::text', 't."countSum"')}, ARRAY[t.year, t.number, t.count::text, t."countSum"::text] AS said
        FROM ita_table t WHERE t.count <> t."countSum"`,
    },
    {
      ...ofTable('ร้อยละ'),
      code: 'ITA_PERCENTAGES_DIFFER',
      severity: 'WARNING',
      titleTh: 'ร้อยละของผู้ตอบแบบวัด ITA รวมกันไม่ได้ตามที่พิมพ์',
      titleEn: 'Percentages of the respondents of the ITA do not add up',
      basisTh: `${ownRule}: ผลบวกของแถวต้องเท่ากับยอดรวม เว้นแต่การปัดเศษ`,
      messageEn:
        'Table %2$s of the ITA result of fiscal year %1$s prints %3$s percent in all, but its rows add up to %4$s',
      found: () => Prisma.sql`
        SELECT t.id::text AS key, ${figures('t', 't.percent', 't."percentSum"')}, ARRAY[t.year, t.number, t.percent, t."percentSum"::text] AS said
        FROM ita_table t WHERE abs(app.printed_number(t.percent) - t."percentSum") > t.rounding`,
    },
    {
      ...ofTable('ร้อยละ'),
      code: 'ITA_PERCENTAGES_ROUNDED',
      severity: 'INFO',
      titleTh: 'ร้อยละของผู้ตอบแบบวัด ITA ต่างกันเพราะการปัดเศษ',
      titleEn: 'Percentages of the respondents of the ITA differ by rounding',
      basisTh: `${ownRule}: ผลต่างจากการปัดเศษไม่เกินครึ่งของหลักสุดท้ายต่อแถว`,
      messageEn:
        'Table %2$s of the ITA result of fiscal year %1$s prints %3$s percent in all, and its rounded rows add up to %4$s',
      found: () => Prisma.sql`
        SELECT t.id::text AS key, ${figures('t', 't.percent', 't."percentSum"')}, ARRAY[t.year, t.number, t.percent, t."percentSum"::text] AS said
        FROM ita_table t WHERE abs(app.printed_number(t.percent) - t."percentSum") BETWEEN 0.000001 AND t.rounding`,
    },
    {
      code: 'ITA_PERCENTAGE_DIFFERS',
      severity: 'WARNING',
      titleTh: 'ร้อยละของแถวไม่ตรงกับจำนวนคน',
      titleEn: 'Percentage of a row differs from its count',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: ร้อยละคือจำนวนคนของแถวต่อยอดรวมที่พิมพ์`,
      messageTh: 'ตารางผู้ตอบ %2$s ของผลประเมิน ITA ปีงบประมาณ %1$s แถว "%3$s" พิมพ์ร้อยละ %5$s แต่คำนวณได้ %6$s',
      messageEn:
        'Table %2$s of the ITA result of fiscal year %1$s prints %5$s percent for "%4$s", but its count gives %6$s',
      found: ({ agencyId }) => Prisma.sql`
        SELECT r.id::text AS key, ${figures('t', 'r."percentPrinted"', 'c.percent')},
          ARRAY[t.year, t.number, left(r."labelTh", 200), left(coalesce(r."labelEn", r."labelTh"), 200), r."percentPrinted", c.percent::text] AS said
        FROM ita_table t JOIN "ItaRespondentRow" r ON r."agencyId" = ${agencyId} AND r."tableId" = t.id
        CROSS JOIN LATERAL (SELECT round(r."countPrinted" * 100.0 / nullif(t.count, 0), 2) AS percent) c
        WHERE round(app.printed_number(r."percentPrinted"), 2) <> c.percent`,
    },
  ],
};
