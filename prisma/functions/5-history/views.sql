-- The tables as they stood at the moment app.as_of(), under their own names: with `history` first in the search path, every read answers from then.
-- A row is what it is now with every later change undone, the last one first, as the trail tells; so columns that came later are there as
-- well. Docs: docs/decisions/0050-as-of-a-moment.md.
--
-- `past` has the rows of everybody and is nobody's to read. `history` shows of them what a viewer may see: an agency its own rows; a city role
-- what was disclosed to it then and is so today, of what is gone as far as the record that it was part of.
DROP SCHEMA IF EXISTS history, past CASCADE;
CREATE SCHEMA past;
CREATE SCHEMA history;
GRANT USAGE ON SCHEMA history TO registry_app;

-- Parts of rows, the later over the earlier.
CREATE AGGREGATE past.merge_images(jsonb) (sfunc = jsonb_concat, stype = jsonb);

-- Tables whose rows can be put together again: they are disclosed, and the trail has each of their changes.
CREATE TABLE past.restorable AS
SELECT c.oid, c.relname AS name FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace
  AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'disclosure' AND NOT a.attisdropped)
  AND EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgfoid = 'app.audit'::regproc)
  AND NOT EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgfoid = 'app.audit_refresh'::regproc);

-- Which table's rows are parts of which, and by which column: a change of disclosure is passed on along it.
CREATE TABLE past.part AS
SELECT part.name, c.relname AS whole, given.link
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
CROSS JOIN LATERAL (SELECT string_to_array(encode(t.tgargs, 'escape'), '\000') AS words) a
CROSS JOIN LATERAL generate_series(1, t.tgnargs, 2) i
CROSS JOIN LATERAL (SELECT a.words[i] AS part, a.words[i + 1] AS link) given
JOIN past.restorable part ON part.name = given.part
WHERE t.tgfoid = 'app.pass_on_disclosure'::regproc;

-- How far a row of a table, `p`, was disclosed: by itself; null where that follows from the record of which it is a part.
CREATE FUNCTION past.own_disclosure(of_table oid) RETURNS text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT CASE p.proname
    WHEN 'disclose_record' THEN 'app.disclosure_of_record(p.status, p."isAmendment")'
    WHEN 'disclose_order' THEN 'app.disclosure_of_order(p.status)'
    WHEN 'disclose_entry' THEN 'app.disclosure_of_entry(p.status)'
    WHEN 'disclose_confidential_entry' THEN 'app.disclosure_of_confidential_entry(p.status)'
    WHEN 'disclose_structure' THEN '2::smallint'
    WHEN 'disclose_to_agency' THEN '0::smallint'
    WHEN 'disclose_to_centre' THEN '1::smallint'
    WHEN 'disclose_to_everybody' THEN '3::smallint'
  END FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE t.tgrelid = of_table AND t.tgname = 'disclose'
$$;

-- The entries about a row `r` of a table after the moment. Rows without an id are known by their key, in what an entry tells of them.
CREATE FUNCTION past.later_entries(of_table oid) RETURNS text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT format('FROM public."AuditEntry" e WHERE e."agencyId" = r."agencyId" AND e.entity = %L AND e.at > (SELECT app.as_of()) AND ', c.relname)
    || CASE WHEN k.columns = '{id}' THEN 'e."entityId" = r.id'
      ELSE format('e."partOfId" = r.%I AND coalesce(e.after, e.before) @> jsonb_build_object(%s)', part.link,
        (SELECT string_agg(format('%L, r.%1$I', name), ', ') FROM unnest(k.columns) name)) END
  FROM pg_class c
  CROSS JOIN LATERAL (SELECT array_agg(a.attname::text ORDER BY a.attnum) AS columns FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid
    AND a.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary) k
  LEFT JOIN past.part ON part.name = c.relname AND k.columns <> '{id}'
  WHERE c.oid = of_table
$$;

-- The columns of a table as SQL over `p`, its row at the moment. Columns by which rows are found and that never change, such as the year of a register
-- and its parts, stand for themselves, so that indexes serve; where a row was removed before a column came, it has the default.
CREATE FUNCTION past.columns(of_table oid, is_removed boolean) RETURNS text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT string_agg(CASE
      WHEN a.attname = 'updatedAt' THEN 'least(p."updatedAt", (SELECT app.as_of()))::timestamptz(3) AS "updatedAt"'
      WHEN is_removed AND a.attname = 'agencyId' THEN 'd."agencyId"'
      WHEN is_removed AND a.attname = 'id' THEN 'd."entityId" AS id'
      WHEN is_removed AND a.attnotnull AND v.adbin IS NOT NULL THEN format('coalesce(p.%1$I, %2$s) AS %1$I', a.attname, pg_get_expr(v.adbin, v.adrelid))
      WHEN NOT is_removed AND (a.attname = 'agencyId' OR a.attnum = ANY (i.indkey) OR a.attname = link.only
        OR (a.attname = 'fiscalYear' AND c.relname IN ('RiskRegister', 'SwotAnalysis', 'YearReport', 'Risk', 'Mitigation'))) THEN format('r.%I', a.attname)
      ELSE format('p.%I', a.attname) END, ', ' ORDER BY a.attnum)
  FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
  CROSS JOIN LATERAL (SELECT CASE WHEN count(*) = 1 THEN min(part.link) END AS only FROM past.part WHERE part.name = c.relname) link
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> 'disclosure'
  LEFT JOIN pg_attrdef v ON v.adrelid = c.oid AND v.adnum = a.attnum
  WHERE c.oid = of_table
$$;

-- What a row that was removed by an entry was at the moment: the row that went, with the changes between undone. Null where it was added after the
-- moment, or removed earlier, too.
CREATE FUNCTION past.removed_row(entry public."AuditEntry", key jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  undo jsonb;
  is_later boolean;
BEGIN
  SELECT past.merge_images(e.before ORDER BY e.seq DESC), bool_or(e.action <> 'UPDATE') INTO undo, is_later
  FROM "AuditEntry" e
  WHERE e."agencyId" = entry."agencyId" AND e.entity = entry.entity AND e.at > app.as_of() AND e.seq < entry.seq
    AND CASE WHEN entry."entityId" IS NULL THEN e."partOfId" = entry."partOfId" AND coalesce(e.after, e.before) @> key ELSE e."entityId" = entry."entityId" END;
  RETURN CASE WHEN is_later IS NOT TRUE THEN entry.before || coalesce(undo, '{}') END;
END $$;

-- How far a record, or a part that has parts itself, was disclosed, and is now. Parts ask upwards: what they are part of never changes. They are
-- functions because each is asked for many rows, and because views upon views would be planned for longer than they run.
CREATE PROCEDURE past.write_disclosure_functions(whole text, own text) LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  function_form CONSTANT text := 'CREATE FUNCTION past.%I(agency uuid, record uuid) RETURNS smallint LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS %L';
  above record;
  kind text;
BEGIN
  SELECT min(part.whole) AS whole, min(part.link) AS link, count(*) AS n INTO above FROM past.part WHERE part.name = write_disclosure_functions.whole;
  FOREACH kind IN ARRAY ARRAY['disclosure', 'disclosureNow'] LOOP
    EXECUTE format(function_form, kind || '_of_' || whole, CASE WHEN own IS NULL AND above.n = 1 THEN format($f$
DECLARE link uuid := (SELECT r.%1$I FROM public.%2$I r WHERE r."agencyId" = agency AND r.id = record);
BEGIN
  IF link IS NULL THEN
    link := (SELECT (e.before ->> %1$L)::uuid FROM public."AuditEntry" e
      WHERE e."agencyId" = agency AND e."entityId" = record AND e.entity = %2$L AND e.action = 'DELETE');
  END IF;
  RETURN past.%3$I(agency, link);
END$f$, above.link, whole, kind || '_of_' || above.whole)
    ELSE format($f$
DECLARE now smallint := (SELECT r.disclosure FROM public.%1$I r WHERE r."agencyId" = agency AND r.id = record);
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public."AuditEntry" e WHERE e."agencyId" = agency AND e."entityId" = record AND e.at > app.as_of()) THEN
    RETURN now;
  END IF;
  RETURN (SELECT w.%2$I FROM past.%1$I w WHERE w."agencyId" = agency AND w.id = record);
END$f$, whole, kind) END);
  END LOOP;
END $$;

-- Makes both views of a table. What the policies say is said here of the row of then, which they do not see; a table with other policies is refused.
CREATE PROCEDURE past.write_views(of_table oid) LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  this CONSTANT text := (SELECT relname FROM pg_class WHERE oid = of_table);
  policies CONSTANT text := (SELECT string_agg(pg_get_expr(polqual, polrelid), ' OR ' ORDER BY polname) FROM pg_policy
    WHERE polrelid = of_table AND polcmd IN ('r', '*') AND polroles = '{0}');
  of_tenants CONSTANT text := '("agencyId" = ( SELECT app.agency() AS agency)) OR (disclosure >= ( SELECT app.floor() AS floor))';
  key CONSTANT text := (SELECT string_agg(format('%L, d.before -> %1$L', a.attname), ', ') FROM pg_index i
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = of_table AND i.indisprimary);
  own CONSTANT text := past.own_disclosure(of_table);
  disclosed text := own;
  -- A part is disclosed as it is now where no record of its agency was changed since, which is quicker to see.
  unmoved CONSTANT text := format('NOT EXISTS (SELECT 1 FROM public."AuditEntry" m WHERE m."agencyId" = r."agencyId" AND m.at > (SELECT app.as_of()) AND m.entity = ANY (%L))',
    (SELECT array_agg(t.name) FROM past.restorable t WHERE past.own_disclosure(t.oid) LIKE '%status%'));
  -- A record that was removed was a draft, hidden from others; a part that was removed shares the lot of its record.
  gone text := CASE WHEN own LIKE '%status%' THEN 'NULL::smallint' ELSE own END;
BEGIN
  IF (policies IN ('true', of_tenants)) IS NOT TRUE THEN
    RAISE EXCEPTION 'history does not know the policies of %: %', this, policies;
  END IF;
  IF own IS NULL THEN
    SELECT format('coalesce(%s, 0)::smallint', string_agg(format('past.%I(p."agencyId", p.%I)', 'disclosure_of_' || whole, link), ', ' ORDER BY whole)),
      format('coalesce(%s)', string_agg(format('past.%I(p."agencyId", p.%I)', 'disclosureNow_of_' || whole, link), ', ' ORDER BY whole))
    INTO STRICT disclosed, gone FROM past.part WHERE part.name = this;
  END IF;
  -- An agency reads its own rows whatever their disclosure, so it is not looked for there.
  EXECUTE format($f$CREATE VIEW past.%1$I AS
    SELECT %2$s, s.disclosure, r.disclosure AS "disclosureNow" FROM public.%1$I r
    CROSS JOIN LATERAL (SELECT past.merge_images(e.before ORDER BY e.seq DESC) AS undo, bool_or(e.action = 'INSERT') AS is_later %3$s) u
    CROSS JOIN LATERAL jsonb_populate_record(r, u.undo) p
    CROSS JOIN LATERAL (SELECT CASE WHEN r."agencyId" = (SELECT app.agency()) THEN r.disclosure %8$s ELSE %4$s END AS disclosure OFFSET 0) s
    WHERE u.is_later IS NOT TRUE
    UNION ALL
    SELECT %5$s, s.disclosure, s.now FROM public."AuditEntry" d
    CROSS JOIN LATERAL (SELECT past.removed_row(d, jsonb_build_object(%6$s)) AS image OFFSET 0) u
    CROSS JOIN LATERAL jsonb_populate_record(NULL::public.%1$I, u.image) p
    CROSS JOIN LATERAL (SELECT CASE WHEN d."agencyId" = (SELECT app.agency()) THEN 0 ELSE %4$s END AS disclosure,
      CASE WHEN d."agencyId" = (SELECT app.agency()) THEN 0 ELSE %7$s END AS now OFFSET 0) s
    WHERE d.entity = %1$L AND d.action = 'DELETE' AND d.at > (SELECT app.as_of()) AND u.image IS NOT NULL$f$,
    this, past.columns(of_table, false), past.later_entries(of_table), disclosed, past.columns(of_table, true), key, gone,
    CASE WHEN own IS NULL THEN format('WHEN %s THEN r.disclosure', unmoved) ELSE '' END);
  IF EXISTS (SELECT 1 FROM past.part WHERE part.whole = this) THEN
    CALL past.write_disclosure_functions(this, own);
  END IF;
  EXECUTE format('CREATE VIEW history.%I WITH (security_barrier) AS SELECT %2$s FROM past.%1$I WHERE %3$s', this,
    (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = of_table AND attnum > 0 AND NOT attisdropped),
    CASE policies WHEN 'true' THEN 'true'
      ELSE '"agencyId" = (SELECT app.agency()) OR ("disclosureNow" >= (SELECT app.floor()) AND disclosure >= (SELECT app.floor()))' END);
END $$;

-- Wholes come before their parts.
DO $$
DECLARE next record;
BEGIN
  LOOP
    SELECT t.oid, t.name INTO next FROM past.restorable t
    WHERE to_regclass(format('past.%I', t.name)) IS NULL
      AND NOT EXISTS (SELECT 1 FROM past.part WHERE part.name = t.name AND to_regclass(format('past.%I', part.whole)) IS NULL)
    ORDER BY t.name LIMIT 1;
    EXIT WHEN NOT FOUND;
    CALL past.write_views(next.oid);
  END LOOP;
END $$;
