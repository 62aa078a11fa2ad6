-- What the OIT asks for each year, by codes that change from year to year, with lasting topics beside them, and the days of each round.
CREATE TYPE "OitAnswerKind" AS ENUM ('PLAN', 'RISK_REGISTER', 'PLAN_REPORT', 'BRIBERY_REPORT', 'DECLARATION', 'PUBLIC_ITEM');
CREATE TYPE "ItaRoundStepCode" AS ENUM ('IIT_EIT_SURVEY', 'OIT_ANSWERS', 'OIT_REVIEW', 'OIT_APPEAL', 'ANNOUNCEMENT');

CREATE TABLE "OitTopic" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "nameTh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "answeredBy" "OitAnswerKind",
    "sourceDocument" TEXT NOT NULL,
    "sourceSection" TEXT NOT NULL,

    CONSTRAINT "OitTopic_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ItaRound" (
    "id" UUID NOT NULL,
    "fiscalYear" INTEGER NOT NULL,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "ruleSetId" UUID NOT NULL,
    "sourceTh" TEXT NOT NULL,
    "calendarSourceTh" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ItaRound_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "OitChecklistItem" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "textTh" TEXT NOT NULL,
    "textEn" TEXT,
    "indicatorId" UUID NOT NULL,
    "topicId" UUID,

    CONSTRAINT "OitChecklistItem_pkey" PRIMARY KEY ("id"),
    CONSTRAINT place_from_one CHECK ("sortOrder" > 0)
);

CREATE TABLE "ItaRoundStep" (
    "roundId" UUID NOT NULL,
    "step" "ItaRoundStepCode" NOT NULL,
    "opensOn" DATE NOT NULL,
    "closesOn" DATE NOT NULL,

    CONSTRAINT "ItaRoundStep_pkey" PRIMARY KEY ("roundId","step"),
    CONSTRAINT days_in_order CHECK ("closesOn" >= "opensOn")
);

CREATE UNIQUE INDEX "OitTopic_code_key" ON "OitTopic"("code");
CREATE UNIQUE INDEX "OitTopic_sortOrder_key" ON "OitTopic"("sortOrder");
CREATE INDEX "ItaRound_ruleSetId_idx" ON "ItaRound"("ruleSetId");
CREATE UNIQUE INDEX "ItaRound_fiscalYear_isSample_key" ON "ItaRound"("fiscalYear", "isSample");
CREATE INDEX "OitChecklistItem_indicatorId_idx" ON "OitChecklistItem"("indicatorId");
CREATE INDEX "OitChecklistItem_topicId_idx" ON "OitChecklistItem"("topicId");
CREATE UNIQUE INDEX "OitChecklistItem_roundId_code_key" ON "OitChecklistItem"("roundId", "code");
CREATE UNIQUE INDEX "OitChecklistItem_roundId_sortOrder_key" ON "OitChecklistItem"("roundId", "sortOrder");

ALTER TABLE "ItaRound" ADD CONSTRAINT "ItaRound_ruleSetId_fkey" FOREIGN KEY ("ruleSetId") REFERENCES "ItaRuleSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OitChecklistItem" ADD CONSTRAINT "OitChecklistItem_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "ItaRound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OitChecklistItem" ADD CONSTRAINT "OitChecklistItem_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "ItaIndicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OitChecklistItem" ADD CONSTRAINT "OitChecklistItem_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "OitTopic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ItaRoundStep" ADD CONSTRAINT "ItaRoundStep_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "ItaRound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Everybody reads them. Topics come with the documents; the keeper of reference data adds a round with its checklist whole, which never changes.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['OitTopic', 'ItaRound', 'OitChecklistItem', 'ItaRoundStep'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY read_all ON %I FOR SELECT USING (true)', t);
    EXECUTE format('CREATE POLICY owner_writes ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO registry_app', t);
    EXECUTE format('CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.audit(%s)', t,
      CASE WHEN t IN ('OitChecklistItem', 'ItaRoundStep') THEN quote_literal('roundId') END);
    CONTINUE WHEN t = 'OitTopic';
    EXECUTE format($f$CREATE POLICY reference_keeper_adds ON %I FOR INSERT WITH CHECK ((SELECT app.duty()) = 'reference')$f$, t);
    EXECUTE format('GRANT INSERT ON %I TO registry_app', t);
  END LOOP;
END $$;
-- Days are announced later than checklists, and are moved: the calendar of a round is replaced as a whole.
GRANT UPDATE ("calendarSourceTh", version) ON "ItaRound" TO registry_app;
CREATE POLICY reference_keeper_sets_calendar ON "ItaRound" FOR UPDATE
  USING ((SELECT app.duty()) = 'reference') WITH CHECK ((SELECT app.duty()) = 'reference');
GRANT DELETE ON "ItaRoundStep" TO registry_app;
CREATE POLICY reference_keeper_replaces ON "ItaRoundStep" FOR DELETE USING ((SELECT app.duty()) = 'reference');
