-- A finding names the entry or the year report that it is about, so that the record is opened from it. Findings that are there get it when they are
-- next brought up to date.
ALTER TABLE "Finding"
  ADD COLUMN "declarationId" UUID,
  ADD COLUMN "activityId" UUID,
  ADD COLUMN "giftReportId" UUID,
  ADD COLUMN "itaAssessmentId" UUID,
  ADD COLUMN "publicItemId" UUID,
  ADD COLUMN "yearReportId" UUID;
ALTER TABLE "Finding"
  ADD CONSTRAINT "Finding_agencyId_declarationId_fkey" FOREIGN KEY ("agencyId", "declarationId") REFERENCES "Declaration"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "Finding_agencyId_activityId_fkey" FOREIGN KEY ("agencyId", "activityId") REFERENCES "IntegrityActivity"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "Finding_agencyId_giftReportId_fkey" FOREIGN KEY ("agencyId", "giftReportId") REFERENCES "GiftReport"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "Finding_agencyId_itaAssessmentId_fkey" FOREIGN KEY ("agencyId", "itaAssessmentId") REFERENCES "ItaAssessment"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "Finding_agencyId_publicItemId_fkey" FOREIGN KEY ("agencyId", "publicItemId") REFERENCES "PublicItem"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "Finding_agencyId_yearReportId_fkey" FOREIGN KEY ("agencyId", "yearReportId") REFERENCES "YearReport"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "Finding_agencyId_declarationId_idx" ON "Finding"("agencyId", "declarationId");
CREATE INDEX "Finding_agencyId_activityId_idx" ON "Finding"("agencyId", "activityId");
CREATE INDEX "Finding_agencyId_giftReportId_idx" ON "Finding"("agencyId", "giftReportId");
CREATE INDEX "Finding_agencyId_itaAssessmentId_idx" ON "Finding"("agencyId", "itaAssessmentId");
CREATE INDEX "Finding_agencyId_publicItemId_idx" ON "Finding"("agencyId", "publicItemId");
CREATE INDEX "Finding_agencyId_yearReportId_idx" ON "Finding"("agencyId", "yearReportId");
