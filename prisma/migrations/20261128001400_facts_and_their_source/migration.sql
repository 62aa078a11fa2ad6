-- What a document prints, what was inferred from it and what it leaves open (docs/decisions/0027): marks beside the values, the text as
-- printed beside the reading, and a place for what had none: rationale of a project, notes of a register, kind of a unit.

CREATE TYPE "UnitKind" AS ENUM ('DIVISION', 'SERVICE_CENTRE', 'SCHOOL', 'EXECUTIVE', 'COUNCIL', 'COMMITTEE', 'ALL_UNITS', 'ADVISER', 'CITIZENS');

ALTER TABLE "Agency" ADD COLUMN "inferred" TEXT[] DEFAULT ARRAY[]::TEXT[], ADD COLUMN "noteTh" TEXT;
ALTER TABLE "Unit" ADD COLUMN "kind" "UnitKind" NOT NULL DEFAULT 'DIVISION', ADD COLUMN "namePrinted" TEXT,
  ADD COLUMN "inferred" TEXT[] DEFAULT ARRAY[]::TEXT[], ADD COLUMN "noteTh" TEXT, ADD COLUMN "sourceDocument" TEXT, ADD COLUMN "sourceSection" TEXT;
ALTER TABLE "Position" ADD COLUMN "inferred" TEXT[] DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "Plan" ADD COLUMN "inferred" TEXT[] DEFAULT ARRAY[]::TEXT[], ADD COLUMN "printedTitle" TEXT, ADD COLUMN "noteTh" TEXT, ADD COLUMN "noteEn" TEXT;
ALTER TABLE "Project" ADD COLUMN "inferred" TEXT[] DEFAULT ARRAY[]::TEXT[], ADD COLUMN "rationaleTh" TEXT, ADD COLUMN "rationaleEn" TEXT;
ALTER TABLE "BudgetLine" ADD COLUMN "inferred" TEXT[] DEFAULT ARRAY[]::TEXT[], ADD COLUMN "amountPrinted" TEXT, ADD COLUMN "sheetPrinted" TEXT;
ALTER TABLE "Indicator" ADD COLUMN "inferred" TEXT[] DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "RiskRegister" ADD COLUMN "noteTh" TEXT, ADD COLUMN "noteEn" TEXT;
ALTER TABLE "Risk" ADD COLUMN "inferred" TEXT[] DEFAULT ARRAY[]::TEXT[];
-- A document may give orders as an example alone, and then sets no number of them.
ALTER TABLE "DelegationMeasure" ALTER COLUMN "ordersOperator" DROP NOT NULL, ALTER COLUMN "ordersCountPrinted" DROP NOT NULL,
  ADD COLUMN "chainsAreExamples" BOOLEAN NOT NULL DEFAULT false;

-- Whoever states a value anew vouches for it: its mark goes, without every act having to think of it. Who writes marks himself keeps them.
CREATE FUNCTION app.settle_inferred() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  was CONSTANT jsonb := to_jsonb(OLD);
  becomes CONSTANT jsonb := to_jsonb(NEW);
BEGIN
  -- A relation is marked by its name; the column that holds it ends in Id.
  NEW.inferred := ARRAY(SELECT field FROM unnest(OLD.inferred) field
    WHERE was -> field IS NOT DISTINCT FROM becomes -> field AND was -> (field || 'Id') IS NOT DISTINCT FROM becomes -> (field || 'Id'));
  RETURN NEW;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Agency', 'Unit', 'Position', 'Plan', 'Project', 'BudgetLine', 'Indicator', 'Risk'] LOOP
    EXECUTE format('CREATE TRIGGER settle_inferred BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD.inferred <> ''{}'' AND OLD.inferred = NEW.inferred) EXECUTE FUNCTION app.settle_inferred()', t);
  END LOOP;
END $$;

-- Published editions hold the rationale, and steps at any depth stand beneath their step.
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
          'operator', operator, 'threshold', threshold::text, 'unit', unit, 'unitTh', "unitTh") ORDER BY "sortOrder", id), '[]')
        FROM "Indicator" WHERE "agencyId" = agency AND "projectId" = j.id),
      'responsibleUnits', (SELECT coalesce(jsonb_agg(u."nameTh" ORDER BY u.code), '[]')
        FROM "ProjectUnit" x JOIN "Unit" u ON u."agencyId" = x."agencyId" AND u.id = x."unitId"
        WHERE x."agencyId" = agency AND x."projectId" = j.id)
    ) ORDER BY j."sortOrder", j.id), '[]') FROM "Project" j WHERE j."agencyId" = agency AND j."planId" = p.id))
  FROM "Plan" p WHERE p."agencyId" = agency AND p.id = record
$$;
