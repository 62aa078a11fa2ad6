-- Spells every stored text as the registry writes it; the columns of `is_line` on one line.
CREATE OR REPLACE PROCEDURE app.clean_stored_texts() LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  kept CONSTANT text[] := ARRAY['_prisma_migrations', 'AuditEntry', 'AuditHead', 'Edition', 'IdempotencyRecord'];
  registry CONSTANT uuid := (SELECT id FROM "Account" WHERE sub = 'service|registry');
  t record;
  r record;
BEGIN
  FOR t IN
    SELECT c.table_name AS name, string_agg(format('%1$I = %2$s', c.column_name, cleaned), ', ') AS changes,
      string_agg(format('%1$I IS DISTINCT FROM %2$s', c.column_name, cleaned), ' OR ') AS unclean,
      EXISTS (SELECT 1 FROM information_schema.columns a
        WHERE a.table_schema = 'public' AND a.table_name = c.table_name AND a.column_name = 'agencyId') AS "isOfAgency",
      bool_and(own.relforcerowsecurity) AS "isWalled"
    FROM information_schema.columns c
    JOIN pg_class own ON own.oid = format('public.%I', c.table_name)::regclass AND own.relkind = 'r'
    CROSS JOIN LATERAL (SELECT CASE WHEN app.is_line(c.column_name) THEN 'app.clean_line' ELSE 'app.clean_text' END AS clean) way
    CROSS JOIN LATERAL (SELECT CASE c.udt_name WHEN 'text' THEN format('%s(%I)', clean, c.column_name)
      ELSE format('coalesce((SELECT array_agg(%1$s(each) ORDER BY place) FROM unnest(%2$I) WITH ORDINALITY AS list(each, place)), %2$I)', clean, c.column_name)
      END AS cleaned) spelling
    WHERE c.table_schema = 'public' AND c.is_generated = 'NEVER' AND c.table_name <> ALL (kept)
      AND (c.udt_name = 'text' OR c.udt_name = '_text') AND NOT (c.table_name = 'Account' AND c.column_name = 'sub')
    GROUP BY c.table_name ORDER BY c.table_name
  LOOP
    IF t."isWalled" THEN
      EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', t.name);
    END IF;
    FOR r IN EXECUTE format('SELECT ctid AS place, %s AS agency FROM %I WHERE %s', CASE WHEN t."isOfAgency" THEN '"agencyId"::text' ELSE '''''' END,
      t.name, t.unclean)
    LOOP
      BEGIN
        PERFORM set_config('app.account', registry::text, true), set_config('app.act', 'cleanStoredTexts', true),
          set_config('app.agency', coalesce(r.agency, ''), true);
        EXECUTE format('UPDATE %I SET %s WHERE ctid = $1', t.name, t.changes) USING r.place;
      EXCEPTION WHEN unique_violation THEN
        RAISE WARNING 'A text of % keeps its spelling: its list has the other one already (%).', t.name, SQLERRM;
      END;
    END LOOP;
    IF t."isWalled" THEN
      EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t.name);
    END IF;
  END LOOP;
  PERFORM set_config('app.account', '', true), set_config('app.act', '', true), set_config('app.agency', '', true);
END $$;
REVOKE ALL ON PROCEDURE app.clean_stored_texts() FROM PUBLIC;
