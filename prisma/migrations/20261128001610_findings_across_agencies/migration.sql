-- What is found by comparing the documents of several agencies belongs to the centre, which may read them all: in the findings of one agency
-- it told what another has written (docs/decisions/0029). What was kept there before is taken out by the correction of the documents' data.

CREATE TABLE "CrossAgencyFinding" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "severity" "FindingSeverity" NOT NULL,
    "messageTh" TEXT NOT NULL,
    "messageEn" TEXT NOT NULL,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CrossAgencyFinding_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "CrossAgencyEvidence" (
    "id" UUID NOT NULL,
    "findingId" UUID NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "aboutId" UUID NOT NULL,
    "sourceDocument" TEXT NOT NULL,
    "sourceSection" TEXT,
    "printed" TEXT,

    CONSTRAINT "CrossAgencyEvidence_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "CrossAgencyEvidence_findingId_sortOrder_key" ON "CrossAgencyEvidence"("findingId", "sortOrder");
CREATE INDEX "CrossAgencyEvidence_aboutId_idx" ON "CrossAgencyEvidence"("aboutId");

ALTER TABLE "CrossAgencyEvidence"
  ADD CONSTRAINT "CrossAgencyEvidence_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "CrossAgencyFinding"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "CrossAgencyEvidence_aboutId_fkey" FOREIGN KEY ("aboutId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The centre reads, and nobody else; the owner of the database loads what was transcribed.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['CrossAgencyFinding', 'CrossAgencyEvidence'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($f$CREATE POLICY centre_reads ON %I FOR SELECT USING ((SELECT app.duty()) = 'centre')$f$, t);
    EXECUTE format('CREATE POLICY owner_writes ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO registry_app', t);
  END LOOP;
END $$;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "CrossAgencyFinding" FOR EACH ROW EXECUTE FUNCTION app.audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "CrossAgencyEvidence" FOR EACH ROW EXECUTE FUNCTION app.audit('findingId');
