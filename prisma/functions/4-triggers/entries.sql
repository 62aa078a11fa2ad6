CREATE OR REPLACE FUNCTION app.disclose_entry() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.disclosure := app.disclosure_of_entry(NEW.status);
  RETURN NEW;
END $$;

-- For the migration that adds a kind of entry: who reads and writes it, and what keeps it to its life cycle. What was confirmed is written again
-- only once it is opened to be corrected, but for where it was published; only a draft is removed.
CREATE OR REPLACE PROCEDURE app.keep_as_entry(entry text) LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  free CONSTANT text[] := ARRAY['version', 'updatedAt', 'disclosure', 'status', 'publishedOn', 'publicationChannels', 'publicationAddress'];
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', entry);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', entry);
  EXECUTE format('CREATE POLICY agency_reads_own ON %I FOR SELECT USING ("agencyId" = (SELECT app.agency()))', entry);
  EXECUTE format('CREATE POLICY city_reads_disclosed ON %I FOR SELECT USING (disclosure >= (SELECT app.floor()))', entry);
  EXECUTE format('CREATE POLICY agency_adds_own ON %I FOR INSERT WITH CHECK ("agencyId" = (SELECT app.agency()))', entry);
  EXECUTE format('CREATE POLICY agency_changes_own ON %I FOR UPDATE USING ("agencyId" = (SELECT app.agency()))', entry);
  EXECUTE format('CREATE POLICY agency_removes_own ON %I FOR DELETE USING ("agencyId" = (SELECT app.agency()))', entry);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO registry_app', entry);
  EXECUTE format('CREATE TRIGGER disclose BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION app.disclose_entry()', entry);
  EXECUTE format('CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.audit()', entry);
  EXECUTE format('CREATE TRIGGER keep_to_life_cycle BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD.status <> NEW.status)
    EXECUTE FUNCTION app.keep_to_life_cycle(''ENTRY'')', entry);
  EXECUTE format('CREATE TRIGGER begin_life_cycle AFTER INSERT ON %I FOR EACH ROW WHEN (NEW.status <> ''DRAFT'')
    EXECUTE FUNCTION app.begin_life_cycle()', entry);
  EXECUTE format('CREATE TRIGGER keep_content BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD.status NOT IN (''DRAFT'', ''CORRECTING''))
    EXECUTE FUNCTION app.keep_content(%L)', entry, free::text);
  EXECUTE format('CREATE TRIGGER keep_submitted BEFORE DELETE ON %I FOR EACH ROW WHEN (OLD.disclosure > 0)
    EXECUTE FUNCTION app.keep_submitted()', entry);
  EXECUTE format('CREATE TRIGGER keep_place BEFORE UPDATE ON %I FOR EACH ROW
    WHEN (OLD."agencyId" IS DISTINCT FROM NEW."agencyId" OR OLD.id IS DISTINCT FROM NEW.id) EXECUTE FUNCTION app.keep_place()', entry);
END $$;
REVOKE ALL ON PROCEDURE app.keep_as_entry(text) FROM PUBLIC;

-- The same for the parts of an entry, such as the members of a committee: disclosed, written and removed like the entry that `link` points to.
CREATE OR REPLACE PROCEDURE app.keep_as_part_of_entry(part text, entry text, link text) LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  arguments CONSTANT text := format('%L, %L, %L', '{version,updatedAt,disclosure}', link, entry);
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', part);
  EXECUTE format('CREATE POLICY agency_reads_own ON %I FOR SELECT USING ("agencyId" = (SELECT app.agency()))', part);
  EXECUTE format('CREATE POLICY city_reads_disclosed ON %I FOR SELECT USING (disclosure >= (SELECT app.floor()))', part);
  EXECUTE format('CREATE POLICY agency_adds_own ON %I FOR INSERT WITH CHECK ("agencyId" = (SELECT app.agency()))', part);
  EXECUTE format('CREATE POLICY agency_changes_own ON %I FOR UPDATE USING ("agencyId" = (SELECT app.agency()))', part);
  EXECUTE format('CREATE POLICY agency_removes_own ON %I FOR DELETE USING ("agencyId" = (SELECT app.agency()))', part);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO registry_app', part);
  CALL app.disclose_like(part, entry, link);
  EXECUTE format('CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.audit(%L)', part, link);
  EXECUTE format('CREATE TRIGGER keep_content BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD.disclosure > 0 AND OLD.disclosure = NEW.disclosure)
    EXECUTE FUNCTION app.keep_content(%s)', part, arguments);
  EXECUTE format('CREATE TRIGGER keep_content_whole BEFORE INSERT ON %I FOR EACH ROW WHEN (NEW.disclosure > 0)
    EXECUTE FUNCTION app.keep_content(%s)', part, arguments);
  EXECUTE format('CREATE TRIGGER keep_submitted BEFORE DELETE ON %I FOR EACH ROW WHEN (OLD.disclosure > 0)
    EXECUTE FUNCTION app.keep_submitted(%L, %L)', part, link, entry);
  EXECUTE format('CREATE TRIGGER keep_place BEFORE UPDATE ON %I FOR EACH ROW
    WHEN (OLD."agencyId" IS DISTINCT FROM NEW."agencyId" OR OLD.id IS DISTINCT FROM NEW.id OR OLD.%I IS DISTINCT FROM NEW.%I)
    EXECUTE FUNCTION app.keep_place()', part, link, link);
  EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I FOR EACH ROW WHEN (OLD.disclosure <> NEW.disclosure)
    EXECUTE FUNCTION app.pass_on_disclosure(%L, %L)', 'pass_on_disclosure_to_' || part, entry, part, link);
END $$;
REVOKE ALL ON PROCEDURE app.keep_as_part_of_entry(text, text, text) FROM PUBLIC;
