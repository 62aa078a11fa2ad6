-- Reports on the results of plans after six and twelve months, on the bribery risks of a year, and what was sent to the national plan system
-- (docs/decisions/0060). Reports live as plans, analyses and registers do.

-- CreateEnum
CREATE TYPE "YearReportKind" AS ENUM ('SIX_MONTHS', 'TWELVE_MONTHS', 'BRIBERY_RISKS');

-- AlterEnum
ALTER TYPE "RecordKind" ADD VALUE 'YEAR_REPORT';

-- AlterTable
ALTER TABLE "Edition" ADD COLUMN     "reportId" UUID;

-- AlterTable
ALTER TABLE "ReviewComment" ADD COLUMN     "reportItemId" UUID;

-- AlterTable
ALTER TABLE "StatusChange" ADD COLUMN     "reportId" UUID;

-- CreateTable
CREATE TABLE "YearReport" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "kind" "YearReportKind" NOT NULL,
    "planId" UUID,
    "registerId" UUID,
    "fiscalYear" INTEGER NOT NULL,
    "summaryTh" TEXT,
    "problemsTh" TEXT,
    "suggestionsTh" TEXT,
    "signedById" UUID,
    "signedOn" DATE,
    "status" "RecordStatus" NOT NULL DEFAULT 'DRAFT',
    "isAmendment" BOOLEAN NOT NULL DEFAULT false,
    "isImported" BOOLEAN NOT NULL DEFAULT false,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "YearReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "YearReportItem" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "reportId" UUID NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "projectId" UUID,
    "riskId" UUID,
    "titleTh" TEXT NOT NULL,
    "resultTh" TEXT,
    "progressPercent" INTEGER,
    "spentAmount" DECIMAL(15,2),
    "problemsTh" TEXT,
    "suggestionsTh" TEXT,
    "levelBefore" "CurrentRiskLevel",
    "levelAfter" "CurrentRiskLevel",
    "progressReportId" UUID,
    "takenVersion" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "YearReportItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "YearReportValue" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "itemId" UUID NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "kind" "IndicatorKind" NOT NULL,
    "textTh" TEXT NOT NULL,
    "operator" "IndicatorOperator",
    "threshold" DECIMAL(15,2),
    "unitTh" TEXT,
    "value" DECIMAL(15,2),
    "previous" DECIMAL(15,2),

    CONSTRAINT "YearReportValue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "YearReportMeasure" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "itemId" UUID NOT NULL,
    "mitigationId" UUID NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "measureTh" TEXT NOT NULL,
    "mitigationStatus" "MitigationStatus" NOT NULL,
    "progressPercent" INTEGER NOT NULL,
    "doneOn" DATE,
    "doneTh" TEXT,
    "leftTh" TEXT,
    "takenVersion" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "YearReportMeasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanSubmission" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "planId" UUID NOT NULL,
    "reportId" UUID,
    "round" INTEGER NOT NULL,
    "submittedOn" DATE NOT NULL,
    "receiptNo" TEXT,
    "address" TEXT,
    "noteTh" TEXT,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PlanSubmission_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "YearReport_agencyId_signedById_idx" ON "YearReport"("agencyId", "signedById");

-- CreateIndex
CREATE INDEX "YearReport_disclosure_agencyId_idx" ON "YearReport"("disclosure", "agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "YearReport_agencyId_id_key" ON "YearReport"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "YearReport_agencyId_planId_fiscalYear_kind_key" ON "YearReport"("agencyId", "planId", "fiscalYear", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "YearReport_agencyId_registerId_key" ON "YearReport"("agencyId", "registerId");

-- CreateIndex
CREATE INDEX "YearReportItem_agencyId_projectId_idx" ON "YearReportItem"("agencyId", "projectId");

-- CreateIndex
CREATE INDEX "YearReportItem_agencyId_riskId_idx" ON "YearReportItem"("agencyId", "riskId");

-- CreateIndex
CREATE INDEX "YearReportItem_agencyId_progressReportId_idx" ON "YearReportItem"("agencyId", "progressReportId");

-- CreateIndex
CREATE UNIQUE INDEX "YearReportItem_agencyId_id_key" ON "YearReportItem"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "YearReportItem_agencyId_reportId_sortOrder_key" ON "YearReportItem"("agencyId", "reportId", "sortOrder");

-- CreateIndex
CREATE UNIQUE INDEX "YearReportValue_agencyId_id_key" ON "YearReportValue"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "YearReportValue_agencyId_itemId_sortOrder_key" ON "YearReportValue"("agencyId", "itemId", "sortOrder");

-- CreateIndex
CREATE INDEX "YearReportMeasure_agencyId_mitigationId_idx" ON "YearReportMeasure"("agencyId", "mitigationId");

-- CreateIndex
CREATE UNIQUE INDEX "YearReportMeasure_agencyId_id_key" ON "YearReportMeasure"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "YearReportMeasure_agencyId_itemId_sortOrder_key" ON "YearReportMeasure"("agencyId", "itemId", "sortOrder");

-- CreateIndex
CREATE INDEX "PlanSubmission_agencyId_reportId_idx" ON "PlanSubmission"("agencyId", "reportId");

-- CreateIndex
CREATE UNIQUE INDEX "PlanSubmission_agencyId_id_key" ON "PlanSubmission"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PlanSubmission_agencyId_planId_reportId_round_key" ON "PlanSubmission"("agencyId", "planId", "reportId", "round") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "Edition_agencyId_reportId_number_key" ON "Edition"("agencyId", "reportId", "number");

-- CreateIndex
CREATE INDEX "ReviewComment_agencyId_reportItemId_idx" ON "ReviewComment"("agencyId", "reportItemId");

-- CreateIndex
CREATE INDEX "StatusChange_agencyId_reportId_at_idx" ON "StatusChange"("agencyId", "reportId", "at");

-- AddForeignKey
ALTER TABLE "StatusChange" ADD CONSTRAINT "StatusChange_agencyId_reportId_fkey" FOREIGN KEY ("agencyId", "reportId") REFERENCES "YearReport"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewComment" ADD CONSTRAINT "ReviewComment_agencyId_reportItemId_fkey" FOREIGN KEY ("agencyId", "reportItemId") REFERENCES "YearReportItem"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_agencyId_reportId_fkey" FOREIGN KEY ("agencyId", "reportId") REFERENCES "YearReport"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "YearReport" ADD CONSTRAINT "YearReport_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "YearReport" ADD CONSTRAINT "YearReport_agencyId_id_fkey" FOREIGN KEY ("agencyId", "id") REFERENCES "ContentRevision"("agencyId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "YearReport" ADD CONSTRAINT "YearReport_agencyId_planId_fkey" FOREIGN KEY ("agencyId", "planId") REFERENCES "Plan"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "YearReport" ADD CONSTRAINT "YearReport_agencyId_registerId_fkey" FOREIGN KEY ("agencyId", "registerId") REFERENCES "RiskRegister"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "YearReport" ADD CONSTRAINT "YearReport_agencyId_signedById_fkey" FOREIGN KEY ("agencyId", "signedById") REFERENCES "Position"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "YearReportItem" ADD CONSTRAINT "YearReportItem_agencyId_reportId_fkey" FOREIGN KEY ("agencyId", "reportId") REFERENCES "YearReport"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "YearReportItem" ADD CONSTRAINT "YearReportItem_agencyId_projectId_fkey" FOREIGN KEY ("agencyId", "projectId") REFERENCES "Project"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "YearReportItem" ADD CONSTRAINT "YearReportItem_agencyId_riskId_fkey" FOREIGN KEY ("agencyId", "riskId") REFERENCES "Risk"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "YearReportItem" ADD CONSTRAINT "YearReportItem_agencyId_progressReportId_fkey" FOREIGN KEY ("agencyId", "progressReportId") REFERENCES "ProgressReport"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "YearReportValue" ADD CONSTRAINT "YearReportValue_agencyId_itemId_fkey" FOREIGN KEY ("agencyId", "itemId") REFERENCES "YearReportItem"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "YearReportMeasure" ADD CONSTRAINT "YearReportMeasure_agencyId_itemId_fkey" FOREIGN KEY ("agencyId", "itemId") REFERENCES "YearReportItem"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "YearReportMeasure" ADD CONSTRAINT "YearReportMeasure_agencyId_mitigationId_fkey" FOREIGN KEY ("agencyId", "mitigationId") REFERENCES "Mitigation"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanSubmission" ADD CONSTRAINT "PlanSubmission_agencyId_planId_fkey" FOREIGN KEY ("agencyId", "planId") REFERENCES "Plan"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanSubmission" ADD CONSTRAINT "PlanSubmission_agencyId_reportId_fkey" FOREIGN KEY ("agencyId", "reportId") REFERENCES "YearReport"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is never stored.
ALTER TABLE "StatusChange" DROP CONSTRAINT of_one_record,
  ADD CONSTRAINT of_one_record CHECK (num_nonnulls("planId", "analysisId", "registerId", "reportId", "projectId", "orderId") = 1);
ALTER TABLE "ReviewComment" DROP CONSTRAINT of_one_item,
  ADD CONSTRAINT of_one_item CHECK (num_nonnulls("riskId", "projectId", "itemId", "reportItemId") <= 1);
ALTER TABLE "Edition" DROP CONSTRAINT of_one_record,
  ADD CONSTRAINT of_one_record CHECK (num_nonnulls("planId", "analysisId", "registerId", "reportId") = 1 AND (kind = 'PLAN') = ("planId" IS NOT NULL)
    AND (kind = 'SWOT_ANALYSIS') = ("analysisId" IS NOT NULL) AND (kind = 'RISK_REGISTER') = ("registerId" IS NOT NULL));
ALTER TABLE "YearReport"
  ADD CONSTRAINT fiscal_year CHECK ("fiscalYear" BETWEEN 2500 AND 2700),
  ADD CONSTRAINT of_its_kind CHECK (CASE kind WHEN 'BRIBERY_RISKS' THEN "registerId" IS NOT NULL AND "planId" IS NULL
    ELSE "planId" IS NOT NULL AND "registerId" IS NULL END);
ALTER TABLE "YearReportItem"
  ADD CONSTRAINT of_one_subject CHECK (num_nonnulls("projectId", "riskId") = 1),
  ADD CONSTRAINT taken_over_whole CHECK (("progressReportId" IS NULL) = ("takenVersion" IS NULL)),
  ADD CONSTRAINT progress_range CHECK ("progressPercent" BETWEEN 0 AND 100),
  ADD CONSTRAINT spent_range CHECK ("spentAmount" >= 0);
ALTER TABLE "YearReportMeasure" ADD CONSTRAINT progress_range CHECK ("progressPercent" BETWEEN 0 AND 100);
ALTER TABLE "PlanSubmission" ADD CONSTRAINT round_from_one CHECK (round >= 1);
ALTER TABLE "YearReportItem" ALTER COLUMN "titleTh" TYPE text COLLATE "th-x-icu";
ALTER TABLE "YearReportValue" ALTER COLUMN "textTh" TYPE text COLLATE "th-x-icu";
ALTER TABLE "YearReportMeasure" ALTER COLUMN "measureTh" TYPE text COLLATE "th-x-icu";

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['YearReport', 'YearReportItem', 'YearReportValue', 'YearReportMeasure', 'PlanSubmission'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY agency_reads_own ON %I FOR SELECT USING ("agencyId" = (SELECT app.agency()))', t);
    EXECUTE format('CREATE POLICY city_reads_disclosed ON %I FOR SELECT USING (disclosure >= (SELECT app.floor()))', t);
    EXECUTE format('CREATE POLICY agency_adds_own ON %I FOR INSERT WITH CHECK ("agencyId" = (SELECT app.agency()))', t);
    EXECUTE format('CREATE POLICY agency_changes_own ON %I FOR UPDATE USING ("agencyId" = (SELECT app.agency()))', t);
    EXECUTE format('CREATE POLICY agency_removes_own ON %I FOR DELETE USING ("agencyId" = (SELECT app.agency()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO registry_app', t);
  END LOOP;
END $$;
CREATE POLICY centre_reviews ON "YearReport" FOR UPDATE
  USING ((SELECT app.duty()) = 'centre' AND status = 'SUBMITTED')
  WITH CHECK ((SELECT app.duty()) = 'centre' AND status IN ('SUBMITTED', 'RETURNED', 'APPROVED'));

-- How far it is disclosed, and what is passed on.
CREATE TRIGGER disclose BEFORE INSERT OR UPDATE ON "YearReport" FOR EACH ROW EXECUTE FUNCTION app.disclose_record();
CALL app.disclose_like('YearReportItem', 'YearReport', 'reportId');
CALL app.disclose_like('YearReportValue', 'YearReportItem', 'itemId');
CALL app.disclose_like('YearReportMeasure', 'YearReportItem', 'itemId');
CALL app.disclose_like('PlanSubmission', 'Plan', 'planId');
CREATE TRIGGER pass_on_disclosure AFTER UPDATE ON "YearReport" FOR EACH ROW WHEN (OLD.disclosure <> NEW.disclosure)
  EXECUTE FUNCTION app.pass_on_disclosure('YearReportItem', 'reportId');
CREATE TRIGGER pass_on_disclosure_to_changes AFTER UPDATE ON "YearReport" FOR EACH ROW WHEN (OLD.disclosure <> NEW.disclosure)
  EXECUTE FUNCTION app.pass_on_disclosure('StatusChange', 'reportId');
CREATE TRIGGER pass_on_disclosure AFTER UPDATE ON "YearReportItem" FOR EACH ROW WHEN (OLD.disclosure <> NEW.disclosure)
  EXECUTE FUNCTION app.pass_on_disclosure('YearReportValue', 'itemId', 'YearReportMeasure', 'itemId');
CREATE TRIGGER pass_on_disclosure_to_submissions AFTER UPDATE ON "Plan" FOR EACH ROW WHEN (OLD.disclosure <> NEW.disclosure)
  EXECUTE FUNCTION app.pass_on_disclosure('PlanSubmission', 'planId');

-- What is recorded, and of which record it is a part.
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "YearReport" FOR EACH ROW EXECUTE FUNCTION app.audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "YearReportItem" FOR EACH ROW EXECUTE FUNCTION app.audit('reportId');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "YearReportValue" FOR EACH ROW EXECUTE FUNCTION app.audit('itemId');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "YearReportMeasure" FOR EACH ROW EXECUTE FUNCTION app.audit('itemId');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "PlanSubmission" FOR EACH ROW EXECUTE FUNCTION app.audit('planId');
CREATE OR REPLACE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "StatusChange" FOR EACH ROW
  EXECUTE FUNCTION app.audit('planId', 'analysisId', 'registerId', 'reportId', 'projectId', 'orderId');
CREATE OR REPLACE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "Edition" FOR EACH ROW
  EXECUTE FUNCTION app.audit('planId', 'analysisId', 'registerId', 'reportId');

-- One version for a whole record.
CREATE TRIGGER begin_content AFTER INSERT ON "YearReport" FOR EACH ROW EXECUTE FUNCTION app.begin_content();
CREATE TRIGGER disclose_content AFTER UPDATE ON "YearReport" FOR EACH ROW WHEN (OLD.disclosure <> NEW.disclosure) EXECUTE FUNCTION app.disclose_content();
CREATE TRIGGER note_heading AFTER UPDATE ON "YearReport" FOR EACH ROW WHEN (OLD.version <> NEW.version) EXECUTE FUNCTION app.note_heading();
CREATE TRIGGER end_content AFTER DELETE ON "YearReport" FOR EACH ROW EXECUTE FUNCTION app.end_content();
CALL app.count_changes_of('YearReportItem', 'reportId');
CALL app.count_changes_of('YearReportValue', 'itemId', 'YearReportItem', 'reportId');
CALL app.count_changes_of('YearReportMeasure', 'itemId', 'YearReportItem', 'reportId');

-- The life cycle, its two people and its history.
CREATE TRIGGER begin_life_cycle AFTER INSERT ON "YearReport" FOR EACH ROW WHEN (NEW.status <> 'DRAFT') EXECUTE FUNCTION app.begin_life_cycle();
CREATE TRIGGER keep_to_life_cycle BEFORE UPDATE ON "YearReport" FOR EACH ROW WHEN (OLD.status <> NEW.status)
  EXECUTE FUNCTION app.keep_to_life_cycle('RECORD');
CREATE TRIGGER keep_to_review BEFORE UPDATE ON "YearReport" FOR EACH ROW EXECUTE FUNCTION app.keep_to_review();
CREATE TRIGGER keep_two_people BEFORE UPDATE ON "YearReport" FOR EACH ROW WHEN (OLD.status = 'SUBMITTED' AND NEW.status = 'APPROVED')
  EXECUTE FUNCTION app.keep_two_people('reportId');
CREATE TRIGGER close_at_the_end BEFORE UPDATE ON "YearReport" FOR EACH ROW WHEN (OLD.status <> NEW.status AND NEW.status = 'CLOSED')
  EXECUTE FUNCTION app.close_at_the_end('fiscalYear');
CREATE TRIGGER keep_history BEFORE DELETE ON "YearReport" FOR EACH ROW EXECUTE FUNCTION app.keep_history('reportId');
CREATE TRIGGER keep_submitted BEFORE DELETE ON "YearReport" FOR EACH ROW WHEN (OLD.disclosure > 0) EXECUTE FUNCTION app.keep_submitted();
CREATE TRIGGER keep_content BEFORE UPDATE ON "YearReport" FOR EACH ROW WHEN (OLD.status::text NOT IN ('DRAFT', 'AMENDING'))
  EXECUTE FUNCTION app.keep_content('{version,updatedAt,disclosure,status,isAmendment,isImported}');

DO $$
DECLARE
  derived CONSTANT text := '{version,updatedAt,disclosure,status,isAmendment,isImported}';
  place record;
  way text;
BEGIN
  FOR place IN SELECT * FROM (VALUES
    ('YearReportItem', 'reportId', '{reportId,YearReport}'::text[]),
    ('YearReportValue', 'itemId', '{itemId,YearReportItem,reportId,YearReport}'),
    ('YearReportMeasure', 'itemId', '{itemId,YearReportItem,reportId,YearReport}')
  ) AS v (part, link, way) LOOP
    SELECT string_agg(quote_literal(step), ', ') INTO way FROM unnest(place.way) step;
    EXECUTE format('CREATE TRIGGER keep_content BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD.disclosure > 0 AND OLD.disclosure = NEW.disclosure) EXECUTE FUNCTION app.keep_content(%L, %s)',
      place.part, derived, way);
    EXECUTE format('CREATE TRIGGER keep_content_whole BEFORE INSERT ON %I FOR EACH ROW WHEN (NEW.disclosure > 0) EXECUTE FUNCTION app.keep_content(%L, %s)',
      place.part, derived, way);
    EXECUTE format('CREATE TRIGGER keep_submitted BEFORE DELETE ON %I FOR EACH ROW WHEN (OLD.disclosure > 0) EXECUTE FUNCTION app.keep_submitted(%s)',
      place.part, way);
  END LOOP;
  FOR place IN SELECT * FROM (VALUES ('YearReport', NULL), ('YearReportItem', 'reportId'), ('YearReportValue', 'itemId'),
    ('YearReportMeasure', 'itemId'), ('PlanSubmission', 'planId')) AS v (part, link) LOOP
    EXECUTE format('CREATE TRIGGER keep_place BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD.id IS DISTINCT FROM NEW.id OR OLD."agencyId" IS DISTINCT FROM NEW."agencyId"%s) EXECUTE FUNCTION app.keep_place()',
      place.part, CASE WHEN place.link IS NOT NULL THEN format(' OR OLD.%1$I IS DISTINCT FROM NEW.%1$I', place.link) ELSE '' END);
  END LOOP;
END $$;
-- What was sent was sent: a submission is corrected, and goes only with a plan that was never submitted to the centre.
CREATE TRIGGER keep_submitted BEFORE DELETE ON "PlanSubmission" FOR EACH ROW WHEN (OLD.disclosure > 0) EXECUTE FUNCTION app.keep_submitted();
CREATE TRIGGER "keep_submitted_by_reportItemId" BEFORE DELETE ON "ReviewComment" FOR EACH ROW
  WHEN (OLD.disclosure > 0 AND OLD."reportItemId" IS NOT NULL)
  EXECUTE FUNCTION app.keep_submitted('reportItemId', 'YearReportItem', 'reportId', 'YearReport');
CREATE OR REPLACE TRIGGER keep_submitted BEFORE DELETE ON "ReviewComment" FOR EACH ROW
  WHEN (OLD.disclosure > 0 AND OLD."riskId" IS NULL AND OLD."projectId" IS NULL AND OLD."itemId" IS NULL AND OLD."reportItemId" IS NULL)
  EXECUTE FUNCTION app.keep_submitted();

-- A report begins when its period has ended, and never before its plan was approved here.
CREATE FUNCTION app.begin_year_report() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RETURN NULL;
END $$;
CREATE TRIGGER begin_year_report AFTER INSERT ON "YearReport" FOR EACH ROW EXECUTE FUNCTION app.begin_year_report();
