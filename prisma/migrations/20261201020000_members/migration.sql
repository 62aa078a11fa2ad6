-- People of agencies and of the city, by the API (docs/decisions/0063): who holds which role from when until when, who gave it, and invitations. The rules
-- of who gives what stand in prisma/functions, 2-rules/memberships.sql and 4-triggers/memberships.sql.

-- ------------------------------------------------------------------------------------------------------------------------------ accounts
-- A subject means somebody at its issuer alone. What is there has none: it is bound to the first issuer that signs it in.
ALTER TABLE "Account" ADD COLUMN "issuer" TEXT NOT NULL DEFAULT '', ADD COLUMN "lastSignInAt" TIMESTAMPTZ(3);
DROP INDEX "Account_sub_key";
CREATE UNIQUE INDEX "Account_sub_issuer_key" ON "Account"("sub", "issuer");

-- --------------------------------------------------------------------------------------------------------------------------- memberships
ALTER TABLE "Membership"
  ADD COLUMN "startsOn" DATE,
  ADD COLUMN "endsOn" DATE,
  ADD COLUMN "grantedById" UUID,
  ADD COLUMN "endedAt" TIMESTAMPTZ(3),
  ADD COLUMN "endedById" UUID,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  ADD CONSTRAINT dates_in_order CHECK ("endsOn" >= "startsOn"),
  ADD CONSTRAINT ended_by_somebody CHECK (("endedAt" IS NULL) = ("endedById" IS NULL));
-- A role may be given again after it ended: what overlaps is refused by app.keep_roles.
DROP INDEX "Membership_accountId_agencyId_role_key";
CREATE INDEX "Membership_accountId_idx" ON "Membership"("accountId");

-- --------------------------------------------------------------------------------------------------------------------------- invitations
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "agencyId" UUID,
    "role" "Role" NOT NULL,
    "name" TEXT NOT NULL,
    "startsOn" DATE,
    "endsOn" DATE,
    "codeHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "invitedById" UUID NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "acceptedById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT role_fits_place CHECK (("agencyId" IS NULL) = (role IN ('CENTRE', 'ANALYST', 'AUDITOR', 'CITY_ADMIN'))),
    CONSTRAINT dates_in_order CHECK ("endsOn" >= "startsOn"),
    CONSTRAINT fourteen_days CHECK ("expiresAt" <= "createdAt" + interval '14 days'),
    CONSTRAINT accepted_by_somebody CHECK (("acceptedAt" IS NULL) = ("acceptedById" IS NULL)),
    CONSTRAINT withdrawn_by_somebody CHECK (("withdrawnAt" IS NULL) = ("withdrawnById" IS NULL)),
    CONSTRAINT accepted_or_withdrawn CHECK ("acceptedAt" IS NULL OR "withdrawnAt" IS NULL)
);
CREATE UNIQUE INDEX "Invitation_codeHash_key" ON "Invitation"("codeHash");
CREATE INDEX "Invitation_agencyId_idx" ON "Invitation"("agencyId");
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ----------------------------------------------------------------------------------------------------------------------------- the walls
-- An agency has its own people; the keeper of reference data those of the city, and of agencies the administrators.
CREATE POLICY administrator_of_city_reads ON "Membership" FOR SELECT
  USING ((SELECT app.duty()) = 'reference' AND ("agencyId" IS NULL OR role = 'AGENCY_ADMIN'));
CREATE POLICY administrator_gives ON "Membership" FOR INSERT WITH CHECK ("agencyId" = (SELECT app.agency())
  OR ((SELECT app.duty()) = 'reference' AND ("agencyId" IS NULL OR role = 'AGENCY_ADMIN')));
CREATE POLICY administrator_changes ON "Membership" FOR UPDATE USING ("agencyId" = (SELECT app.agency())
  OR ((SELECT app.duty()) = 'reference' AND ("agencyId" IS NULL OR role = 'AGENCY_ADMIN')));
GRANT INSERT, UPDATE ("startsOn", "endsOn", "endedAt", "endedById", version) ON "Membership" TO registry_app;

CREATE POLICY administrator_of_city_reads ON "Account" FOR SELECT USING ((SELECT app.duty()) = 'reference' AND EXISTS (
  SELECT 1 FROM "Membership" m WHERE m."accountId" = "Account".id AND (m."agencyId" IS NULL OR m.role = 'AGENCY_ADMIN')));

ALTER TABLE "Invitation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Invitation" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_manages ON "Invitation" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY agency_reads_own ON "Invitation" FOR SELECT USING ("agencyId" = (SELECT app.agency()));
CREATE POLICY administrator_of_city_reads ON "Invitation" FOR SELECT
  USING ((SELECT app.duty()) = 'reference' AND ("agencyId" IS NULL OR role = 'AGENCY_ADMIN'));
CREATE POLICY administrator_invites ON "Invitation" FOR INSERT WITH CHECK ("agencyId" = (SELECT app.agency())
  OR ((SELECT app.duty()) = 'reference' AND ("agencyId" IS NULL OR role = 'AGENCY_ADMIN')));
CREATE POLICY administrator_withdraws ON "Invitation" FOR UPDATE USING ("agencyId" = (SELECT app.agency())
  OR ((SELECT app.duty()) = 'reference' AND ("agencyId" IS NULL OR role = 'AGENCY_ADMIN')));
GRANT SELECT, INSERT, UPDATE ("withdrawnAt", "withdrawnById", version) ON "Invitation" TO registry_app;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "Invitation" FOR EACH ROW EXECUTE FUNCTION app.audit();

-- ------------------------------------------------------------------------------------------------------------------------------- rules
-- Their bodies come with the files of prisma/functions.
CREATE FUNCTION app.keep_roles() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER keep_roles BEFORE INSERT OR UPDATE ON "Membership" FOR EACH ROW EXECUTE FUNCTION app.keep_roles();

-- A role is given in one's own name, by the one who invited where it was accepted, which a function of the owner does.
CREATE TRIGGER keep_signature BEFORE INSERT ON "Membership" FOR EACH ROW
  WHEN (NEW."grantedById" IS DISTINCT FROM app.account() AND current_user = session_user) EXECUTE FUNCTION app.keep_signature();
CREATE TRIGGER keep_signature_of_end BEFORE UPDATE OF "endedById" ON "Membership" FOR EACH ROW
  WHEN (NEW."endedById" IS DISTINCT FROM app.account()) EXECUTE FUNCTION app.keep_signature();
CREATE TRIGGER keep_signature BEFORE INSERT ON "Invitation" FOR EACH ROW
  WHEN (NEW."invitedById" IS DISTINCT FROM app.account() OR NEW."acceptedById" IS NOT NULL OR NEW."withdrawnById" IS NOT NULL)
  EXECUTE FUNCTION app.keep_signature();
CREATE TRIGGER keep_signature_of_withdrawal BEFORE UPDATE OF "withdrawnById" ON "Invitation" FOR EACH ROW
  WHEN (NEW."withdrawnById" IS DISTINCT FROM app.account()) EXECUTE FUNCTION app.keep_signature();

-- ---------------------------------------------------------------------------------------------------------------------------- sign-in
DROP FUNCTION app.sign_in(text);
