-- Committees and working groups, their seats by position, and their meetings, which are activities of a kind (docs/decisions/0058).

CREATE TYPE "CommitteeKind" AS ENUM ('INTEGRITY', 'RISK_MANAGEMENT', 'ASSESSMENT', 'INFORMATION_DISCLOSURE', 'COMPLAINTS', 'ETHICS', 'OTHER');

CREATE TYPE "CommitteeRole" AS ENUM ('ADVISER', 'CHAIR', 'VICE_CHAIR', 'MEMBER', 'SECRETARY', 'ASSISTANT_SECRETARY');

ALTER TYPE "ActivityKind" ADD VALUE 'COMMITTEE_MEETING' BEFORE 'OTHER';

CREATE TABLE "Committee" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "kind" "CommitteeKind" NOT NULL,
    "nameTh" TEXT NOT NULL,
    "nameEn" TEXT,
    "orderId" UUID,
    "orderPrinted" TEXT,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "dutiesTh" TEXT,
    "noteTh" TEXT,
    "status" "EntryStatus" NOT NULL DEFAULT 'DRAFT',
    "publishedOn" DATE,
    "publicationChannels" "PublicationChannel"[] DEFAULT ARRAY[]::"PublicationChannel"[],
    "publicationAddress" TEXT,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "sourceDocument" TEXT,
    "sourceSection" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Committee_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "CommitteeMember" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "committeeId" UUID NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "positionId" UUID NOT NULL,
    "role" "CommitteeRole" NOT NULL,
    "validFrom" DATE,
    "validTo" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CommitteeMember_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "Committee_agencyId_id_key" ON "Committee"("agencyId", "id");
CREATE INDEX "Committee_agencyId_orderId_idx" ON "Committee"("agencyId", "orderId");
CREATE INDEX "Committee_disclosure_agencyId_idx" ON "Committee"("disclosure", "agencyId");
CREATE UNIQUE INDEX "CommitteeMember_agencyId_id_key" ON "CommitteeMember"("agencyId", "id");
CREATE UNIQUE INDEX "CommitteeMember_agencyId_committeeId_positionId_role_key" ON "CommitteeMember"("agencyId", "committeeId", "positionId", "role");
CREATE INDEX "CommitteeMember_agencyId_positionId_idx" ON "CommitteeMember"("agencyId", "positionId");

ALTER TABLE "Committee"
  ADD CONSTRAINT "Committee_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Committee_agencyId_orderId_fkey" FOREIGN KEY ("agencyId", "orderId") REFERENCES "DelegationOrder"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT days_in_order CHECK ("validTo" >= "validFrom");
ALTER TABLE "CommitteeMember"
  ADD CONSTRAINT "CommitteeMember_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "CommitteeMember_agencyId_committeeId_fkey" FOREIGN KEY ("agencyId", "committeeId") REFERENCES "Committee"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "CommitteeMember_agencyId_positionId_fkey" FOREIGN KEY ("agencyId", "positionId") REFERENCES "Position"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT days_in_order CHECK ("validTo" >= "validFrom");
ALTER TABLE "Committee" ALTER COLUMN "nameTh" TYPE text COLLATE "th-x-icu";

CALL app.keep_as_entry('Committee');
CALL app.keep_as_part_of_entry('CommitteeMember', 'Committee', 'committeeId');

ALTER TABLE "IntegrityActivity" ADD COLUMN "committeeId" UUID, ADD COLUMN "agendaTh" TEXT, ADD COLUMN "resolutionsTh" TEXT,
  ADD CONSTRAINT "IntegrityActivity_agencyId_committeeId_fkey" FOREIGN KEY ("agencyId", "committeeId") REFERENCES "Committee"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "IntegrityActivity_agencyId_committeeId_idx" ON "IntegrityActivity"("agencyId", "committeeId");
CREATE INDEX "IntegrityActivity_agencyId_unitId_idx" ON "IntegrityActivity"("agencyId", "unitId");

-- A kind now has more than numbers.
ALTER FUNCTION app.activity_numbers("ActivityKind") RENAME TO activity_details;
ALTER FUNCTION app.keep_numbers_of_kind() RENAME TO keep_details_of_kind;
ALTER TRIGGER keep_numbers_of_kind ON "IntegrityActivity" RENAME TO keep_details_of_kind;
