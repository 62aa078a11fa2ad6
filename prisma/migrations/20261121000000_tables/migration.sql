
-- CreateEnum
CREATE TYPE "AgencyKind" AS ENUM ('DISTRICT_OFFICE', 'DEPARTMENT', 'OFFICE', 'LOCAL_GOVERNMENT', 'SAMPLE');

-- CreateEnum
CREATE TYPE "DistrictGroup" AS ENUM ('CENTRAL', 'SOUTH', 'NORTH', 'EAST', 'NORTH_THONBURI', 'SOUTH_THONBURI');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('VIEWER', 'EDITOR', 'APPROVER', 'CASE_OFFICER', 'AGENCY_ADMIN', 'CENTRE', 'ANALYST', 'AUDITOR', 'CITY_ADMIN');

-- CreateEnum
CREATE TYPE "AccountKind" AS ENUM ('PERSON', 'SERVICE', 'DEMO');

-- CreateEnum
CREATE TYPE "AuditAction" AS ENUM ('INSERT', 'UPDATE', 'DELETE');

-- CreateEnum
CREATE TYPE "Origin" AS ENUM ('DOCUMENT', 'SAMPLE', 'USER');

-- CreateEnum
CREATE TYPE "RecordStatus" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'PUBLISHED', 'CLOSED');

-- CreateEnum
CREATE TYPE "DelegationOrderStatus" AS ENUM ('DRAFT', 'ISSUED', 'REVOKED', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "PowerVerb" AS ENUM ('ORDER', 'PERMIT', 'APPROVE', 'SIGN', 'INSPECT', 'COLLECT', 'RECORD');

-- CreateEnum
CREATE TYPE "DelegationDutyKind" AS ENUM ('ISSUE_ORDER', 'CIRCULAR_LETTER', 'PUBLIC_ANNOUNCEMENT', 'MONTHLY_REPORT');

-- CreateEnum
CREATE TYPE "FindingSeverity" AS ENUM ('ERROR', 'WARNING', 'INFO');

-- CreateEnum
CREATE TYPE "RiskLevel" AS ENUM ('LOW', 'MEDIUM', 'HIGH', 'EXTREME');

-- CreateEnum
CREATE TYPE "RiskScaleAxis" AS ENUM ('LIKELIHOOD', 'IMPACT');

-- CreateEnum
CREATE TYPE "ProjectKind" AS ENUM ('PROJECT', 'ACTIVITY', 'MEASURE');

-- CreateEnum
CREATE TYPE "ProjectStatus" AS ENUM ('PLANNED', 'IN_PROGRESS', 'DONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "BudgetStatus" AS ENUM ('BUDGETED', 'NO_BUDGET', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "IndicatorKind" AS ENUM ('OUTPUT', 'OUTCOME');

-- CreateEnum
CREATE TYPE "IndicatorOperator" AS ENUM ('GTE', 'LTE', 'EQ', 'INCREASE', 'DECREASE');

-- CreateEnum
CREATE TYPE "PrintedFigureKind" AS ENUM ('PROJECT_COUNT', 'BUDGET_TOTAL');

-- CreateEnum
CREATE TYPE "PlanStatementKind" AS ENUM ('OBJECTIVE', 'GOAL', 'BENEFIT');

-- CreateEnum
CREATE TYPE "ProcessArea" AS ENUM ('APPROVE_PERMIT', 'REGISTRATION', 'INSPECTION', 'LICENSING', 'PROCUREMENT', 'ALLOWANCE_CLAIM', 'RECRUITMENT', 'CASH_RECEIPT', 'FINES_CUSTODY', 'STATE_PROPERTY', 'OTHER');

-- CreateEnum
CREATE TYPE "CorruptionType" AS ENUM ('BRIBERY', 'EMBEZZLEMENT', 'DISCRETION_ABUSE', 'ABUSE_OF_POWER', 'MISUSE_OF_PROPERTY', 'MISUSE_OF_TIME', 'FALSE_CLAIM', 'CONFLICT_OF_INTEREST', 'RECORD_IRREGULARITY', 'LATE_REMITTANCE', 'OTHER');

-- CreateEnum
CREATE TYPE "RiskFactorKind" AS ENUM ('KNOWN', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "CurrentRiskLevel" AS ENUM ('UNASSESSED', 'LOW', 'MEDIUM', 'HIGH', 'EXTREME');

-- CreateEnum
CREATE TYPE "AssessmentPhase" AS ENUM ('INHERENT', 'RESIDUAL', 'TARGET');

-- CreateEnum
CREATE TYPE "ControlEffectiveness" AS ENUM ('GOOD', 'FAIR', 'WEAK');

-- CreateEnum
CREATE TYPE "MitigationStrategy" AS ENUM ('TREAT', 'TRANSFER', 'TAKE', 'TERMINATE');

-- CreateEnum
CREATE TYPE "MitigationStatus" AS ENUM ('PLANNED', 'IN_PROGRESS', 'DONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "SwotQuadrant" AS ENUM ('STRENGTH', 'WEAKNESS', 'OPPORTUNITY', 'THREAT');

-- CreateEnum
CREATE TYPE "SwotFactor" AS ENUM ('STRATEGY', 'STRUCTURE', 'SYSTEM', 'STYLE', 'STAFF', 'SKILL', 'SHARED_VALUES', 'POLITICAL', 'ECONOMIC', 'SOCIAL', 'TECHNOLOGICAL', 'ENVIRONMENTAL', 'LEGAL');

-- CreateTable
CREATE TABLE "Agency" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "dopaCode" INTEGER,
    "nameTh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "kind" "AgencyKind" NOT NULL,
    "districtGroup" "DistrictGroup",
    "parentId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 2,
    "parentId" UUID,
    "code" TEXT NOT NULL,
    "nameTh" TEXT NOT NULL,
    "nameEn" TEXT,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Position" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 2,
    "unitId" UUID,
    "code" TEXT NOT NULL,
    "titleTh" TEXT NOT NULL,
    "titleEn" TEXT,
    "isHead" BOOLEAN NOT NULL DEFAULT false,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "sub" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "AccountKind" NOT NULL,
    "disabled" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "agencyId" UUID,
    "role" "Role" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "agencyId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "accountId" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "action" "AuditAction" NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" UUID,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,
    "previousHash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("agencyId","seq")
);

-- CreateTable
CREATE TABLE "AuditHead" (
    "agencyId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("agencyId")
);

-- CreateTable
CREATE TABLE "Dataset" (
    "name" TEXT NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Dataset_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "StatutoryPower" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 2,
    "positionId" UUID NOT NULL,
    "verb" "PowerVerb" NOT NULL,
    "processArea" "ProcessArea" NOT NULL,
    "ceilingAmount" DECIMAL(15,2),
    "basisTh" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "origin" "Origin" NOT NULL DEFAULT 'USER',

    CONSTRAINT "StatutoryPower_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DelegationOrder" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "orderNo" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "titleTh" TEXT NOT NULL,
    "signedOn" DATE,
    "signedByPositionId" UUID,
    "effectiveFrom" DATE NOT NULL,
    "effectiveTo" DATE,
    "legalBasisTh" TEXT,
    "status" "DelegationOrderStatus" NOT NULL DEFAULT 'DRAFT',
    "circularNo" TEXT,
    "circularOn" DATE,
    "announcedThrough" TEXT,
    "announcedOn" DATE,
    "endedOn" DATE,
    "supersededById" UUID,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "sourceDocument" TEXT,
    "sourceSection" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DelegationOrder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DelegatedPower" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "orderId" UUID NOT NULL,
    "lineNo" INTEGER NOT NULL,
    "verb" "PowerVerb" NOT NULL,
    "subjectTh" TEXT NOT NULL,
    "processArea" "ProcessArea" NOT NULL,
    "delegatorId" UUID NOT NULL,
    "delegateId" UUID NOT NULL,
    "ceilingAmount" DECIMAL(15,2),
    "conditionsTh" TEXT,
    "subDelegable" BOOLEAN NOT NULL DEFAULT false,
    "revokedOn" DATE,
    "revokedByOrderId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DelegatedPower_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MonthlyReport" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "orderId" UUID NOT NULL,
    "delegateId" UUID NOT NULL,
    "month" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "filedOn" DATE,
    "remarksTh" TEXT,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MonthlyReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PowerUse" (
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "reportId" UUID NOT NULL,
    "powerId" UUID NOT NULL,
    "count" INTEGER NOT NULL,
    "totalAmount" DECIMAL(15,2) NOT NULL,
    "maxAmount" DECIMAL(15,2) NOT NULL,
    "exceptionsTh" TEXT,

    CONSTRAINT "PowerUse_pkey" PRIMARY KEY ("agencyId","reportId","powerId")
);

-- CreateTable
CREATE TABLE "DelegationMeasure" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "projectId" UUID NOT NULL,
    "orderNameTh" TEXT,
    "ordersOperator" "IndicatorOperator" NOT NULL,
    "ordersCountPrinted" INTEGER NOT NULL,
    "powers" "PowerVerb"[],
    "basisTh" TEXT[],
    "chainNoteTh" TEXT,
    "chainNoteEn" TEXT,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "sourceDocument" TEXT,

    CONSTRAINT "DelegationMeasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DelegationChain" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "measureId" UUID NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "delegatorTh" TEXT NOT NULL,
    "delegatesTh" TEXT[],
    "noteEn" TEXT,

    CONSTRAINT "DelegationChain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DelegationDuty" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "measureId" UUID NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "kind" "DelegationDutyKind" NOT NULL,
    "partyTh" TEXT,
    "partyEn" TEXT,

    CONSTRAINT "DelegationDuty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "code" TEXT NOT NULL,
    "severity" "FindingSeverity" NOT NULL,
    "messageTh" TEXT NOT NULL,
    "messageEn" TEXT NOT NULL,
    "printed" TEXT,
    "computed" TEXT,
    "dimensionNumber" INTEGER,
    "fiscalYear" INTEGER,
    "planId" UUID,
    "projectId" UUID,
    "analysisId" UUID,
    "registerId" UUID,
    "riskId" UUID,
    "orderId" UUID,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "sourceDocument" TEXT,
    "sourceSection" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Framework" (
    "id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "titleTh" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "fiscalYearFrom" INTEGER NOT NULL,
    "fiscalYearTo" INTEGER NOT NULL,

    CONSTRAINT "Framework_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FrameworkDimension" (
    "id" UUID NOT NULL,
    "frameworkId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "titleTh" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,

    CONSTRAINT "FrameworkDimension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FrameworkMission" (
    "id" UUID NOT NULL,
    "dimensionId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "titleTh" TEXT,
    "titleEn" TEXT,

    CONSTRAINT "FrameworkMission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FrameworkSubMission" (
    "id" UUID NOT NULL,
    "missionId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "titleTh" TEXT,
    "titleEn" TEXT,

    CONSTRAINT "FrameworkSubMission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiskMethod" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "titleTh" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "fiscalYearFrom" INTEGER NOT NULL,
    "likelihoodMax" INTEGER NOT NULL,
    "impactMax" INTEGER NOT NULL,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "basisTh" TEXT,

    CONSTRAINT "RiskMethod_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiskMethodLevel" (
    "methodId" UUID NOT NULL,
    "level" "RiskLevel" NOT NULL,
    "labelTh" TEXT NOT NULL,
    "labelEn" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "isAcceptable" BOOLEAN NOT NULL,
    "needsPlan" BOOLEAN NOT NULL,

    CONSTRAINT "RiskMethodLevel_pkey" PRIMARY KEY ("methodId","level")
);

-- CreateTable
CREATE TABLE "RiskScalePoint" (
    "methodId" UUID NOT NULL,
    "axis" "RiskScaleAxis" NOT NULL,
    "value" INTEGER NOT NULL,
    "labelTh" TEXT NOT NULL,
    "labelEn" TEXT NOT NULL,
    "meaningTh" TEXT NOT NULL,

    CONSTRAINT "RiskScalePoint_pkey" PRIMARY KEY ("methodId","axis","value")
);

-- CreateTable
CREATE TABLE "RiskMethodCell" (
    "methodId" UUID NOT NULL,
    "likelihood" INTEGER NOT NULL,
    "impact" INTEGER NOT NULL,
    "score" INTEGER NOT NULL,
    "level" "RiskLevel" NOT NULL,

    CONSTRAINT "RiskMethodCell_pkey" PRIMARY KEY ("methodId","likelihood","impact")
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "frameworkId" UUID NOT NULL,
    "titleTh" TEXT NOT NULL,
    "titleEn" TEXT,
    "fiscalYearFrom" INTEGER NOT NULL,
    "fiscalYearTo" INTEGER NOT NULL,
    "announcedOn" DATE,
    "status" "RecordStatus" NOT NULL DEFAULT 'DRAFT',
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "sourceDocument" TEXT,
    "sourceSection" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanStatement" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "planId" UUID NOT NULL,
    "kind" "PlanStatementKind" NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "textTh" TEXT NOT NULL,
    "textEn" TEXT,

    CONSTRAINT "PlanStatement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PrintedFigure" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "planId" UUID NOT NULL,
    "kind" "PrintedFigureKind" NOT NULL,
    "dimensionNumber" INTEGER,
    "fiscalYear" INTEGER,
    "printedText" TEXT NOT NULL,
    "value" DECIMAL(15,2),
    "sourceSection" TEXT,

    CONSTRAINT "PrintedFigure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "planId" UUID NOT NULL,
    "dimensionId" UUID NOT NULL,
    "missionId" UUID,
    "subMissionId" UUID,
    "kind" "ProjectKind" NOT NULL,
    "printedCode" TEXT,
    "sequenceNo" INTEGER NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "titleTh" TEXT NOT NULL,
    "titleEn" TEXT,
    "printedTitle" TEXT,
    "objectivesTh" TEXT,
    "objectivesEn" TEXT,
    "fiscalYears" INTEGER[],
    "quarters" INTEGER[],
    "periodPrinted" TEXT,
    "responsiblePrinted" TEXT,
    "status" "ProjectStatus" NOT NULL DEFAULT 'PLANNED',
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "sourceDocument" TEXT,
    "sourceSection" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectStep" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "projectId" UUID NOT NULL,
    "parentId" UUID,
    "sortOrder" INTEGER NOT NULL,
    "textTh" TEXT NOT NULL,
    "textEn" TEXT,

    CONSTRAINT "ProjectStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TargetGroup" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "projectId" UUID NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "textTh" TEXT,
    "textEn" TEXT,
    "headcount" INTEGER,

    CONSTRAINT "TargetGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BudgetLine" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "projectId" UUID NOT NULL,
    "fiscalYear" INTEGER NOT NULL,
    "status" "BudgetStatus" NOT NULL,
    "amount" DECIMAL(15,2),
    "sheetAmount" DECIMAL(15,2),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "BudgetLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Indicator" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "projectId" UUID NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "kind" "IndicatorKind" NOT NULL,
    "textTh" TEXT NOT NULL,
    "textEn" TEXT,
    "operator" "IndicatorOperator",
    "threshold" DECIMAL(15,2),
    "unit" TEXT,
    "unitTh" TEXT,
    "measuredByTh" TEXT,
    "measuredByEn" TEXT,
    "comparesWithPreviousYear" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectUnit" (
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "projectId" UUID NOT NULL,
    "unitId" UUID NOT NULL,

    CONSTRAINT "ProjectUnit_pkey" PRIMARY KEY ("agencyId","projectId","unitId")
);

-- CreateTable
CREATE TABLE "ProjectNote" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "projectId" UUID NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "textTh" TEXT NOT NULL,
    "textEn" TEXT,

    CONSTRAINT "ProjectNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgressReport" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "projectId" UUID NOT NULL,
    "fiscalYear" INTEGER NOT NULL,
    "quarter" INTEGER NOT NULL,
    "progressPercent" INTEGER NOT NULL,
    "spentAmount" DECIMAL(15,2),
    "summaryTh" TEXT,
    "problemsTh" TEXT,
    "evidenceUrls" TEXT[],
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProgressReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgressIndicatorValue" (
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "reportId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,
    "value" DECIMAL(15,2) NOT NULL,

    CONSTRAINT "ProgressIndicatorValue_pkey" PRIMARY KEY ("agencyId","reportId","indicatorId")
);

-- CreateTable
CREATE TABLE "RiskRegister" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "fiscalYear" INTEGER NOT NULL,
    "methodId" UUID NOT NULL,
    "status" "RecordStatus" NOT NULL DEFAULT 'DRAFT',
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "sourceDocument" TEXT,
    "sourceSection" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RiskRegister_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Risk" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "registerId" UUID NOT NULL,
    "fiscalYear" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "titleTh" TEXT NOT NULL,
    "titleEn" TEXT,
    "processArea" "ProcessArea" NOT NULL,
    "furtherProcessAreas" "ProcessArea"[],
    "corruptionTypes" "CorruptionType"[],
    "factorKind" "RiskFactorKind",
    "actorTh" TEXT,
    "actorEn" TEXT,
    "responsibleUnitId" UUID,
    "unitInferred" BOOLEAN NOT NULL DEFAULT false,
    "noteTh" TEXT,
    "level" "CurrentRiskLevel" NOT NULL DEFAULT 'UNASSESSED',
    "score" INTEGER,
    "likelihood" INTEGER,
    "impact" INTEGER,
    "currentAssessmentId" UUID,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "sourceDocument" TEXT,
    "sourceSection" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Risk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiskCause" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "riskId" UUID NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "textTh" TEXT NOT NULL,
    "textEn" TEXT,

    CONSTRAINT "RiskCause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assessment" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "riskId" UUID NOT NULL,
    "methodId" UUID NOT NULL,
    "phase" "AssessmentPhase" NOT NULL,
    "likelihood" INTEGER NOT NULL,
    "impact" INTEGER NOT NULL,
    "score" INTEGER NOT NULL,
    "level" "RiskLevel" NOT NULL,
    "justificationTh" TEXT NOT NULL,
    "assessedOn" DATE NOT NULL,
    "assessedById" UUID,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Control" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "riskId" UUID NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "textTh" TEXT NOT NULL,
    "textEn" TEXT,
    "effectiveness" "ControlEffectiveness" NOT NULL,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Control_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mitigation" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "riskId" UUID NOT NULL,
    "fiscalYear" INTEGER NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "measureTh" TEXT NOT NULL,
    "measureEn" TEXT,
    "strategy" "MitigationStrategy" NOT NULL,
    "ownerUnitId" UUID,
    "ownerPositionId" UUID,
    "dueOn" DATE NOT NULL,
    "budgetAmount" DECIMAL(15,2),
    "projectId" UUID,
    "progressPercent" INTEGER NOT NULL DEFAULT 0,
    "status" "MitigationStatus" NOT NULL DEFAULT 'PLANNED',
    "doneOn" DATE,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Mitigation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Acceptance" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "riskId" UUID NOT NULL,
    "level" "RiskLevel" NOT NULL,
    "reasonTh" TEXT NOT NULL,
    "acceptedOn" DATE NOT NULL,
    "expiresOn" DATE NOT NULL,
    "acceptedById" UUID,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Acceptance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiskPower" (
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "riskId" UUID NOT NULL,
    "powerId" UUID NOT NULL,

    CONSTRAINT "RiskPower_pkey" PRIMARY KEY ("agencyId","riskId","powerId")
);

-- CreateTable
CREATE TABLE "SwotAnalysis" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "fiscalYear" INTEGER NOT NULL,
    "status" "RecordStatus" NOT NULL DEFAULT 'DRAFT',
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "sourceDocument" TEXT,
    "sourceSection" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SwotAnalysis_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SwotItem" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "analysisId" UUID NOT NULL,
    "quadrant" "SwotQuadrant" NOT NULL,
    "factor" "SwotFactor" NOT NULL,
    "rank" INTEGER NOT NULL,
    "textTh" TEXT NOT NULL,
    "textEn" TEXT,
    "sourceSection" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SwotItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SwotItemRisk" (
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "itemId" UUID NOT NULL,
    "riskId" UUID NOT NULL,

    CONSTRAINT "SwotItemRisk_pkey" PRIMARY KEY ("agencyId","itemId","riskId")
);

-- CreateTable
CREATE TABLE "SwotItemProject" (
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "itemId" UUID NOT NULL,
    "projectId" UUID NOT NULL,

    CONSTRAINT "SwotItemProject_pkey" PRIMARY KEY ("agencyId","itemId","projectId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Agency_code_key" ON "Agency"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Agency_dopaCode_key" ON "Agency"("dopaCode");

-- CreateIndex
CREATE INDEX "Agency_kind_idx" ON "Agency"("kind");

-- CreateIndex
CREATE INDEX "Agency_parentId_idx" ON "Agency"("parentId");

-- CreateIndex
CREATE INDEX "Unit_agencyId_parentId_idx" ON "Unit"("agencyId", "parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_agencyId_id_key" ON "Unit"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_agencyId_code_key" ON "Unit"("agencyId", "code");

-- CreateIndex
CREATE INDEX "Position_agencyId_unitId_idx" ON "Position"("agencyId", "unitId");

-- CreateIndex
CREATE UNIQUE INDEX "Position_agencyId_id_key" ON "Position"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Position_agencyId_code_key" ON "Position"("agencyId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Account_sub_key" ON "Account"("sub");

-- CreateIndex
CREATE INDEX "Membership_agencyId_idx" ON "Membership"("agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_accountId_agencyId_role_key" ON "Membership"("accountId", "agencyId", "role");

-- CreateIndex
CREATE INDEX "AuditEntry_agencyId_entityId_idx" ON "AuditEntry"("agencyId", "entityId");

-- CreateIndex
CREATE INDEX "StatutoryPower_agencyId_positionId_idx" ON "StatutoryPower"("agencyId", "positionId");

-- CreateIndex
CREATE UNIQUE INDEX "StatutoryPower_agencyId_id_key" ON "StatutoryPower"("agencyId", "id");

-- CreateIndex
CREATE INDEX "DelegationOrder_agencyId_effectiveFrom_idx" ON "DelegationOrder"("agencyId", "effectiveFrom");

-- CreateIndex
CREATE INDEX "DelegationOrder_disclosure_agencyId_idx" ON "DelegationOrder"("disclosure", "agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "DelegationOrder_agencyId_id_key" ON "DelegationOrder"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "DelegationOrder_agencyId_year_orderNo_key" ON "DelegationOrder"("agencyId", "year", "orderNo");

-- CreateIndex
CREATE INDEX "DelegatedPower_agencyId_delegateId_idx" ON "DelegatedPower"("agencyId", "delegateId");

-- CreateIndex
CREATE INDEX "DelegatedPower_agencyId_delegatorId_idx" ON "DelegatedPower"("agencyId", "delegatorId");

-- CreateIndex
CREATE UNIQUE INDEX "DelegatedPower_agencyId_id_key" ON "DelegatedPower"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "DelegatedPower_agencyId_orderId_lineNo_key" ON "DelegatedPower"("agencyId", "orderId", "lineNo");

-- CreateIndex
CREATE UNIQUE INDEX "MonthlyReport_agencyId_id_key" ON "MonthlyReport"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "MonthlyReport_agencyId_orderId_delegateId_month_key" ON "MonthlyReport"("agencyId", "orderId", "delegateId", "month");

-- CreateIndex
CREATE INDEX "PowerUse_agencyId_powerId_idx" ON "PowerUse"("agencyId", "powerId");

-- CreateIndex
CREATE UNIQUE INDEX "DelegationMeasure_agencyId_projectId_key" ON "DelegationMeasure"("agencyId", "projectId");

-- CreateIndex
CREATE UNIQUE INDEX "DelegationMeasure_agencyId_id_key" ON "DelegationMeasure"("agencyId", "id");

-- CreateIndex
CREATE INDEX "DelegationChain_agencyId_measureId_sortOrder_idx" ON "DelegationChain"("agencyId", "measureId", "sortOrder");

-- CreateIndex
CREATE UNIQUE INDEX "DelegationChain_agencyId_id_key" ON "DelegationChain"("agencyId", "id");

-- CreateIndex
CREATE INDEX "DelegationDuty_agencyId_measureId_sortOrder_idx" ON "DelegationDuty"("agencyId", "measureId", "sortOrder");

-- CreateIndex
CREATE UNIQUE INDEX "DelegationDuty_agencyId_id_key" ON "DelegationDuty"("agencyId", "id");

-- CreateIndex
CREATE INDEX "Finding_agencyId_code_idx" ON "Finding"("agencyId", "code");

-- CreateIndex
CREATE INDEX "Finding_agencyId_planId_idx" ON "Finding"("agencyId", "planId");

-- CreateIndex
CREATE INDEX "Finding_agencyId_projectId_idx" ON "Finding"("agencyId", "projectId");

-- CreateIndex
CREATE INDEX "Finding_agencyId_analysisId_idx" ON "Finding"("agencyId", "analysisId");

-- CreateIndex
CREATE INDEX "Finding_agencyId_registerId_idx" ON "Finding"("agencyId", "registerId");

-- CreateIndex
CREATE INDEX "Finding_agencyId_riskId_idx" ON "Finding"("agencyId", "riskId");

-- CreateIndex
CREATE INDEX "Finding_agencyId_orderId_idx" ON "Finding"("agencyId", "orderId");

-- CreateIndex
CREATE INDEX "Finding_disclosure_agencyId_idx" ON "Finding"("disclosure", "agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Finding_agencyId_id_key" ON "Finding"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Framework_version_key" ON "Framework"("version");

-- CreateIndex
CREATE UNIQUE INDEX "FrameworkDimension_frameworkId_number_key" ON "FrameworkDimension"("frameworkId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "FrameworkMission_dimensionId_code_key" ON "FrameworkMission"("dimensionId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "FrameworkSubMission_missionId_code_key" ON "FrameworkSubMission"("missionId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "RiskMethod_version_key" ON "RiskMethod"("version");

-- CreateIndex
CREATE UNIQUE INDEX "RiskMethodCell_methodId_likelihood_impact_score_level_key" ON "RiskMethodCell"("methodId", "likelihood", "impact", "score", "level");

-- CreateIndex
CREATE INDEX "Plan_agencyId_fiscalYearFrom_idx" ON "Plan"("agencyId", "fiscalYearFrom");

-- CreateIndex
CREATE INDEX "Plan_disclosure_agencyId_idx" ON "Plan"("disclosure", "agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Plan_agencyId_id_key" ON "Plan"("agencyId", "id");

-- CreateIndex
CREATE INDEX "PlanStatement_agencyId_planId_kind_sortOrder_idx" ON "PlanStatement"("agencyId", "planId", "kind", "sortOrder");

-- CreateIndex
CREATE UNIQUE INDEX "PlanStatement_agencyId_id_key" ON "PlanStatement"("agencyId", "id");

-- CreateIndex
CREATE INDEX "PrintedFigure_agencyId_planId_idx" ON "PrintedFigure"("agencyId", "planId");

-- CreateIndex
CREATE UNIQUE INDEX "PrintedFigure_agencyId_id_key" ON "PrintedFigure"("agencyId", "id");

-- CreateIndex
CREATE INDEX "Project_agencyId_planId_sortOrder_idx" ON "Project"("agencyId", "planId", "sortOrder");

-- CreateIndex
CREATE INDEX "Project_disclosure_agencyId_idx" ON "Project"("disclosure", "agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Project_agencyId_id_key" ON "Project"("agencyId", "id");

-- CreateIndex
CREATE INDEX "ProjectStep_agencyId_projectId_sortOrder_idx" ON "ProjectStep"("agencyId", "projectId", "sortOrder");

-- CreateIndex
CREATE INDEX "ProjectStep_agencyId_parentId_idx" ON "ProjectStep"("agencyId", "parentId");

-- CreateIndex
CREATE UNIQUE INDEX "ProjectStep_agencyId_id_key" ON "ProjectStep"("agencyId", "id");

-- CreateIndex
CREATE INDEX "TargetGroup_agencyId_projectId_sortOrder_idx" ON "TargetGroup"("agencyId", "projectId", "sortOrder");

-- CreateIndex
CREATE UNIQUE INDEX "TargetGroup_agencyId_id_key" ON "TargetGroup"("agencyId", "id");

-- CreateIndex
CREATE INDEX "BudgetLine_agencyId_fiscalYear_idx" ON "BudgetLine"("agencyId", "fiscalYear");

-- CreateIndex
CREATE UNIQUE INDEX "BudgetLine_agencyId_id_key" ON "BudgetLine"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "BudgetLine_agencyId_projectId_fiscalYear_key" ON "BudgetLine"("agencyId", "projectId", "fiscalYear");

-- CreateIndex
CREATE INDEX "Indicator_agencyId_projectId_sortOrder_idx" ON "Indicator"("agencyId", "projectId", "sortOrder");

-- CreateIndex
CREATE UNIQUE INDEX "Indicator_agencyId_id_key" ON "Indicator"("agencyId", "id");

-- CreateIndex
CREATE INDEX "ProjectUnit_agencyId_unitId_idx" ON "ProjectUnit"("agencyId", "unitId");

-- CreateIndex
CREATE INDEX "ProjectNote_agencyId_projectId_sortOrder_idx" ON "ProjectNote"("agencyId", "projectId", "sortOrder");

-- CreateIndex
CREATE UNIQUE INDEX "ProjectNote_agencyId_id_key" ON "ProjectNote"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ProgressReport_agencyId_id_key" ON "ProgressReport"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ProgressReport_agencyId_projectId_fiscalYear_quarter_key" ON "ProgressReport"("agencyId", "projectId", "fiscalYear", "quarter");

-- CreateIndex
CREATE INDEX "ProgressIndicatorValue_agencyId_indicatorId_idx" ON "ProgressIndicatorValue"("agencyId", "indicatorId");

-- CreateIndex
CREATE INDEX "RiskRegister_agencyId_fiscalYear_idx" ON "RiskRegister"("agencyId", "fiscalYear");

-- CreateIndex
CREATE INDEX "RiskRegister_disclosure_fiscalYear_idx" ON "RiskRegister"("disclosure", "fiscalYear");

-- CreateIndex
CREATE UNIQUE INDEX "RiskRegister_agencyId_id_key" ON "RiskRegister"("agencyId", "id");

-- CreateIndex
CREATE INDEX "Risk_agencyId_level_score_id_idx" ON "Risk"("agencyId", "level", "score" DESC, "id");

-- CreateIndex
CREATE INDEX "Risk_agencyId_score_id_idx" ON "Risk"("agencyId", "score" DESC, "id");

-- CreateIndex
CREATE INDEX "Risk_agencyId_responsibleUnitId_idx" ON "Risk"("agencyId", "responsibleUnitId");

-- CreateIndex
CREATE INDEX "Risk_fiscalYear_disclosure_agencyId_idx" ON "Risk"("fiscalYear", "disclosure", "agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Risk_agencyId_id_key" ON "Risk"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Risk_agencyId_currentAssessmentId_key" ON "Risk"("agencyId", "currentAssessmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Risk_agencyId_registerId_code_key" ON "Risk"("agencyId", "registerId", "code");

-- CreateIndex
CREATE INDEX "RiskCause_agencyId_riskId_sortOrder_idx" ON "RiskCause"("agencyId", "riskId", "sortOrder");

-- CreateIndex
CREATE UNIQUE INDEX "RiskCause_agencyId_id_key" ON "RiskCause"("agencyId", "id");

-- CreateIndex
CREATE INDEX "Assessment_agencyId_riskId_assessedOn_id_idx" ON "Assessment"("agencyId", "riskId", "assessedOn" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Assessment_agencyId_id_key" ON "Assessment"("agencyId", "id");

-- CreateIndex
CREATE INDEX "Control_agencyId_riskId_sortOrder_idx" ON "Control"("agencyId", "riskId", "sortOrder");

-- CreateIndex
CREATE UNIQUE INDEX "Control_agencyId_id_key" ON "Control"("agencyId", "id");

-- CreateIndex
CREATE INDEX "Mitigation_agencyId_riskId_sortOrder_idx" ON "Mitigation"("agencyId", "riskId", "sortOrder");

-- CreateIndex
CREATE INDEX "Mitigation_agencyId_dueOn_idx" ON "Mitigation"("agencyId", "dueOn");

-- CreateIndex
CREATE INDEX "Mitigation_agencyId_projectId_idx" ON "Mitigation"("agencyId", "projectId");

-- CreateIndex
CREATE INDEX "Mitigation_fiscalYear_disclosure_agencyId_idx" ON "Mitigation"("fiscalYear", "disclosure", "agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Mitigation_agencyId_id_key" ON "Mitigation"("agencyId", "id");

-- CreateIndex
CREATE INDEX "Acceptance_agencyId_riskId_idx" ON "Acceptance"("agencyId", "riskId");

-- CreateIndex
CREATE UNIQUE INDEX "Acceptance_agencyId_id_key" ON "Acceptance"("agencyId", "id");

-- CreateIndex
CREATE INDEX "RiskPower_agencyId_powerId_idx" ON "RiskPower"("agencyId", "powerId");

-- CreateIndex
CREATE INDEX "SwotAnalysis_agencyId_fiscalYear_idx" ON "SwotAnalysis"("agencyId", "fiscalYear");

-- CreateIndex
CREATE INDEX "SwotAnalysis_disclosure_agencyId_idx" ON "SwotAnalysis"("disclosure", "agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "SwotAnalysis_agencyId_id_key" ON "SwotAnalysis"("agencyId", "id");

-- CreateIndex
CREATE INDEX "SwotItem_agencyId_analysisId_quadrant_rank_idx" ON "SwotItem"("agencyId", "analysisId", "quadrant", "rank");

-- CreateIndex
CREATE UNIQUE INDEX "SwotItem_agencyId_id_key" ON "SwotItem"("agencyId", "id");

-- CreateIndex
CREATE INDEX "SwotItemRisk_agencyId_riskId_idx" ON "SwotItemRisk"("agencyId", "riskId");

-- CreateIndex
CREATE INDEX "SwotItemProject_agencyId_projectId_idx" ON "SwotItemProject"("agencyId", "projectId");

-- AddForeignKey
ALTER TABLE "Agency" ADD CONSTRAINT "Agency_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_agencyId_parentId_fkey" FOREIGN KEY ("agencyId", "parentId") REFERENCES "Unit"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_agencyId_unitId_fkey" FOREIGN KEY ("agencyId", "unitId") REFERENCES "Unit"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatutoryPower" ADD CONSTRAINT "StatutoryPower_agencyId_positionId_fkey" FOREIGN KEY ("agencyId", "positionId") REFERENCES "Position"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DelegationOrder" ADD CONSTRAINT "DelegationOrder_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DelegationOrder" ADD CONSTRAINT "DelegationOrder_agencyId_signedByPositionId_fkey" FOREIGN KEY ("agencyId", "signedByPositionId") REFERENCES "Position"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DelegationOrder" ADD CONSTRAINT "DelegationOrder_agencyId_supersededById_fkey" FOREIGN KEY ("agencyId", "supersededById") REFERENCES "DelegationOrder"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DelegatedPower" ADD CONSTRAINT "DelegatedPower_agencyId_orderId_fkey" FOREIGN KEY ("agencyId", "orderId") REFERENCES "DelegationOrder"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DelegatedPower" ADD CONSTRAINT "DelegatedPower_agencyId_delegatorId_fkey" FOREIGN KEY ("agencyId", "delegatorId") REFERENCES "Position"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DelegatedPower" ADD CONSTRAINT "DelegatedPower_agencyId_delegateId_fkey" FOREIGN KEY ("agencyId", "delegateId") REFERENCES "Position"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DelegatedPower" ADD CONSTRAINT "DelegatedPower_agencyId_revokedByOrderId_fkey" FOREIGN KEY ("agencyId", "revokedByOrderId") REFERENCES "DelegationOrder"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MonthlyReport" ADD CONSTRAINT "MonthlyReport_agencyId_orderId_fkey" FOREIGN KEY ("agencyId", "orderId") REFERENCES "DelegationOrder"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MonthlyReport" ADD CONSTRAINT "MonthlyReport_agencyId_delegateId_fkey" FOREIGN KEY ("agencyId", "delegateId") REFERENCES "Position"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PowerUse" ADD CONSTRAINT "PowerUse_agencyId_reportId_fkey" FOREIGN KEY ("agencyId", "reportId") REFERENCES "MonthlyReport"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PowerUse" ADD CONSTRAINT "PowerUse_agencyId_powerId_fkey" FOREIGN KEY ("agencyId", "powerId") REFERENCES "DelegatedPower"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DelegationMeasure" ADD CONSTRAINT "DelegationMeasure_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DelegationMeasure" ADD CONSTRAINT "DelegationMeasure_agencyId_projectId_fkey" FOREIGN KEY ("agencyId", "projectId") REFERENCES "Project"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DelegationChain" ADD CONSTRAINT "DelegationChain_agencyId_measureId_fkey" FOREIGN KEY ("agencyId", "measureId") REFERENCES "DelegationMeasure"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DelegationDuty" ADD CONSTRAINT "DelegationDuty_agencyId_measureId_fkey" FOREIGN KEY ("agencyId", "measureId") REFERENCES "DelegationMeasure"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_agencyId_planId_fkey" FOREIGN KEY ("agencyId", "planId") REFERENCES "Plan"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_agencyId_projectId_fkey" FOREIGN KEY ("agencyId", "projectId") REFERENCES "Project"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_agencyId_analysisId_fkey" FOREIGN KEY ("agencyId", "analysisId") REFERENCES "SwotAnalysis"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_agencyId_registerId_fkey" FOREIGN KEY ("agencyId", "registerId") REFERENCES "RiskRegister"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_agencyId_riskId_fkey" FOREIGN KEY ("agencyId", "riskId") REFERENCES "Risk"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_agencyId_orderId_fkey" FOREIGN KEY ("agencyId", "orderId") REFERENCES "DelegationOrder"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrameworkDimension" ADD CONSTRAINT "FrameworkDimension_frameworkId_fkey" FOREIGN KEY ("frameworkId") REFERENCES "Framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrameworkMission" ADD CONSTRAINT "FrameworkMission_dimensionId_fkey" FOREIGN KEY ("dimensionId") REFERENCES "FrameworkDimension"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrameworkSubMission" ADD CONSTRAINT "FrameworkSubMission_missionId_fkey" FOREIGN KEY ("missionId") REFERENCES "FrameworkMission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskMethodLevel" ADD CONSTRAINT "RiskMethodLevel_methodId_fkey" FOREIGN KEY ("methodId") REFERENCES "RiskMethod"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskScalePoint" ADD CONSTRAINT "RiskScalePoint_methodId_fkey" FOREIGN KEY ("methodId") REFERENCES "RiskMethod"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskMethodCell" ADD CONSTRAINT "RiskMethodCell_methodId_fkey" FOREIGN KEY ("methodId") REFERENCES "RiskMethod"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskMethodCell" ADD CONSTRAINT "RiskMethodCell_methodId_level_fkey" FOREIGN KEY ("methodId", "level") REFERENCES "RiskMethodLevel"("methodId", "level") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_frameworkId_fkey" FOREIGN KEY ("frameworkId") REFERENCES "Framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanStatement" ADD CONSTRAINT "PlanStatement_agencyId_planId_fkey" FOREIGN KEY ("agencyId", "planId") REFERENCES "Plan"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrintedFigure" ADD CONSTRAINT "PrintedFigure_agencyId_planId_fkey" FOREIGN KEY ("agencyId", "planId") REFERENCES "Plan"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_agencyId_planId_fkey" FOREIGN KEY ("agencyId", "planId") REFERENCES "Plan"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_dimensionId_fkey" FOREIGN KEY ("dimensionId") REFERENCES "FrameworkDimension"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_missionId_fkey" FOREIGN KEY ("missionId") REFERENCES "FrameworkMission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_subMissionId_fkey" FOREIGN KEY ("subMissionId") REFERENCES "FrameworkSubMission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectStep" ADD CONSTRAINT "ProjectStep_agencyId_projectId_fkey" FOREIGN KEY ("agencyId", "projectId") REFERENCES "Project"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectStep" ADD CONSTRAINT "ProjectStep_agencyId_parentId_fkey" FOREIGN KEY ("agencyId", "parentId") REFERENCES "ProjectStep"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TargetGroup" ADD CONSTRAINT "TargetGroup_agencyId_projectId_fkey" FOREIGN KEY ("agencyId", "projectId") REFERENCES "Project"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BudgetLine" ADD CONSTRAINT "BudgetLine_agencyId_projectId_fkey" FOREIGN KEY ("agencyId", "projectId") REFERENCES "Project"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_agencyId_projectId_fkey" FOREIGN KEY ("agencyId", "projectId") REFERENCES "Project"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectUnit" ADD CONSTRAINT "ProjectUnit_agencyId_projectId_fkey" FOREIGN KEY ("agencyId", "projectId") REFERENCES "Project"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectUnit" ADD CONSTRAINT "ProjectUnit_agencyId_unitId_fkey" FOREIGN KEY ("agencyId", "unitId") REFERENCES "Unit"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectNote" ADD CONSTRAINT "ProjectNote_agencyId_projectId_fkey" FOREIGN KEY ("agencyId", "projectId") REFERENCES "Project"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgressReport" ADD CONSTRAINT "ProgressReport_agencyId_projectId_fkey" FOREIGN KEY ("agencyId", "projectId") REFERENCES "Project"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgressIndicatorValue" ADD CONSTRAINT "ProgressIndicatorValue_agencyId_reportId_fkey" FOREIGN KEY ("agencyId", "reportId") REFERENCES "ProgressReport"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgressIndicatorValue" ADD CONSTRAINT "ProgressIndicatorValue_agencyId_indicatorId_fkey" FOREIGN KEY ("agencyId", "indicatorId") REFERENCES "Indicator"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskRegister" ADD CONSTRAINT "RiskRegister_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskRegister" ADD CONSTRAINT "RiskRegister_methodId_fkey" FOREIGN KEY ("methodId") REFERENCES "RiskMethod"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_agencyId_registerId_fkey" FOREIGN KEY ("agencyId", "registerId") REFERENCES "RiskRegister"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_agencyId_responsibleUnitId_fkey" FOREIGN KEY ("agencyId", "responsibleUnitId") REFERENCES "Unit"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_agencyId_currentAssessmentId_fkey" FOREIGN KEY ("agencyId", "currentAssessmentId") REFERENCES "Assessment"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskCause" ADD CONSTRAINT "RiskCause_agencyId_riskId_fkey" FOREIGN KEY ("agencyId", "riskId") REFERENCES "Risk"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_agencyId_riskId_fkey" FOREIGN KEY ("agencyId", "riskId") REFERENCES "Risk"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_methodId_likelihood_impact_score_level_fkey" FOREIGN KEY ("methodId", "likelihood", "impact", "score", "level") REFERENCES "RiskMethodCell"("methodId", "likelihood", "impact", "score", "level") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Control" ADD CONSTRAINT "Control_agencyId_riskId_fkey" FOREIGN KEY ("agencyId", "riskId") REFERENCES "Risk"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mitigation" ADD CONSTRAINT "Mitigation_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mitigation" ADD CONSTRAINT "Mitigation_agencyId_riskId_fkey" FOREIGN KEY ("agencyId", "riskId") REFERENCES "Risk"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mitigation" ADD CONSTRAINT "Mitigation_agencyId_ownerUnitId_fkey" FOREIGN KEY ("agencyId", "ownerUnitId") REFERENCES "Unit"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mitigation" ADD CONSTRAINT "Mitigation_agencyId_ownerPositionId_fkey" FOREIGN KEY ("agencyId", "ownerPositionId") REFERENCES "Position"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mitigation" ADD CONSTRAINT "Mitigation_agencyId_projectId_fkey" FOREIGN KEY ("agencyId", "projectId") REFERENCES "Project"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Acceptance" ADD CONSTRAINT "Acceptance_agencyId_riskId_fkey" FOREIGN KEY ("agencyId", "riskId") REFERENCES "Risk"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskPower" ADD CONSTRAINT "RiskPower_agencyId_riskId_fkey" FOREIGN KEY ("agencyId", "riskId") REFERENCES "Risk"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskPower" ADD CONSTRAINT "RiskPower_agencyId_powerId_fkey" FOREIGN KEY ("agencyId", "powerId") REFERENCES "DelegatedPower"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SwotAnalysis" ADD CONSTRAINT "SwotAnalysis_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SwotItem" ADD CONSTRAINT "SwotItem_agencyId_analysisId_fkey" FOREIGN KEY ("agencyId", "analysisId") REFERENCES "SwotAnalysis"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SwotItemRisk" ADD CONSTRAINT "SwotItemRisk_agencyId_itemId_fkey" FOREIGN KEY ("agencyId", "itemId") REFERENCES "SwotItem"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SwotItemRisk" ADD CONSTRAINT "SwotItemRisk_agencyId_riskId_fkey" FOREIGN KEY ("agencyId", "riskId") REFERENCES "Risk"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SwotItemProject" ADD CONSTRAINT "SwotItemProject_agencyId_itemId_fkey" FOREIGN KEY ("agencyId", "itemId") REFERENCES "SwotItem"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SwotItemProject" ADD CONSTRAINT "SwotItemProject_agencyId_projectId_fkey" FOREIGN KEY ("agencyId", "projectId") REFERENCES "Project"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

