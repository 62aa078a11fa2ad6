-- A register names the committee that assesses its risks; editions published before name none.
ALTER TABLE "RiskRegister" ADD COLUMN "committeeId" UUID,
  ADD CONSTRAINT "RiskRegister_agencyId_committeeId_fkey" FOREIGN KEY ("agencyId", "committeeId") REFERENCES "Committee"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "RiskRegister_agencyId_committeeId_idx" ON "RiskRegister"("agencyId", "committeeId");
