-- The tables and columns of the registers in full: life cycles, editions, the risk library, the calendar, findings that can be dismissed.
-- CreateEnum
CREATE TYPE "HolidayKind" AS ENUM ('FIXED', 'LUNAR', 'SUBSTITUTE', 'SPECIAL');

-- CreateEnum
CREATE TYPE "ClockCalendar" AS ENUM ('WORKING', 'CALENDAR', 'IMMEDIATE');

-- CreateEnum
CREATE TYPE "LibraryRiskStatus" AS ENUM ('DRAFT', 'PUBLISHED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "LibraryDecision" AS ENUM ('ADOPTED', 'ADAPTED', 'DECLINED');

-- CreateEnum
CREATE TYPE "RecordKind" AS ENUM ('PLAN', 'SWOT_ANALYSIS', 'RISK_REGISTER');

-- CreateEnum
CREATE TYPE "LifecycleAct" AS ENUM ('SUBMIT', 'RETURN', 'REVISE', 'APPROVE', 'PUBLISH', 'AMEND', 'CLOSE', 'START', 'COMPLETE', 'CANCEL', 'ISSUE', 'REVOKE', 'SUPERSEDE');

-- CreateEnum
CREATE TYPE "LifecycleStatus" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'PUBLISHED', 'CLOSED', 'PLANNED', 'IN_PROGRESS', 'DONE', 'CANCELLED', 'ISSUED', 'REVOKED', 'SUPERSEDED');

-- DropIndex
DROP INDEX "AuditEntry_agencyId_entityId_idx";

-- DropIndex
DROP INDEX "RiskRegister_agencyId_fiscalYear_idx";

-- DropIndex
DROP INDEX "SwotAnalysis_agencyId_fiscalYear_idx";

-- AlterTable
ALTER TABLE "AuditEntry" ADD COLUMN     "partOfId" UUID,
ADD COLUMN     "role" "Role";

-- AlterTable
ALTER TABLE "Finding" ADD COLUMN     "basisTh" TEXT,
ADD COLUMN     "dismissalReason" TEXT,
ADD COLUMN     "dismissedAt" TIMESTAMPTZ(3),
ADD COLUMN     "dismissedById" UUID,
ADD COLUMN     "mitigationId" UUID,
ADD COLUMN     "positionId" UUID,
ADD COLUMN     "ruleKey" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Mitigation" ADD COLUMN     "cancelReasonTh" TEXT;

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "copiedFromId" UUID;

-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "copiedFromId" UUID;

-- AlterTable
ALTER TABLE "Risk" ADD COLUMN     "carriedFromId" UUID;

-- AlterTable
ALTER TABLE "RiskRegister" ADD COLUMN     "carriedFromId" UUID;

-- AlterTable
ALTER TABLE "StatutoryPower" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "Holiday" (
    "date" DATE NOT NULL,
    "nameTh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "kind" "HolidayKind" NOT NULL,
    "certain" BOOLEAN NOT NULL,
    "sourceTh" TEXT NOT NULL,

    CONSTRAINT "Holiday_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "LegalClock" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "subjectTh" TEXT NOT NULL,
    "subjectEn" TEXT NOT NULL,
    "triggerTh" TEXT NOT NULL,
    "triggerEn" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "calendar" "ClockCalendar" NOT NULL,
    "repeats" BOOLEAN NOT NULL DEFAULT false,
    "recipientTh" TEXT,
    "sourceDocument" TEXT,
    "sourceSection" TEXT,
    "noteTh" TEXT,

    CONSTRAINT "LegalClock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LibraryRisk" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "titleTh" TEXT NOT NULL,
    "titleEn" TEXT,
    "descriptionTh" TEXT,
    "processArea" "ProcessArea" NOT NULL,
    "corruptionTypes" "CorruptionType"[],
    "status" "LibraryRiskStatus" NOT NULL DEFAULT 'DRAFT',
    "publishedAt" TIMESTAMPTZ(3),
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LibraryRisk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LibraryMeasure" (
    "id" UUID NOT NULL,
    "libraryRiskId" UUID NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "measureTh" TEXT NOT NULL,
    "measureEn" TEXT,
    "strategy" "MitigationStrategy" NOT NULL,

    CONSTRAINT "LibraryMeasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LibraryResponse" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 1,
    "libraryRiskId" UUID NOT NULL,
    "decision" "LibraryDecision" NOT NULL,
    "reasonTh" TEXT,
    "riskId" UUID,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accountId" UUID NOT NULL,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "LibraryResponse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatusChange" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "planId" UUID,
    "analysisId" UUID,
    "registerId" UUID,
    "projectId" UUID,
    "orderId" UUID,
    "act" "LifecycleAct" NOT NULL,
    "fromStatus" "LifecycleStatus" NOT NULL,
    "toStatus" "LifecycleStatus" NOT NULL,
    "comment" TEXT,
    "accountId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StatusChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewComment" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "changeId" UUID NOT NULL,
    "riskId" UUID,
    "projectId" UUID,
    "itemId" UUID,
    "field" TEXT,
    "text" TEXT NOT NULL,
    "reply" TEXT,
    "repliedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ReviewComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Edition" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 3,
    "kind" "RecordKind" NOT NULL,
    "planId" UUID,
    "analysisId" UUID,
    "registerId" UUID,
    "number" INTEGER NOT NULL,
    "fiscalYear" INTEGER NOT NULL,
    "titleTh" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "noteTh" TEXT,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accountId" UUID NOT NULL,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyRecord" (
    "accountId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "result" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyRecord_pkey" PRIMARY KEY ("accountId","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "LegalClock_code_key" ON "LegalClock"("code");

-- CreateIndex
CREATE UNIQUE INDEX "LibraryRisk_code_key" ON "LibraryRisk"("code");

-- CreateIndex
CREATE INDEX "LibraryRisk_status_code_idx" ON "LibraryRisk"("status", "code");

-- CreateIndex
CREATE INDEX "LibraryMeasure_libraryRiskId_sortOrder_idx" ON "LibraryMeasure"("libraryRiskId", "sortOrder");

-- CreateIndex
CREATE INDEX "LibraryResponse_libraryRiskId_idx" ON "LibraryResponse"("libraryRiskId");

-- CreateIndex
CREATE INDEX "LibraryResponse_agencyId_riskId_idx" ON "LibraryResponse"("agencyId", "riskId");

-- CreateIndex
CREATE UNIQUE INDEX "LibraryResponse_agencyId_id_key" ON "LibraryResponse"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "LibraryResponse_agencyId_libraryRiskId_key" ON "LibraryResponse"("agencyId", "libraryRiskId");

-- CreateIndex
CREATE INDEX "StatusChange_agencyId_planId_at_idx" ON "StatusChange"("agencyId", "planId", "at");

-- CreateIndex
CREATE INDEX "StatusChange_agencyId_analysisId_at_idx" ON "StatusChange"("agencyId", "analysisId", "at");

-- CreateIndex
CREATE INDEX "StatusChange_agencyId_registerId_at_idx" ON "StatusChange"("agencyId", "registerId", "at");

-- CreateIndex
CREATE INDEX "StatusChange_agencyId_projectId_at_idx" ON "StatusChange"("agencyId", "projectId", "at");

-- CreateIndex
CREATE INDEX "StatusChange_agencyId_orderId_at_idx" ON "StatusChange"("agencyId", "orderId", "at");

-- CreateIndex
CREATE INDEX "StatusChange_disclosure_agencyId_idx" ON "StatusChange"("disclosure", "agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "StatusChange_agencyId_id_key" ON "StatusChange"("agencyId", "id");

-- CreateIndex
CREATE INDEX "ReviewComment_agencyId_changeId_idx" ON "ReviewComment"("agencyId", "changeId");

-- CreateIndex
CREATE INDEX "ReviewComment_agencyId_riskId_idx" ON "ReviewComment"("agencyId", "riskId");

-- CreateIndex
CREATE INDEX "ReviewComment_agencyId_projectId_idx" ON "ReviewComment"("agencyId", "projectId");

-- CreateIndex
CREATE INDEX "ReviewComment_agencyId_itemId_idx" ON "ReviewComment"("agencyId", "itemId");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewComment_agencyId_id_key" ON "ReviewComment"("agencyId", "id");

-- CreateIndex
CREATE INDEX "Edition_kind_fiscalYear_idx" ON "Edition"("kind", "fiscalYear");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_agencyId_id_key" ON "Edition"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_agencyId_planId_number_key" ON "Edition"("agencyId", "planId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_agencyId_analysisId_number_key" ON "Edition"("agencyId", "analysisId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_agencyId_registerId_number_key" ON "Edition"("agencyId", "registerId", "number");

-- CreateIndex
CREATE INDEX "IdempotencyRecord_accountId_createdAt_idx" ON "IdempotencyRecord"("accountId", "createdAt");

-- CreateIndex
CREATE INDEX "AuditEntry_agencyId_entityId_seq_idx" ON "AuditEntry"("agencyId", "entityId", "seq");

-- CreateIndex
CREATE INDEX "AuditEntry_agencyId_partOfId_seq_idx" ON "AuditEntry"("agencyId", "partOfId", "seq");

-- CreateIndex
CREATE INDEX "AuditEntry_agencyId_at_idx" ON "AuditEntry"("agencyId", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_at_agencyId_seq_idx" ON "AuditEntry"("at", "agencyId", "seq");

-- CreateIndex
CREATE INDEX "Finding_agencyId_mitigationId_idx" ON "Finding"("agencyId", "mitigationId");

-- CreateIndex
CREATE INDEX "Finding_agencyId_positionId_idx" ON "Finding"("agencyId", "positionId");

-- CreateIndex
CREATE UNIQUE INDEX "Finding_agencyId_ruleKey_key" ON "Finding"("agencyId", "ruleKey");

-- CreateIndex
CREATE INDEX "Plan_agencyId_copiedFromId_idx" ON "Plan"("agencyId", "copiedFromId");

-- CreateIndex
CREATE INDEX "Project_agencyId_copiedFromId_idx" ON "Project"("agencyId", "copiedFromId");

-- CreateIndex
CREATE INDEX "Risk_agencyId_carriedFromId_idx" ON "Risk"("agencyId", "carriedFromId");

-- CreateIndex
CREATE INDEX "RiskRegister_agencyId_carriedFromId_idx" ON "RiskRegister"("agencyId", "carriedFromId");

-- CreateIndex
CREATE UNIQUE INDEX "RiskRegister_agencyId_fiscalYear_key" ON "RiskRegister"("agencyId", "fiscalYear");

-- CreateIndex
CREATE UNIQUE INDEX "SwotAnalysis_agencyId_fiscalYear_key" ON "SwotAnalysis"("agencyId", "fiscalYear");

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_agencyId_mitigationId_fkey" FOREIGN KEY ("agencyId", "mitigationId") REFERENCES "Mitigation"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_agencyId_positionId_fkey" FOREIGN KEY ("agencyId", "positionId") REFERENCES "Position"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LibraryMeasure" ADD CONSTRAINT "LibraryMeasure_libraryRiskId_fkey" FOREIGN KEY ("libraryRiskId") REFERENCES "LibraryRisk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LibraryResponse" ADD CONSTRAINT "LibraryResponse_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LibraryResponse" ADD CONSTRAINT "LibraryResponse_libraryRiskId_fkey" FOREIGN KEY ("libraryRiskId") REFERENCES "LibraryRisk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LibraryResponse" ADD CONSTRAINT "LibraryResponse_agencyId_riskId_fkey" FOREIGN KEY ("agencyId", "riskId") REFERENCES "Risk"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusChange" ADD CONSTRAINT "StatusChange_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusChange" ADD CONSTRAINT "StatusChange_agencyId_planId_fkey" FOREIGN KEY ("agencyId", "planId") REFERENCES "Plan"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusChange" ADD CONSTRAINT "StatusChange_agencyId_analysisId_fkey" FOREIGN KEY ("agencyId", "analysisId") REFERENCES "SwotAnalysis"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusChange" ADD CONSTRAINT "StatusChange_agencyId_registerId_fkey" FOREIGN KEY ("agencyId", "registerId") REFERENCES "RiskRegister"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusChange" ADD CONSTRAINT "StatusChange_agencyId_projectId_fkey" FOREIGN KEY ("agencyId", "projectId") REFERENCES "Project"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusChange" ADD CONSTRAINT "StatusChange_agencyId_orderId_fkey" FOREIGN KEY ("agencyId", "orderId") REFERENCES "DelegationOrder"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewComment" ADD CONSTRAINT "ReviewComment_agencyId_changeId_fkey" FOREIGN KEY ("agencyId", "changeId") REFERENCES "StatusChange"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewComment" ADD CONSTRAINT "ReviewComment_agencyId_riskId_fkey" FOREIGN KEY ("agencyId", "riskId") REFERENCES "Risk"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewComment" ADD CONSTRAINT "ReviewComment_agencyId_projectId_fkey" FOREIGN KEY ("agencyId", "projectId") REFERENCES "Project"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewComment" ADD CONSTRAINT "ReviewComment_agencyId_itemId_fkey" FOREIGN KEY ("agencyId", "itemId") REFERENCES "SwotItem"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_agencyId_planId_fkey" FOREIGN KEY ("agencyId", "planId") REFERENCES "Plan"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_agencyId_analysisId_fkey" FOREIGN KEY ("agencyId", "analysisId") REFERENCES "SwotAnalysis"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_agencyId_registerId_fkey" FOREIGN KEY ("agencyId", "registerId") REFERENCES "RiskRegister"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_agencyId_copiedFromId_fkey" FOREIGN KEY ("agencyId", "copiedFromId") REFERENCES "Plan"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_agencyId_copiedFromId_fkey" FOREIGN KEY ("agencyId", "copiedFromId") REFERENCES "Project"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskRegister" ADD CONSTRAINT "RiskRegister_agencyId_carriedFromId_fkey" FOREIGN KEY ("agencyId", "carriedFromId") REFERENCES "RiskRegister"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_agencyId_carriedFromId_fkey" FOREIGN KEY ("agencyId", "carriedFromId") REFERENCES "Risk"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
