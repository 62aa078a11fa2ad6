-- Internal audits: the plan of a year, when each was done, what it observed and what was done about that (docs/decisions/0062).

CREATE TYPE "AuditFollowUp" AS ENUM ('NOT_STARTED', 'IN_PROGRESS', 'DONE');

CREATE TABLE "InternalAudit" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "fiscalYear" INTEGER NOT NULL,
    "topicTh" TEXT NOT NULL,
    "topicEn" TEXT,
    "unitId" UUID,
    "plannedMonth" DATE NOT NULL,
    "heldFrom" DATE,
    "heldTo" DATE,
    "noteTh" TEXT,
    "status" "EntryStatus" NOT NULL DEFAULT 'DRAFT',
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "InternalAudit_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "AuditObservation" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "auditId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "observationTh" TEXT NOT NULL,
    "recommendationTh" TEXT NOT NULL,
    "unitId" UUID,
    "positionId" UUID,
    "dueOn" DATE NOT NULL,
    "followUp" "AuditFollowUp" NOT NULL DEFAULT 'NOT_STARTED',
    "actionTh" TEXT,
    "actionOn" DATE,
    "status" "EntryStatus" NOT NULL DEFAULT 'DRAFT',
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditObservation_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "InternalAudit_agencyId_id_key" ON "InternalAudit"("agencyId", "id");
CREATE INDEX "InternalAudit_agencyId_fiscalYear_plannedMonth_idx" ON "InternalAudit"("agencyId", "fiscalYear", "plannedMonth");
CREATE INDEX "InternalAudit_agencyId_unitId_idx" ON "InternalAudit"("agencyId", "unitId");
CREATE INDEX "InternalAudit_disclosure_agencyId_idx" ON "InternalAudit"("disclosure", "agencyId");
CREATE UNIQUE INDEX "AuditObservation_agencyId_id_key" ON "AuditObservation"("agencyId", "id");
CREATE UNIQUE INDEX "AuditObservation_agencyId_auditId_number_key" ON "AuditObservation"("agencyId", "auditId", "number");
CREATE INDEX "AuditObservation_agencyId_positionId_idx" ON "AuditObservation"("agencyId", "positionId");
CREATE INDEX "AuditObservation_agencyId_unitId_idx" ON "AuditObservation"("agencyId", "unitId");
CREATE INDEX "AuditObservation_agencyId_dueOn_idx" ON "AuditObservation"("agencyId", "dueOn");
CREATE INDEX "AuditObservation_disclosure_agencyId_idx" ON "AuditObservation"("disclosure", "agencyId");

ALTER TABLE "InternalAudit"
  ADD CONSTRAINT "InternalAudit_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "InternalAudit_agencyId_unitId_fkey" FOREIGN KEY ("agencyId", "unitId") REFERENCES "Unit"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT month_by_its_first_day CHECK (extract(day FROM "plannedMonth") = 1),
  ADD CONSTRAINT planned_in_its_year CHECK ("fiscalYear" = app.fiscal_year_of("plannedMonth")),
  ADD CONSTRAINT both_days_or_none CHECK (("heldFrom" IS NULL) = ("heldTo" IS NULL)),
  ADD CONSTRAINT days_in_order CHECK ("heldTo" >= "heldFrom");
ALTER TABLE "AuditObservation"
  ADD CONSTRAINT "AuditObservation_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "AuditObservation_agencyId_auditId_fkey" FOREIGN KEY ("agencyId", "auditId") REFERENCES "InternalAudit"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "AuditObservation_agencyId_unitId_fkey" FOREIGN KEY ("agencyId", "unitId") REFERENCES "Unit"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "AuditObservation_agencyId_positionId_fkey" FOREIGN KEY ("agencyId", "positionId") REFERENCES "Position"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT somebody_answers CHECK ("unitId" IS NOT NULL OR "positionId" IS NOT NULL),
  ADD CONSTRAINT begun_with_what_was_done CHECK (("followUp" = 'NOT_STARTED') = ("actionTh" IS NULL) AND ("actionTh" IS NULL) = ("actionOn" IS NULL));
ALTER TABLE "InternalAudit" ALTER COLUMN "topicTh" TYPE text COLLATE "th-x-icu";

-- The centre sees that an audit is planned and was done; what it observed is the agency's own business, whatever its status.
CALL app.keep_as_entry('InternalAudit');
CREATE OR REPLACE TRIGGER disclose BEFORE INSERT OR UPDATE ON "InternalAudit" FOR EACH ROW EXECUTE FUNCTION app.disclose_confidential_entry();
-- When it was done is noted in the confirmed plan.
CREATE OR REPLACE TRIGGER keep_content BEFORE UPDATE ON "InternalAudit" FOR EACH ROW WHEN (OLD.status NOT IN ('DRAFT', 'CORRECTING'))
  EXECUTE FUNCTION app.keep_content('{version,updatedAt,disclosure,status,heldFrom,heldTo}');

CREATE FUNCTION app.disclose_to_agency() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.disclosure := 0;
  RETURN NEW;
END $$;
CALL app.keep_as_entry('AuditObservation');
CREATE OR REPLACE TRIGGER disclose BEFORE INSERT OR UPDATE ON "AuditObservation" FOR EACH ROW EXECUTE FUNCTION app.disclose_to_agency();
-- It is never disclosed: whether it may be removed is told by its status alone.
CREATE OR REPLACE TRIGGER keep_submitted BEFORE DELETE ON "AuditObservation" FOR EACH ROW WHEN (OLD.status <> 'DRAFT')
  EXECUTE FUNCTION app.keep_submitted();
CREATE OR REPLACE TRIGGER keep_place BEFORE UPDATE ON "AuditObservation" FOR EACH ROW
  WHEN (OLD."agencyId" IS DISTINCT FROM NEW."agencyId" OR OLD.id IS DISTINCT FROM NEW.id OR OLD."auditId" IS DISTINCT FROM NEW."auditId")
  EXECUTE FUNCTION app.keep_place();
-- What was done about it is followed up after it was confirmed.
CREATE OR REPLACE TRIGGER keep_content BEFORE UPDATE ON "AuditObservation" FOR EACH ROW WHEN (OLD.status NOT IN ('DRAFT', 'CORRECTING'))
  EXECUTE FUNCTION app.keep_content('{version,updatedAt,disclosure,status,followUp,actionTh,actionOn}');

-- A finding names the audit or the observation that it is about.
ALTER TABLE "Finding" ADD COLUMN "internalAuditId" UUID, ADD COLUMN "auditObservationId" UUID,
  ADD CONSTRAINT "Finding_agencyId_internalAuditId_fkey" FOREIGN KEY ("agencyId", "internalAuditId") REFERENCES "InternalAudit"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "Finding_agencyId_auditObservationId_fkey" FOREIGN KEY ("agencyId", "auditObservationId") REFERENCES "AuditObservation"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "Finding_agencyId_internalAuditId_idx" ON "Finding"("agencyId", "internalAuditId");
CREATE INDEX "Finding_agencyId_auditObservationId_idx" ON "Finding"("agencyId", "auditObservationId");
