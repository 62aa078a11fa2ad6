CREATE OR REPLACE FUNCTION app.content_of_swot(agency uuid, record uuid) RETURNS jsonb LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object('kind', 'SWOT_ANALYSIS', 'id', a.id, 'fiscalYear', a."fiscalYear", 'origin', a.origin,
    'agency', (SELECT jsonb_build_object('code', code, 'nameTh', "nameTh", 'nameEn', "nameEn") FROM "Agency" WHERE id = agency),
    'items', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'quadrant', quadrant, 'factor', factor, 'rank', rank,
        'textTh', "textTh", 'textEn', "textEn") ORDER BY quadrant, rank, id), '[]')
      FROM "SwotItem" WHERE "agencyId" = agency AND "analysisId" = a.id))
  FROM "SwotAnalysis" a WHERE a."agencyId" = agency AND a.id = record
$$;
