-- Every rule that the documents state: as a duty (who, what, to whom, within which days or how often), or with the reason why it is none.
CREATE TYPE "DocumentRuleKind" AS ENUM ('ADMISSIBILITY', 'CHANNEL', 'CONFIDENTIALITY', 'CONTENT', 'DEADLINE', 'DUTY', 'OUTCOME',
  'PERIODIC', 'PROHIBITION', 'PROTECTION', 'PUBLICATION', 'REPORTING', 'SCOPE', 'THRESHOLD', 'WEIGHT');
CREATE TYPE "DutyFrequency" AS ENUM ('MONTHLY', 'QUARTERLY', 'HALF_YEARLY_AND_YEARLY');

CREATE TABLE "DocumentRule" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "DocumentRuleKind" NOT NULL,
    "isDuty" BOOLEAN NOT NULL,
    "subjectTh" TEXT NOT NULL,
    "subjectEn" TEXT NOT NULL,
    "bearerTh" TEXT,
    "bearerEn" TEXT,
    "recipientTh" TEXT,
    "frequency" "DutyFrequency",
    "clockId" UUID,
    "reasonTh" TEXT,
    "reasonEn" TEXT,
    "sourceDocument" TEXT NOT NULL,
    "sourceSection" TEXT NOT NULL,

    CONSTRAINT "DocumentRule_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "DocumentRule_code_key" ON "DocumentRule"("code");
CREATE INDEX "DocumentRule_clockId_idx" ON "DocumentRule"("clockId");
ALTER TABLE "DocumentRule" ADD CONSTRAINT "DocumentRule_clockId_fkey" FOREIGN KEY ("clockId") REFERENCES "LegalClock"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "DocumentRule" ADD CONSTRAINT duty_or_reason CHECK (
  CASE WHEN "isDuty" THEN "reasonTh" IS NULL AND "reasonEn" IS NULL
    ELSE "reasonTh" IS NOT NULL AND "reasonEn" IS NOT NULL AND num_nonnulls("bearerTh", "bearerEn", "recipientTh", frequency, "clockId") = 0 END);

-- Reference data like the clocks: everybody reads, the owner of the database writes, and what it writes is in the trail.
ALTER TABLE "DocumentRule" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "DocumentRule" FORCE ROW LEVEL SECURITY;
CREATE POLICY read_all ON "DocumentRule" FOR SELECT USING (true);
CREATE POLICY owner_writes ON "DocumentRule" TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT ON "DocumentRule" TO registry_app;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "DocumentRule" FOR EACH ROW EXECUTE FUNCTION app.audit();
