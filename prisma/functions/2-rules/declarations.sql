-- Whether a declaration counts: an approver of the agency confirmed it. What was only read in a document binds nobody here.
CREATE OR REPLACE FUNCTION app.declaration_counts(status "EntryStatus", origin "Origin") RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN status <> 'DRAFT' AND origin <> 'DOCUMENT';

-- The policies that an agency declared for an earlier year and, once the days since the fiscal year began are over, not for that of the day; with the
-- latest declaration of each.
CREATE OR REPLACE FUNCTION app.declarations_missing(agency uuid, day date)
RETURNS TABLE (kind "DeclarationKind", "declarationId" uuid, "fiscalYear" integer, "dueOn" date) LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT DISTINCT ON (d.kind) d.kind, d.id, y.year, y."dueOn"
  FROM "Declaration" d
  CROSS JOIN (SELECT app.fiscal_year_of(day) AS year, app.fiscal_year_begins(app.fiscal_year_of(day)) + app.declaration_due_days() AS "dueOn") y
  WHERE d."agencyId" = agency AND d.form = 'POLICY' AND d."fiscalYear" < y.year AND app.declaration_counts(d.status, d.origin)
    AND NOT EXISTS (SELECT 1 FROM "Declaration" other WHERE other."agencyId" = agency AND other.kind = d.kind
      AND other."fiscalYear" = y.year AND app.declaration_counts(other.status, other.origin))
  ORDER BY d.kind, d."fiscalYear" DESC
$$;

-- The sections and schools of an agency whose people have not been counted for a declaration that counts, by the day on which that is due.
CREATE OR REPLACE FUNCTION app.units_not_counted(agency uuid)
RETURNS TABLE ("declarationId" uuid, "unitId" uuid, "dueOn" date) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT d.id, u.id, d."signedOn" + app.acknowledgement_due_days()
  FROM "Declaration" d
  JOIN "Unit" u ON u."agencyId" = agency AND u.kind IN ('DIVISION', 'SERVICE_CENTRE', 'SCHOOL')
  WHERE d."agencyId" = agency AND d.kind IN ('NO_GIFT_POLICY', 'ANTI_BRIBERY_POLICY') AND d."signedOn" IS NOT NULL
    AND app.declaration_counts(d.status, d.origin)
    AND NOT EXISTS (SELECT 1 FROM "DeclarationAcknowledgement" a
      WHERE a."agencyId" = agency AND a."declarationId" = d.id AND a."unitId" = u.id)
$$;
