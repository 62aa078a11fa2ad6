-- The content of a plan as an edition freezes it; steps at any depth stand beneath their step. What was added later is null where nothing is
-- said, so that editions published before show no change.
CREATE OR REPLACE FUNCTION app.content_of_plan(agency uuid, record uuid) RETURNS jsonb LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object('kind', 'PLAN', 'id', p.id, 'titleTh', p."titleTh", 'titleEn', p."titleEn", 'origin', p.origin,
    'fiscalYearFrom', p."fiscalYearFrom", 'fiscalYearTo', p."fiscalYearTo", 'announcedOn', p."announcedOn",
    'framework', (SELECT version FROM "Framework" WHERE id = p."frameworkId"),
    'agency', (SELECT jsonb_build_object('code', code, 'nameTh', "nameTh", 'nameEn', "nameEn") FROM "Agency" WHERE id = agency),
    'statements', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'textTh', "textTh", 'textEn', "textEn")
        ORDER BY kind, "sortOrder", id), '[]') FROM "PlanStatement" WHERE "agencyId" = agency AND "planId" = p.id),
    'projects', (SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', j.id, 'kind', j.kind, 'sequenceNo', j."sequenceNo", 'printedCode', j."printedCode",
      'dimension', (SELECT number FROM "FrameworkDimension" WHERE id = j."dimensionId"),
      'mission', (SELECT code FROM "FrameworkMission" WHERE id = j."missionId"),
      'subMission', (SELECT code FROM "FrameworkSubMission" WHERE id = j."subMissionId"),
      'titleTh', j."titleTh", 'titleEn', j."titleEn", 'objectivesTh', j."objectivesTh", 'objectivesEn', j."objectivesEn",
      'rationaleTh', j."rationaleTh", 'rationaleEn', j."rationaleEn",
      'fiscalYears', j."fiscalYears", 'quarters', j.quarters, 'status', j.status,
      'steps', (WITH RECURSIVE step AS (
          SELECT s.id, s."textTh", s."textEn", 1 AS depth, ARRAY[s."sortOrder"] AS place
          FROM "ProjectStep" s WHERE s."agencyId" = agency AND s."projectId" = j.id AND s."parentId" IS NULL
          UNION ALL
          SELECT s.id, s."textTh", s."textEn", p.depth + 1, p.place || s."sortOrder"
          FROM "ProjectStep" s JOIN step p ON p.id = s."parentId" WHERE s."agencyId" = agency
        ) SELECT coalesce(jsonb_agg(jsonb_build_object('textTh', "textTh", 'textEn', "textEn", 'isSubStep', depth > 1, 'depth', depth)
          ORDER BY place, id), '[]') FROM step),
      'targetGroups', (SELECT coalesce(jsonb_agg(jsonb_build_object('textTh', "textTh", 'textEn', "textEn", 'headcount', headcount)
          ORDER BY "sortOrder", id), '[]') FROM "TargetGroup" WHERE "agencyId" = agency AND "projectId" = j.id),
      'budgetLines', (SELECT coalesce(jsonb_agg(jsonb_build_object('fiscalYear', "fiscalYear", 'status', status, 'amount', amount::text)
          ORDER BY "fiscalYear", id), '[]') FROM "BudgetLine" WHERE "agencyId" = agency AND "projectId" = j.id),
      'indicators', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'textTh', "textTh", 'textEn', "textEn",
          'operator', operator, 'threshold', threshold::text, 'unit', unit, 'unitTh', "unitTh", 'measuredByTh', "measuredByTh",
          'measuredByEn', "measuredByEn") ORDER BY "sortOrder", id), '[]')
        FROM "Indicator" WHERE "agencyId" = agency AND "projectId" = j.id),
      'responsibleUnits', (SELECT coalesce(jsonb_agg(u."nameTh" ORDER BY u.code), '[]')
        FROM "ProjectUnit" x JOIN "Unit" u ON u."agencyId" = x."agencyId" AND u.id = x."unitId"
        WHERE x."agencyId" = agency AND x."projectId" = j.id)
    ) ORDER BY j."sortOrder", j.id), '[]') FROM "Project" j WHERE j."agencyId" = agency AND j."planId" = p.id))
  FROM "Plan" p WHERE p."agencyId" = agency AND p.id = record
$$;
