-- What the integrity and transparency assessment (ITA) measures, and what it takes for each grade, is set for all agencies and changes from year to
-- year: assessments, results by indicator and targets are read by the rule set of their fiscal year.

-- CreateEnum
CREATE TYPE "ItaInstrumentCode" AS ENUM ('IIT', 'EIT', 'OIT');

-- CreateEnum
CREATE TYPE "ItaCompleteness" AS ENUM ('PARTIAL', 'COMPLETE');

-- CreateTable
CREATE TABLE "ItaRuleSet" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "titleTh" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "fiscalYearFrom" INTEGER NOT NULL,
    "fiscalYearTo" INTEGER,
    "passMark" DECIMAL(5,2) NOT NULL,
    "completeness" "ItaCompleteness" NOT NULL DEFAULT 'PARTIAL',
    "sourceTh" TEXT NOT NULL,

    CONSTRAINT "ItaRuleSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ItaInstrument" (
    "ruleSetId" UUID NOT NULL,
    "code" "ItaInstrumentCode" NOT NULL,
    "nameTh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "weightPercent" DECIMAL(5,2) NOT NULL,

    CONSTRAINT "ItaInstrument_pkey" PRIMARY KEY ("ruleSetId","code")
);

-- CreateTable
CREATE TABLE "ItaIndicator" (
    "id" UUID NOT NULL,
    "ruleSetId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "nameTh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "instrumentCode" "ItaInstrumentCode" NOT NULL,

    CONSTRAINT "ItaIndicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ItaGradeBand" (
    "ruleSetId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "nameTh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "leastTotal" DECIMAL(5,2) NOT NULL,
    "leastOfEachInstrument" DECIMAL(5,2),

    CONSTRAINT "ItaGradeBand_pkey" PRIMARY KEY ("ruleSetId","code")
);

-- CreateIndex
CREATE UNIQUE INDEX "ItaRuleSet_code_key" ON "ItaRuleSet"("code");

-- CreateIndex
CREATE UNIQUE INDEX "ItaRuleSet_fiscalYearFrom_key" ON "ItaRuleSet"("fiscalYearFrom");

-- CreateIndex
CREATE INDEX "ItaIndicator_ruleSetId_instrumentCode_idx" ON "ItaIndicator"("ruleSetId", "instrumentCode");

-- CreateIndex
CREATE UNIQUE INDEX "ItaIndicator_ruleSetId_number_key" ON "ItaIndicator"("ruleSetId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ItaGradeBand_ruleSetId_rank_key" ON "ItaGradeBand"("ruleSetId", "rank");

-- AddForeignKey
ALTER TABLE "ItaInstrument" ADD CONSTRAINT "ItaInstrument_ruleSetId_fkey" FOREIGN KEY ("ruleSetId") REFERENCES "ItaRuleSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItaIndicator" ADD CONSTRAINT "ItaIndicator_ruleSetId_fkey" FOREIGN KEY ("ruleSetId") REFERENCES "ItaRuleSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItaIndicator" ADD CONSTRAINT "ItaIndicator_ruleSetId_instrumentCode_fkey" FOREIGN KEY ("ruleSetId", "instrumentCode") REFERENCES "ItaInstrument"("ruleSetId", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItaGradeBand" ADD CONSTRAINT "ItaGradeBand_ruleSetId_fkey" FOREIGN KEY ("ruleSetId") REFERENCES "ItaRuleSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What no rule set may say, whoever writes it; that it is whole (weights of 100, every total in one grade) is checked by the act that adds it.
ALTER TABLE "ItaRuleSet"
  ADD CONSTRAINT years_in_order CHECK ("fiscalYearTo" >= "fiscalYearFrom"),
  ADD CONSTRAINT pass_mark_in_range CHECK ("passMark" BETWEEN 0 AND 100);
ALTER TABLE "ItaInstrument" ADD CONSTRAINT weight_in_range CHECK ("weightPercent" > 0 AND "weightPercent" <= 100);
ALTER TABLE "ItaIndicator" ADD CONSTRAINT number_from_one CHECK (number > 0);
ALTER TABLE "ItaGradeBand"
  ADD CONSTRAINT least_scores_in_range CHECK ("leastTotal" BETWEEN 0 AND 100 AND "leastOfEachInstrument" BETWEEN 0 AND 100);

-- Everybody reads them; the keeper of reference data adds a rule set whole. Its parts never change: assessments are graded by them.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ItaRuleSet', 'ItaInstrument', 'ItaIndicator', 'ItaGradeBand'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY read_all ON %I FOR SELECT USING (true)', t);
    EXECUTE format('CREATE POLICY owner_writes ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format($f$CREATE POLICY reference_keeper_adds ON %I FOR INSERT WITH CHECK ((SELECT app.duty()) = 'reference')$f$, t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO registry_app', t);
    EXECUTE format('CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.audit(%s)', t,
      CASE WHEN t <> 'ItaRuleSet' THEN quote_literal('ruleSetId') END);
  END LOOP;
END $$;
-- Of a rule set two things are said later: that all of it is recorded, and in which year it ended.
GRANT UPDATE (completeness, "fiscalYearTo") ON "ItaRuleSet" TO registry_app;
CREATE POLICY reference_keeper_completes ON "ItaRuleSet" FOR UPDATE
  USING ((SELECT app.duty()) = 'reference') WITH CHECK ((SELECT app.duty()) = 'reference');
