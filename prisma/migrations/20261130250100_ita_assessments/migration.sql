-- The ITA result of an agency for a year as it was announced: printed figures stay texts, as they are printed; what follows from them is computed.

-- CreateTable
CREATE TABLE "ItaAssessment" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "fiscalYear" INTEGER NOT NULL,
    "ruleSetId" UUID NOT NULL,
    "totalPrinted" TEXT,
    "gradePrinted" TEXT,
    "total" DECIMAL(5,2),
    "gradeCode" TEXT,
    "announcementUrl" TEXT,
    "noteTh" TEXT,
    "status" "EntryStatus" NOT NULL DEFAULT 'DRAFT',
    "publishedOn" DATE,
    "publicationChannels" "PublicationChannel"[] DEFAULT ARRAY[]::"PublicationChannel"[],
    "publicationAddress" TEXT,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "sourceDocument" TEXT,
    "sourceSection" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ItaAssessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ItaInstrumentScore" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "assessmentId" UUID NOT NULL,
    "code" "ItaInstrumentCode" NOT NULL,
    "scorePrinted" TEXT,
    "weightedPrinted" TEXT,
    "respondentCount" INTEGER,

    CONSTRAINT "ItaInstrumentScore_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ItaIndicatorScore" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "assessmentId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,
    "averagePrinted" TEXT NOT NULL,

    CONSTRAINT "ItaIndicatorScore_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ItaRespondentTable" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "assessmentId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "instrumentCode" "ItaInstrumentCode" NOT NULL,
    "titleTh" TEXT NOT NULL,
    "titleEn" TEXT,
    "totalCountPrinted" INTEGER,
    "totalPercentPrinted" TEXT,

    CONSTRAINT "ItaRespondentTable_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ItaRespondentRow" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "assessmentId" UUID NOT NULL,
    "tableId" UUID NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "labelTh" TEXT NOT NULL,
    "labelEn" TEXT,
    "countPrinted" INTEGER,
    "percentPrinted" TEXT,

    CONSTRAINT "ItaRespondentRow_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ItaAssessment_ruleSetId_idx" ON "ItaAssessment"("ruleSetId");

-- CreateIndex
CREATE INDEX "ItaAssessment_disclosure_agencyId_idx" ON "ItaAssessment"("disclosure", "agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "ItaAssessment_agencyId_id_key" ON "ItaAssessment"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ItaAssessment_agencyId_fiscalYear_key" ON "ItaAssessment"("agencyId", "fiscalYear");

-- CreateIndex
CREATE UNIQUE INDEX "ItaInstrumentScore_agencyId_id_key" ON "ItaInstrumentScore"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ItaInstrumentScore_agencyId_assessmentId_code_key" ON "ItaInstrumentScore"("agencyId", "assessmentId", "code");

-- CreateIndex
CREATE INDEX "ItaIndicatorScore_indicatorId_idx" ON "ItaIndicatorScore"("indicatorId");

-- CreateIndex
CREATE UNIQUE INDEX "ItaIndicatorScore_agencyId_id_key" ON "ItaIndicatorScore"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ItaIndicatorScore_agencyId_assessmentId_indicatorId_key" ON "ItaIndicatorScore"("agencyId", "assessmentId", "indicatorId");

-- CreateIndex
CREATE UNIQUE INDEX "ItaRespondentTable_agencyId_id_key" ON "ItaRespondentTable"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ItaRespondentTable_agencyId_assessmentId_number_key" ON "ItaRespondentTable"("agencyId", "assessmentId", "number");

-- CreateIndex
CREATE INDEX "ItaRespondentRow_agencyId_assessmentId_idx" ON "ItaRespondentRow"("agencyId", "assessmentId");

-- CreateIndex
CREATE UNIQUE INDEX "ItaRespondentRow_agencyId_id_key" ON "ItaRespondentRow"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ItaRespondentRow_agencyId_tableId_sortOrder_key" ON "ItaRespondentRow"("agencyId", "tableId", "sortOrder");

-- AddForeignKey
ALTER TABLE "ItaAssessment" ADD CONSTRAINT "ItaAssessment_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItaAssessment" ADD CONSTRAINT "ItaAssessment_ruleSetId_fkey" FOREIGN KEY ("ruleSetId") REFERENCES "ItaRuleSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItaInstrumentScore" ADD CONSTRAINT "ItaInstrumentScore_agencyId_assessmentId_fkey" FOREIGN KEY ("agencyId", "assessmentId") REFERENCES "ItaAssessment"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItaIndicatorScore" ADD CONSTRAINT "ItaIndicatorScore_agencyId_assessmentId_fkey" FOREIGN KEY ("agencyId", "assessmentId") REFERENCES "ItaAssessment"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItaIndicatorScore" ADD CONSTRAINT "ItaIndicatorScore_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "ItaIndicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItaRespondentTable" ADD CONSTRAINT "ItaRespondentTable_agencyId_assessmentId_fkey" FOREIGN KEY ("agencyId", "assessmentId") REFERENCES "ItaAssessment"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItaRespondentRow" ADD CONSTRAINT "ItaRespondentRow_agencyId_assessmentId_fkey" FOREIGN KEY ("agencyId", "assessmentId") REFERENCES "ItaAssessment"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItaRespondentRow" ADD CONSTRAINT "ItaRespondentRow_agencyId_tableId_fkey" FOREIGN KEY ("agencyId", "tableId") REFERENCES "ItaRespondentTable"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE FUNCTION app.printed_number(printed text) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN substring(printed FROM '^\d{1,3}(?:\.\d{1,6})?$')::numeric;

ALTER TABLE "ItaAssessment" ADD CONSTRAINT total_in_range CHECK (app.printed_number("totalPrinted") BETWEEN 0 AND 100);
ALTER TABLE "ItaInstrumentScore"
  ADD CONSTRAINT scores_in_range CHECK (app.printed_number("scorePrinted") BETWEEN 0 AND 100 AND app.printed_number("weightedPrinted") BETWEEN 0 AND 100),
  ADD CONSTRAINT respondents_from_zero CHECK ("respondentCount" >= 0);
ALTER TABLE "ItaIndicatorScore" ADD CONSTRAINT average_in_range CHECK (app.printed_number("averagePrinted") BETWEEN 0 AND 100);
ALTER TABLE "ItaRespondentTable" ADD CONSTRAINT totals_from_zero CHECK ("totalCountPrinted" >= 0 AND app.printed_number("totalPercentPrinted") >= 0);
ALTER TABLE "ItaRespondentRow" ADD CONSTRAINT figures_from_zero CHECK ("countPrinted" >= 0 AND app.printed_number("percentPrinted") >= 0);

CALL app.keep_as_entry('ItaAssessment');
CALL app.keep_as_part_of_entry('ItaInstrumentScore', 'ItaAssessment', 'assessmentId');
CALL app.keep_as_part_of_entry('ItaIndicatorScore', 'ItaAssessment', 'assessmentId');
CALL app.keep_as_part_of_entry('ItaRespondentTable', 'ItaAssessment', 'assessmentId');
CALL app.keep_as_part_of_entry('ItaRespondentRow', 'ItaAssessment', 'assessmentId');

-- Total and grade follow from the scores. The bodies are kept in prisma/functions; these are their first.
CREATE FUNCTION app.grade_ita() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION app.grade_ita_again() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER grade_ita BEFORE INSERT OR UPDATE ON "ItaAssessment" FOR EACH ROW EXECUTE FUNCTION app.grade_ita();
CREATE TRIGGER grade_ita_again AFTER INSERT OR UPDATE OF "scorePrinted" OR DELETE ON "ItaInstrumentScore"
  FOR EACH ROW EXECUTE FUNCTION app.grade_ita_again();
CREATE TRIGGER grade_ita_again AFTER INSERT OR UPDATE OF "averagePrinted" OR DELETE ON "ItaIndicatorScore"
  FOR EACH ROW EXECUTE FUNCTION app.grade_ita_again();
