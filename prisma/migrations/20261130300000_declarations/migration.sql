-- What agencies declare in a year, such as their No Gift Policy, and how many of each unit have acknowledged it (docs/decisions/0059).

CREATE TYPE "DeclarationKind" AS ENUM ('NO_GIFT_POLICY', 'ANTI_BRIBERY_POLICY', 'INTEGRITY_POLICY', 'INFORMATION_DISCLOSURE', 'STAKEHOLDER_PARTICIPATION', 'PROCUREMENT_TRANSPARENCY', 'CORRUPTION_COMPLAINTS', 'BRIBERY_PREVENTION', 'CONFLICT_OF_INTEREST', 'DISCRETION_CHECK', 'WHISTLEBLOWER_PROTECTION');

CREATE TYPE "DeclarationForm" AS ENUM ('POLICY', 'MEASURE');

CREATE TYPE "YearBasis" AS ENUM ('FISCAL_YEAR', 'CALENDAR_YEAR');

CREATE TABLE "Declaration" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "kind" "DeclarationKind" NOT NULL,
    "form" "DeclarationForm" NOT NULL,
    "fiscalYear" INTEGER NOT NULL,
    "yearBasis" "YearBasis" NOT NULL DEFAULT 'FISCAL_YEAR',
    "titleTh" TEXT NOT NULL,
    "titleEn" TEXT,
    "textTh" TEXT,
    "textEn" TEXT,
    "textAddress" TEXT,
    "signatoryId" UUID,
    "signatoryPrinted" TEXT,
    "signedOn" DATE,
    "publishedPrinted" BOOLEAN,
    "status" "EntryStatus" NOT NULL DEFAULT 'DRAFT',
    "publishedOn" DATE,
    "publicationChannels" "PublicationChannel"[] DEFAULT ARRAY[]::"PublicationChannel"[],
    "publicationAddress" TEXT,
    "inferred" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "noteTh" TEXT,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "sourceDocument" TEXT,
    "sourceSection" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Declaration_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "DeclarationAcknowledgement" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "declarationId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "acknowledged" INTEGER NOT NULL,
    "headCount" INTEGER NOT NULL,
    "countedOn" DATE NOT NULL,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DeclarationAcknowledgement_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Declaration_agencyId_fiscalYear_idx" ON "Declaration"("agencyId", "fiscalYear");

CREATE INDEX "Declaration_agencyId_signatoryId_idx" ON "Declaration"("agencyId", "signatoryId");

CREATE INDEX "Declaration_disclosure_agencyId_idx" ON "Declaration"("disclosure", "agencyId");

CREATE UNIQUE INDEX "Declaration_agencyId_id_key" ON "Declaration"("agencyId", "id");

CREATE UNIQUE INDEX "Declaration_agencyId_kind_fiscalYear_key" ON "Declaration"("agencyId", "kind", "fiscalYear");

CREATE INDEX "DeclarationAcknowledgement_agencyId_unitId_idx" ON "DeclarationAcknowledgement"("agencyId", "unitId");

CREATE UNIQUE INDEX "DeclarationAcknowledgement_agencyId_id_key" ON "DeclarationAcknowledgement"("agencyId", "id");

CREATE UNIQUE INDEX "DeclarationAcknowledgement_agencyId_declarationId_unitId_key" ON "DeclarationAcknowledgement"("agencyId", "declarationId", "unitId");

ALTER TABLE "Declaration" ADD CONSTRAINT "Declaration_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Declaration" ADD CONSTRAINT "Declaration_agencyId_signatoryId_fkey" FOREIGN KEY ("agencyId", "signatoryId") REFERENCES "Position"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "DeclarationAcknowledgement" ADD CONSTRAINT "DeclarationAcknowledgement_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "DeclarationAcknowledgement" ADD CONSTRAINT "DeclarationAcknowledgement_agencyId_declarationId_fkey" FOREIGN KEY ("agencyId", "declarationId") REFERENCES "Declaration"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "DeclarationAcknowledgement" ADD CONSTRAINT "DeclarationAcknowledgement_agencyId_unitId_fkey" FOREIGN KEY ("agencyId", "unitId") REFERENCES "Unit"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Declaration" ALTER COLUMN "titleTh" TYPE text COLLATE "th-x-icu";
ALTER TABLE "DeclarationAcknowledgement"
  ADD CONSTRAINT people_to_ask CHECK ("headCount" > 0),
  ADD CONSTRAINT no_more_than_there_are CHECK (acknowledged BETWEEN 0 AND "headCount");

CALL app.keep_as_entry('Declaration');
CREATE TRIGGER settle_inferred BEFORE UPDATE ON "Declaration" FOR EACH ROW
  WHEN (OLD.inferred <> '{}' AND OLD.inferred = NEW.inferred) EXECUTE FUNCTION app.settle_inferred();

-- ---- "DeclarationAcknowledgement": people acknowledge what was confirmed, so counts come after it, each in place of the one before.
ALTER TABLE "DeclarationAcknowledgement" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "DeclarationAcknowledgement" FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_reads_own ON "DeclarationAcknowledgement" FOR SELECT USING ("agencyId" = (SELECT app.agency()));
CREATE POLICY city_reads_disclosed ON "DeclarationAcknowledgement" FOR SELECT USING (disclosure >= (SELECT app.floor()));
CREATE POLICY agency_adds_own ON "DeclarationAcknowledgement" FOR INSERT WITH CHECK ("agencyId" = (SELECT app.agency()));
CREATE POLICY agency_changes_own ON "DeclarationAcknowledgement" FOR UPDATE USING ("agencyId" = (SELECT app.agency()));
CREATE POLICY agency_removes_own ON "DeclarationAcknowledgement" FOR DELETE USING ("agencyId" = (SELECT app.agency()));
GRANT SELECT, INSERT, UPDATE, DELETE ON "DeclarationAcknowledgement" TO registry_app;
CALL app.disclose_like('DeclarationAcknowledgement', 'Declaration', 'declarationId');
CREATE TRIGGER "pass_on_disclosure_to_DeclarationAcknowledgement" AFTER UPDATE ON "Declaration" FOR EACH ROW
  WHEN (OLD.disclosure <> NEW.disclosure) EXECUTE FUNCTION app.pass_on_disclosure('DeclarationAcknowledgement', 'declarationId');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "DeclarationAcknowledgement" FOR EACH ROW EXECUTE FUNCTION app.audit('declarationId');
CREATE TRIGGER keep_place BEFORE UPDATE ON "DeclarationAcknowledgement" FOR EACH ROW
  WHEN (OLD."agencyId" IS DISTINCT FROM NEW."agencyId" OR OLD.id IS DISTINCT FROM NEW.id OR OLD."declarationId" IS DISTINCT FROM NEW."declarationId")
  EXECUTE FUNCTION app.keep_place();
