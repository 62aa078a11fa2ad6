/** Each statement makes the whole answer of its workload, as JSON text. */
export type AnswerStatement = {
  readonly name: string;
  readonly text: string;
  valuesOf(body: any): (string | null)[];
};

const shownStatus = `CASE WHEN m.status IN ('PLANNED', 'IN_PROGRESS') AND m."dueOn" < (now() AT TIME ZONE 'Asia/Bangkok')::date
  THEN 'OVERDUE' ELSE m.status::text END`;

const mitigationsOf = (fields: string) => `(
  SELECT coalesce(json_agg(json_build_object(${fields}) ORDER BY m."sortOrder"), '[]')
  FROM "Mitigation" m WHERE m."agencyId" = r."agencyId" AND m."riskId" = r.id)`;

/** A page of a connection over rows that are in order already. */
const edges = (rows: string) =>
  `(SELECT json_build_object('edges', coalesce(json_agg(json_build_object('node', page.node)), '[]')) FROM (${rows}) page)`;

export const statements: readonly AnswerStatement[] = [
  {
    name: 'Q1',
    text: `SELECT json_build_object('node', (
      SELECT json_build_object('code', r.code, 'titleTh', r."titleTh", 'titleEn', r."titleEn", 'level', r.level, 'score', r.score,
        'likelihood', r.likelihood, 'impact', r.impact,
        'agency', (SELECT json_build_object('code', g.code, 'nameTh', g."nameTh") FROM "Agency" g WHERE g.id = r."agencyId"),
        'mitigations', ${mitigationsOf(`'measureTh', m."measureTh", 'status', ${shownStatus}, 'progressPercent', m."progressPercent", 'dueOn', m."dueOn"`)})
      FROM "Risk" r WHERE r.id = $1))::text`,
    valuesOf: ({ riskId }) => [riskId],
  },
  {
    name: 'Q2',
    text: `WITH owner AS MATERIALIZED (SELECT id FROM "Agency" WHERE code = $1)
      SELECT json_build_object('risks', json_build_object(
        'totalCount', (SELECT count(*) FROM "Risk" r WHERE r."agencyId" = (SELECT id FROM owner) AND r.level IN ('HIGH', 'EXTREME')),
        'edges', (SELECT coalesce(json_agg(json_build_object('node', page.node)), '[]') FROM (
          SELECT json_build_object('code', r.code, 'titleTh', r."titleTh", 'level', r.level, 'score', r.score,
            'mitigations', ${mitigationsOf(`'measureTh', m."measureTh", 'status', ${shownStatus}, 'progressPercent', m."progressPercent"`)}) AS node
          FROM "Risk" r WHERE r."agencyId" = (SELECT id FROM owner) AND r.level IN ('HIGH', 'EXTREME')
          ORDER BY r.score DESC, r.id LIMIT 20) page)))::text`,
    valuesOf: ({ agencyCode }) => [agencyCode],
  },
  {
    name: 'Q3',
    text: `SELECT json_build_object('agency', (
      SELECT json_build_object('nameTh', g."nameTh",
        'plans', ${edges(`
          SELECT json_build_object('titleTh', p."titleTh", 'projects', ${edges(`
            SELECT json_build_object('titleTh', j."titleTh", 'printedCode', j."printedCode") AS node
            FROM "Project" j WHERE j."agencyId" = p."agencyId" AND j."planId" = p.id ORDER BY j."sortOrder", j.id LIMIT 20`)}) AS node
          FROM "Plan" p WHERE p."agencyId" = g.id ORDER BY p."fiscalYearFrom" DESC, p.id LIMIT 1`)},
        'risks', ${edges(`
          SELECT json_build_object('code', r.code, 'titleTh', r."titleTh", 'level', r.level,
            'mitigations', ${mitigationsOf(`'measureTh', m."measureTh", 'status', ${shownStatus}`)}) AS node
          FROM "Risk" r WHERE r."agencyId" = g.id ORDER BY r.code, r.id LIMIT 10`)},
        'delegationOrders', ${edges(`
          SELECT json_build_object('orderNo', o."orderNo", 'year', o.year, 'powers', (
            SELECT coalesce(json_agg(json_build_object('verb', w.verb, 'processArea', w."processArea", 'ceilingAmount', w."ceilingAmount"::text,
              'delegator', (SELECT json_build_object('titleTh', a."titleTh") FROM "Position" a WHERE a."agencyId" = w."agencyId" AND a.id = w."delegatorId"),
              'delegate', (SELECT json_build_object('titleTh', b."titleTh") FROM "Position" b WHERE b."agencyId" = w."agencyId" AND b.id = w."delegateId")
              ) ORDER BY w."lineNo"), '[]')
            FROM "DelegatedPower" w WHERE w."agencyId" = o."agencyId" AND w."orderId" = o.id)) AS node
          FROM "DelegationOrder" o WHERE o."agencyId" = g.id ORDER BY o."effectiveFrom" DESC, o.id LIMIT 5`)})
      FROM "Agency" g WHERE g.code = $1))::text`,
    valuesOf: ({ agencyCode }) => [agencyCode],
  },
  {
    name: 'Q4',
    text: `SELECT json_build_object('centre', json_build_object(
      'riskLevels', (SELECT coalesce(json_agg(l), '[]') FROM bench.risk_levels($1::int) l),
      'mitigationProgress', (SELECT coalesce(json_agg(p), '[]') FROM bench.mitigation_progress($1::int) p)))::text`,
    valuesOf: ({ fiscalYear }) => [String(fiscalYear)],
  },
  {
    name: 'Q5',
    text: `SELECT bench.assess_risk_answer($1, $2, 'RESIDUAL', $3, $4, $5)::text`,
    valuesOf: ({ riskId, expectedVersion, likelihood, impact, justification }) => [
      riskId,
      String(expectedVersion),
      String(likelihood),
      String(impact),
      justification,
    ],
  },
  {
    name: 'G1',
    text: `SELECT json_build_object('risksGrouped', json_build_object('groups', (
      SELECT coalesce(json_agg(json_build_object('keys', json_build_object('processArea', "processArea", 'level', level),
        'count', total, 'avg', json_build_object('score', mean::text)) ORDER BY "processArea", level), '[]')
      FROM (SELECT "processArea", level, count(*) AS total, round(avg(score), 2) AS mean
        FROM "Risk" WHERE disclosure >= 1 AND "fiscalYear" = $1 GROUP BY "processArea", level) grouped)))::text`,
    valuesOf: ({ fiscalYear }) => [String(fiscalYear)],
  },
  {
    name: 'F1',
    text: `WITH owner AS MATERIALIZED (SELECT id FROM "Agency" WHERE code = $1),
      found AS MATERIALIZED (
        SELECT r.id, r.code, r."titleTh", r.level, r.score FROM "Risk" r
        WHERE r."agencyId" = (SELECT id FROM owner) AND r.level IN ('HIGH', 'EXTREME') AND NOT EXISTS (
          SELECT 1 FROM "Mitigation" m WHERE m."agencyId" = r."agencyId" AND m."riskId" = r.id
            AND m.status IN ('PLANNED', 'IN_PROGRESS') AND m."dueOn" <= $2))
      SELECT json_build_object('risks', json_build_object(
        'totalCount', (SELECT count(*) FROM found),
        'edges', (SELECT coalesce(json_agg(json_build_object('node', json_build_object(
            'code', code, 'titleTh', "titleTh", 'level', level, 'score', score))), '[]')
          FROM (SELECT * FROM found ORDER BY score DESC, id LIMIT 20) page)))::text`,
    valuesOf: ({ agencyCode, dueBy }) => [agencyCode, dueBy],
  },
  {
    name: 'S1',
    text: `WITH found AS MATERIALIZED (
        SELECT t.id, icount(t.grams & sought.grams)::real / icount(t.grams | sought.grams) AS closeness
        FROM (SELECT app.text_grams($1) AS grams OFFSET 0) sought, bench.risk_grams t
        WHERE t."agencyId" = app.agency() AND t.grams @> sought.grams)
      SELECT json_build_object('search', json_build_object(
        'totalCount', (SELECT count(*) FROM found),
        'edges', (SELECT coalesce(json_agg(json_build_object('node', json_build_object('code', code, 'titleTh', "titleTh"))), '[]')
          FROM (SELECT r.code, r."titleTh" FROM found JOIN "Risk" r ON r."agencyId" = app.agency() AND r.id = found.id
            ORDER BY closeness DESC, r."fiscalYear" DESC, r.id LIMIT 20) page)))::text`,
    valuesOf: ({ text }) => [text],
  },
  {
    name: 'T1',
    text: `SELECT json_build_object('node', (
      SELECT json_build_object('code', r.code, 'titleTh', r."titleTh", 'titleEn', r."titleEn", 'level', r.level, 'score', r.score,
        'likelihood', r.likelihood, 'impact', r.impact,
        'agency', (SELECT json_build_object('code', g.code, 'nameTh', g."nameTh") FROM "Agency" g WHERE g.id = r."agencyId"),
        'mitigations', (SELECT coalesce(json_agg(json_build_object('measureTh', m."measureTh", 'status', ${shownStatus},
            'progressPercent', m."progressPercent", 'dueOn', m."dueOn") ORDER BY m."sortOrder"), '[]')
          FROM bench.mitigations_as_of($1, $2) m))
      FROM bench.risks_as_of($1, $2) r))::text`,
    valuesOf: ({ riskId, moment }) => [riskId, moment],
  },
];
