-- Agencies by the administrator of the city (docs/decisions/0063): one is opened, described anew, and closed. What a closed agency had stays as it is; its
-- people, invitations and oversight end with it.

ALTER TABLE "Agency"
  ADD COLUMN "closedOn" DATE,
  ADD COLUMN "successorId" UUID,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  ADD CONSTRAINT "Agency_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT successor_of_closed CHECK ("successorId" IS NULL OR ("closedOn" IS NOT NULL AND "successorId" <> id)),
  ADD CONSTRAINT not_under_itself CHECK ("parentId" <> id);
CREATE INDEX "Agency_successorId_idx" ON "Agency"("successorId");

CREATE POLICY reference_keeper_adds ON "Agency" FOR INSERT WITH CHECK ((SELECT app.duty()) = 'reference');
CREATE POLICY reference_keeper_changes ON "Agency" FOR UPDATE USING ((SELECT app.duty()) = 'reference');
GRANT INSERT, UPDATE ("nameTh", "nameEn", "dopaCode", "districtGroup", "parentId", "noteTh", "closedOn", "successorId", version) ON "Agency" TO registry_app;

-- The bodies come with the files of prisma/functions.
CREATE FUNCTION app.keep_closed() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER keep_closed BEFORE UPDATE ON "Agency" FOR EACH ROW WHEN (OLD."closedOn" IS NOT NULL) EXECUTE FUNCTION app.keep_closed();
CREATE FUNCTION app.close_agency() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN RETURN NULL; END $$;
REVOKE ALL ON FUNCTION app.close_agency() FROM PUBLIC;
CREATE TRIGGER close_agency AFTER UPDATE OF "closedOn" ON "Agency" FOR EACH ROW
  WHEN (OLD."closedOn" IS NULL AND NEW."closedOn" IS NOT NULL) EXECUTE FUNCTION app.close_agency();
