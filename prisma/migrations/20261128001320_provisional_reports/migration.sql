-- A monthly report before the month has ended is provisional: the report is owed until it is filed after the end. It may say that no power was
-- used, and names the position that receives it (docs/decisions/0026).

ALTER TABLE "MonthlyReport"
  ADD COLUMN "provisionalOn" DATE,
  ADD COLUMN "notUsed" BOOLEAN,
  ADD COLUMN "recipientId" UUID;

CREATE INDEX "MonthlyReport_agencyId_recipientId_idx" ON "MonthlyReport"("agencyId", "recipientId");
ALTER TABLE "MonthlyReport"
  ADD CONSTRAINT "MonthlyReport_agencyId_recipientId_fkey" FOREIGN KEY ("agencyId", "recipientId") REFERENCES "Position"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT not_to_oneself CHECK ("recipientId" <> "delegateId");

-- What was filed before its month had ended told of a part of it: it is provisional from here on, and owed. Each change is in the trail, with
-- its reason. Whether an earlier report meant to say that nothing was used, and whom it went to, nobody was asked: that stays empty.
DO $$
DECLARE
  report record;
BEGIN
  PERFORM set_config('app.account', app.registry_account()::text, true), set_config('app.act', 'markProvisionalReports', true),
    set_config('app.reason', 'รายงานที่ส่งก่อนสิ้นเดือนเป็นรายงานเบื้องต้น (docs/decisions/0026)', true), set_config('app.floor', '0', true);
  FOR report IN
    SELECT r."agencyId", r.id FROM "MonthlyReport" r WHERE r."filedOn" < r.month + interval '1 month' ORDER BY r."agencyId", r.id
  LOOP
    PERFORM set_config('app.agency', report."agencyId"::text, true);
    UPDATE "MonthlyReport" SET "provisionalOn" = "filedOn", "filedOn" = NULL, version = version + 1
    WHERE "agencyId" = report."agencyId" AND id = report.id;
  END LOOP;
  PERFORM set_config('app.account', '', true), set_config('app.act', '', true), set_config('app.reason', '', true),
    set_config('app.agency', '', true), set_config('app.floor', '', true);
END $$;
