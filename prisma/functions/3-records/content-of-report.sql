-- The content of a year report as an edition freezes it, in the order in which it is printed.
CREATE OR REPLACE FUNCTION app.content_of_year_report(agency uuid, record uuid) RETURNS jsonb LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object('kind', 'YEAR_REPORT', 'id', y.id, 'reportKind', y.kind, 'fiscalYear', y."fiscalYear", 'origin', y.origin,
    'agency', (SELECT jsonb_build_object('code', code, 'nameTh', "nameTh", 'nameEn', "nameEn") FROM "Agency" WHERE id = agency),
    'plan', (SELECT jsonb_build_object('id', id, 'titleTh', "titleTh") FROM "Plan" WHERE "agencyId" = agency AND id = y."planId"),
    'riskRegister', (SELECT jsonb_build_object('id', id, 'fiscalYear', "fiscalYear") FROM "RiskRegister" WHERE "agencyId" = agency AND id = y."registerId"),
    'summaryTh', y."summaryTh", 'problemsTh', y."problemsTh", 'suggestionsTh', y."suggestionsTh",
    'signedBy', app.texts_of_position(agency, y."signedById"), 'signedOn', y."signedOn",
    'items', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'projectId', i."projectId", 'riskId', i."riskId", 'titleTh', i."titleTh",
      'resultTh', i."resultTh", 'progressPercent', i."progressPercent", 'spentAmount', i."spentAmount"::text, 'problemsTh', i."problemsTh",
      'suggestionsTh', i."suggestionsTh", 'levelBefore', i."levelBefore", 'levelAfter', i."levelAfter",
      'values', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'textTh', "textTh", 'operator', operator,
          'threshold', threshold::text, 'unitTh', "unitTh", 'value', value::text, 'previous', previous::text) ORDER BY "sortOrder"), '[]')
        FROM "YearReportValue" WHERE "agencyId" = agency AND "itemId" = i.id),
      'measures', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'mitigationId', "mitigationId", 'measureTh', "measureTh", 'status', "mitigationStatus",
          'progressPercent', "progressPercent", 'doneOn', "doneOn", 'doneTh', "doneTh", 'leftTh', "leftTh") ORDER BY "sortOrder"), '[]')
        FROM "YearReportMeasure" WHERE "agencyId" = agency AND "itemId" = i.id)
    ) ORDER BY i."sortOrder"), '[]') FROM "YearReportItem" i WHERE i."agencyId" = agency AND i."reportId" = y.id))
  FROM "YearReport" y WHERE y."agencyId" = agency AND y.id = record
$$;
