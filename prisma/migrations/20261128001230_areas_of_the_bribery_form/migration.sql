-- The bribery form of the centre asks about four areas: a risk names its area, and a register says of each area that it has a risk, or why none.

CREATE TYPE "ItaArea" AS ENUM ('APPROVAL_PERMIT', 'DUTY_POWER', 'BUDGET_RESOURCES', 'PERSONNEL');

ALTER TABLE "Risk" ADD COLUMN "itaArea" "ItaArea";

CREATE TABLE "AreaWithoutRisk" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "registerId" UUID NOT NULL,
    "area" "ItaArea" NOT NULL,
    "reasonTh" TEXT NOT NULL,

    CONSTRAINT "AreaWithoutRisk_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "AreaWithoutRisk_agencyId_id_key" ON "AreaWithoutRisk"("agencyId", "id");
CREATE UNIQUE INDEX "AreaWithoutRisk_agencyId_registerId_area_key" ON "AreaWithoutRisk"("agencyId", "registerId", "area");

ALTER TABLE "AreaWithoutRisk"
  ADD CONSTRAINT "AreaWithoutRisk_agencyId_registerId_fkey" FOREIGN KEY ("agencyId", "registerId") REFERENCES "RiskRegister"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------------- walls
ALTER TABLE "AreaWithoutRisk" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "AreaWithoutRisk" FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_reads_own ON "AreaWithoutRisk" FOR SELECT USING ("agencyId" = (SELECT app.agency()));
CREATE POLICY city_reads_disclosed ON "AreaWithoutRisk" FOR SELECT USING (disclosure >= (SELECT app.floor()));
CREATE POLICY agency_adds_own ON "AreaWithoutRisk" FOR INSERT WITH CHECK ("agencyId" = (SELECT app.agency()));
CREATE POLICY agency_changes_own ON "AreaWithoutRisk" FOR UPDATE USING ("agencyId" = (SELECT app.agency()));
CREATE POLICY agency_removes_own ON "AreaWithoutRisk" FOR DELETE USING ("agencyId" = (SELECT app.agency()));
GRANT SELECT, INSERT, UPDATE, DELETE ON "AreaWithoutRisk" TO registry_app;

-- A part of a register like its risks: disclosed with it, counted in its version, recorded, and removed with it or while it is written.
CALL app.disclose_like('AreaWithoutRisk', 'RiskRegister', 'registerId');
CREATE TRIGGER pass_on_disclosure_to_areas AFTER UPDATE ON "RiskRegister" FOR EACH ROW WHEN (OLD.disclosure <> NEW.disclosure)
  EXECUTE FUNCTION app.pass_on_disclosure('AreaWithoutRisk', 'registerId');
CALL app.count_changes_of('AreaWithoutRisk', 'registerId');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "AreaWithoutRisk" FOR EACH ROW EXECUTE FUNCTION app.audit('registerId');
CREATE TRIGGER keep_submitted BEFORE DELETE ON "AreaWithoutRisk" FOR EACH ROW WHEN (OLD.disclosure > 0)
  EXECUTE FUNCTION app.keep_submitted('registerId', 'RiskRegister');
CREATE TRIGGER keep_place BEFORE UPDATE ON "AreaWithoutRisk" FOR EACH ROW
  WHEN (OLD."agencyId" IS DISTINCT FROM NEW."agencyId" OR OLD.id IS DISTINCT FROM NEW.id OR OLD."registerId" IS DISTINCT FROM NEW."registerId")
  EXECUTE FUNCTION app.keep_place();

-- -------------------------------------------------------------------------------------------------------------- what an edition holds
-- Null where nothing is said, so that editions published before show no change.
CREATE OR REPLACE FUNCTION app.content_of_register(agency uuid, record uuid) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object('kind', 'RISK_REGISTER', 'id', g.id, 'fiscalYear', g."fiscalYear", 'origin', g.origin,
    'method', (SELECT version FROM "RiskMethod" WHERE id = g."methodId"),
    'agency', (SELECT jsonb_build_object('code', code, 'nameTh', "nameTh", 'nameEn', "nameEn") FROM "Agency" WHERE id = agency),
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
          'status', status, 'progressPercent', "progressPercent", 'doneOn', "doneOn") ORDER BY "sortOrder", id), '[]')
        FROM "Mitigation" WHERE "agencyId" = agency AND "riskId" = r.id),
      'acceptances', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'level', level, 'reasonTh', "reasonTh",
          'acceptedOn', "acceptedOn", 'expiresOn', "expiresOn") ORDER BY "acceptedOn", id), '[]')
        FROM "Acceptance" WHERE "agencyId" = agency AND "riskId" = r.id)
    ) ORDER BY r.code, r.id), '[]') FROM "Risk" r WHERE r."agencyId" = agency AND r."registerId" = g.id))
  FROM "RiskRegister" g WHERE g."agencyId" = agency AND g.id = record
$$;
