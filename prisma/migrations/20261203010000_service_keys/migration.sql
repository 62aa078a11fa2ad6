-- Keys of front ends and programs (docs/decisions/0068): an account of kind SERVICE with one role, its secret known by its hash alone. What a key may hold and
-- who gives it stand in prisma/functions, 2-rules/memberships.sql and 4-triggers/memberships.sql; how it signs in, in 3-records/service-keys.sql.

CREATE TABLE "ServiceKey" (
    "id" UUID NOT NULL,
    "agencyId" UUID,
    "accountId" UUID NOT NULL,
    "nameTh" TEXT NOT NULL,
    "nameEn" TEXT,
    "role" "Role" NOT NULL,
    "endsOn" DATE NOT NULL,
    "suffix" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "formerHash" TEXT,
    "formerUntil" TIMESTAMPTZ(3),
    "rotatedAt" TIMESTAMPTZ(3),
    "documentsOnly" BOOLEAN NOT NULL DEFAULT false,
    "documentsOf" TEXT,
    "pointsPerMinute" INTEGER,
    "keeperId" UUID NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ServiceKey_pkey" PRIMARY KEY ("id"),
    CONSTRAINT role_of_a_key CHECK (CASE WHEN "agencyId" IS NULL THEN role = 'ANALYST' ELSE role IN ('VIEWER', 'EDITOR') END),
    CONSTRAINT one_year CHECK ("endsOn" <= ("createdAt" AT TIME ZONE 'Asia/Bangkok')::date + 366),
    CONSTRAINT hashes_of_secrets CHECK ("secretHash" ~ '^[0-9a-f]{64}$' AND "formerHash" ~ '^[0-9a-f]{64}$' AND length(suffix) = 4),
    CONSTRAINT three_days_of_grace CHECK ("formerUntil" <= "rotatedAt" + interval '72 hours'),
    CONSTRAINT rotated_as_a_whole CHECK (num_nulls("formerHash", "formerUntil", "rotatedAt") IN (0, 3)),
    CONSTRAINT registered_documents CHECK ("documentsOf" IS NULL OR "documentsOnly"),
    CONSTRAINT some_points CHECK ("pointsPerMinute" > 0),
    CONSTRAINT revoked_by_somebody CHECK (("revokedAt" IS NULL) = ("revokedById" IS NULL))
);
CREATE UNIQUE INDEX "ServiceKey_accountId_key" ON "ServiceKey"("accountId");
CREATE UNIQUE INDEX "ServiceKey_secretHash_key" ON "ServiceKey"("secretHash");
CREATE UNIQUE INDEX "ServiceKey_formerHash_key" ON "ServiceKey"("formerHash");
CREATE INDEX "ServiceKey_agencyId_idx" ON "ServiceKey"("agencyId");
ALTER TABLE "ServiceKey" ADD CONSTRAINT "ServiceKey_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ServiceKey" ADD CONSTRAINT "ServiceKey_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An agency has its own keys, and the keeper of reference data those of the city.
ALTER TABLE "ServiceKey" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ServiceKey" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_manages ON "ServiceKey" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY agency_reads_own ON "ServiceKey" FOR SELECT USING ("agencyId" = (SELECT app.agency()));
CREATE POLICY administrator_of_city_reads ON "ServiceKey" FOR SELECT USING ((SELECT app.duty()) = 'reference' AND "agencyId" IS NULL);
CREATE POLICY administrator_makes ON "ServiceKey" FOR INSERT WITH CHECK ("agencyId" = (SELECT app.agency())
  OR ((SELECT app.duty()) = 'reference' AND "agencyId" IS NULL));
CREATE POLICY administrator_changes ON "ServiceKey" FOR UPDATE USING ("agencyId" = (SELECT app.agency())
  OR ((SELECT app.duty()) = 'reference' AND "agencyId" IS NULL));
GRANT SELECT, INSERT, UPDATE (suffix, "secretHash", "formerHash", "formerUntil", "rotatedAt", "keeperId", "revokedAt", "revokedById", version)
  ON "ServiceKey" TO registry_app;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "ServiceKey" FOR EACH ROW EXECUTE FUNCTION app.audit();

CREATE TRIGGER keep_signature BEFORE INSERT ON "ServiceKey" FOR EACH ROW
  WHEN (NEW."keeperId" IS DISTINCT FROM app.account() OR NEW."revokedById" IS NOT NULL) EXECUTE FUNCTION app.keep_signature();
CREATE TRIGGER keep_signature_of_keeper BEFORE UPDATE OF "keeperId" ON "ServiceKey" FOR EACH ROW
  WHEN (NEW."keeperId" IS DISTINCT FROM OLD."keeperId" AND NEW."keeperId" IS DISTINCT FROM app.account()) EXECUTE FUNCTION app.keep_signature();
CREATE TRIGGER keep_signature_of_revocation BEFORE UPDATE OF "revokedById" ON "ServiceKey" FOR EACH ROW
  WHEN (NEW."revokedById" IS DISTINCT FROM app.account()) EXECUTE FUNCTION app.keep_signature();

-- Their bodies come with the files of prisma/functions.
CREATE FUNCTION app.keep_key() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER keep_key BEFORE INSERT OR UPDATE ON "ServiceKey" FOR EACH ROW EXECUTE FUNCTION app.keep_key();

-- The key through which a person acts. Entries from before have none, and their hashes stay what they were.
ALTER TABLE "AuditEntry" ADD COLUMN "viaAccountId" UUID;
CREATE FUNCTION app.audit_via("viaAccountId" uuid) RETURNS jsonb LANGUAGE sql STABLE
RETURN jsonb_strip_nulls(jsonb_build_object('viaAccountId', "viaAccountId"));
