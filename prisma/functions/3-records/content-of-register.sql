-- The content of a record as an edition freezes it, and as editions are compared with: everything that the agency says in it, by items
-- that keep their ids, and nothing about who wrote it.
CREATE OR REPLACE FUNCTION app.texts_of_unit(agency uuid, unit uuid) RETURNS text LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$ SELECT "nameTh" FROM "Unit" WHERE "agencyId" = agency AND id = unit $$;

CREATE OR REPLACE FUNCTION app.texts_of_position(agency uuid, place uuid) RETURNS text LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$ SELECT "titleTh" FROM "Position" WHERE "agencyId" = agency AND id = place $$;

CREATE OR REPLACE FUNCTION app.texts_of_committee(agency uuid, committee uuid) RETURNS text LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$ SELECT "nameTh" FROM "Committee" WHERE "agencyId" = agency AND id = committee $$;

-- Null where nothing is said, so that editions published before show no change.
CREATE OR REPLACE FUNCTION app.content_of_register(agency uuid, record uuid) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object('kind', 'RISK_REGISTER', 'id', g.id, 'fiscalYear', g."fiscalYear", 'origin', g.origin,
    'method', (SELECT version FROM "RiskMethod" WHERE id = g."methodId"),
    'agency', (SELECT jsonb_build_object('code', code, 'nameTh', "nameTh", 'nameEn', "nameEn") FROM "Agency" WHERE id = agency),
    'committee', app.texts_of_committee(agency, g."committeeId"),
    'areasWithoutRisk', (SELECT jsonb_agg(jsonb_build_object('id', area, 'reasonTh', "reasonTh") ORDER BY area)
      FROM "AreaWithoutRisk" WHERE "agencyId" = agency AND "registerId" = g.id),
    'risks', (SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', r.id, 'code', r.code, 'titleTh', r."titleTh", 'titleEn', r."titleEn", 'processArea', r."processArea",
      'furtherProcessAreas', r."furtherProcessAreas", 'corruptionTypes', r."corruptionTypes", 'itaArea', r."itaArea", 'factorKind', r."factorKind",
      'actorTh', r."actorTh", 'actorEn', r."actorEn", 'responsibleUnit', app.texts_of_unit(agency, r."responsibleUnitId"),
      'level', r.level, 'score', r.score, 'likelihood', r.likelihood, 'impact', r.impact,
      'causes', (SELECT coalesce(jsonb_agg(jsonb_build_object('textTh', "textTh", 'textEn', "textEn") ORDER BY "sortOrder", id), '[]')
        FROM "RiskCause" WHERE "agencyId" = agency AND "riskId" = r.id),
      'controls', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'textTh', "textTh", 'textEn', "textEn",
          'effectiveness', effectiveness) ORDER BY "sortOrder", id), '[]')
        FROM "Control" WHERE "agencyId" = agency AND "riskId" = r.id),
      'mitigations', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'measureTh', "measureTh", 'measureEn', "measureEn",
          'strategy', strategy, 'ownerUnit', app.texts_of_unit(agency, "ownerUnitId"),
          'ownerPosition', app.texts_of_position(agency, "ownerPositionId"), 'dueOn', "dueOn", 'budgetAmount', "budgetAmount"::text,
          'status', status, 'progressPercent', "progressPercent", 'doneOn', "doneOn", 'cancelReasonTh', "cancelReasonTh") ORDER BY "sortOrder", id), '[]')
        FROM "Mitigation" WHERE "agencyId" = agency AND "riskId" = r.id),
      'acceptances', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'level', level, 'reasonTh', "reasonTh",
          'acceptedOn', "acceptedOn", 'expiresOn', "expiresOn") ORDER BY "acceptedOn", id), '[]')
        FROM "Acceptance" WHERE "agencyId" = agency AND "riskId" = r.id)
    ) ORDER BY r.code, r.id), '[]') FROM "Risk" r WHERE r."agencyId" = agency AND r."registerId" = g.id))
  FROM "RiskRegister" g WHERE g."agencyId" = agency AND g.id = record
$$;
