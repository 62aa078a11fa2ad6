-- Whether any result of a year is recorded, so that it is known to be announced, is asked for each year.
CREATE INDEX "ItaAssessment_fiscalYear_idx" ON "ItaAssessment"("fiscalYear");
