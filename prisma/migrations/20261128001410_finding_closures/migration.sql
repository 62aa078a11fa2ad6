-- A finding on a document is closed in three ways: dismissed, acknowledged ("it is printed so"), or resolved in an edition that says otherwise.
-- Those that were dismissed before stay so: closed, and in no other way.
CREATE TYPE "FindingClosure" AS ENUM ('ACKNOWLEDGED', 'RESOLVED');

ALTER TABLE "Finding" ADD COLUMN "closedAs" "FindingClosure", ADD COLUMN "resolvedInId" UUID,
  ADD CONSTRAINT closure_is_whole CHECK (("closedAs" IS NULL OR "dismissedAt" IS NOT NULL)
    AND ("resolvedInId" IS NOT NULL) = ("closedAs" IS NOT DISTINCT FROM 'RESOLVED'::"FindingClosure"));
CREATE INDEX "Finding_agencyId_resolvedInId_idx" ON "Finding"("agencyId", "resolvedInId");
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_agencyId_resolvedInId_fkey" FOREIGN KEY ("agencyId", "resolvedInId") REFERENCES "Edition"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
