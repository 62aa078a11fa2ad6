CREATE OR REPLACE FUNCTION app.disclose_record() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW."isAmendment" := NEW.status = 'AMENDING'
    OR (TG_OP = 'UPDATE' AND OLD."isAmendment" AND NEW.status IN ('SUBMITTED', 'RETURNED'));
  NEW."isImported" := NEW.status = 'IMPORTED' OR (TG_OP = 'UPDATE' AND OLD."isImported" AND NEW."isAmendment");
  NEW.disclosure := app.disclosure_of_record(NEW.status, NEW."isAmendment");
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION app.disclose_order() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.disclosure := app.disclosure_of_order(NEW.status);
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION app.disclose_structure() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.disclosure := 2;
  RETURN NEW;
END $$;

-- A finding is disclosed as far as its subject; one about the agency as a whole, to the centre.
CREATE OR REPLACE FUNCTION app.disclose_finding() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.disclosure := coalesce(
    (SELECT disclosure FROM "Plan" WHERE "agencyId" = NEW."agencyId" AND id = NEW."planId"),
    (SELECT disclosure FROM "Project" WHERE "agencyId" = NEW."agencyId" AND id = NEW."projectId"),
    (SELECT disclosure FROM "SwotAnalysis" WHERE "agencyId" = NEW."agencyId" AND id = NEW."analysisId"),
    (SELECT disclosure FROM "RiskRegister" WHERE "agencyId" = NEW."agencyId" AND id = NEW."registerId"),
    (SELECT disclosure FROM "Risk" WHERE "agencyId" = NEW."agencyId" AND id = NEW."riskId"),
    (SELECT disclosure FROM "DelegationOrder" WHERE "agencyId" = NEW."agencyId" AND id = NEW."orderId"),
    (SELECT disclosure FROM "AuditObservation" WHERE "agencyId" = NEW."agencyId" AND id = NEW."auditObservationId"),
    1);
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION app.disclose_status_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.disclosure := coalesce(
    (SELECT disclosure FROM "Plan" WHERE "agencyId" = NEW."agencyId" AND id = NEW."planId"),
    (SELECT disclosure FROM "SwotAnalysis" WHERE "agencyId" = NEW."agencyId" AND id = NEW."analysisId"),
    (SELECT disclosure FROM "RiskRegister" WHERE "agencyId" = NEW."agencyId" AND id = NEW."registerId"),
    (SELECT disclosure FROM "YearReport" WHERE "agencyId" = NEW."agencyId" AND id = NEW."reportId"),
    (SELECT disclosure FROM "Project" WHERE "agencyId" = NEW."agencyId" AND id = NEW."projectId"),
    (SELECT disclosure FROM "DelegationOrder" WHERE "agencyId" = NEW."agencyId" AND id = NEW."orderId"),
    0);
  RETURN NEW;
END $$;

-- What is an agency's own business, whatever its status.
CREATE OR REPLACE FUNCTION app.disclose_to_agency() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.disclosure := 0;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION app.disclose_to_centre() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.disclosure := 1;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION app.disclose_to_everybody() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.disclosure := 3;
  RETURN NEW;
END $$;
