-- One spelling of texts: what looks the same is the same (docs/decisions/0019). `core/text.logic.ts` says it of everything that comes in;
-- here it is said of what was stored before, and of what somebody may load past the application. A test holds both to the same answer.

CREATE FUNCTION app.ordered_marks(run text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  -- Below the letter, above it, nikhahit, tones, and what silences a letter.
  marks CONSTANT text := U&'\0E3A\0E38\0E39\0E31\0E34\0E35\0E36\0E37\0E47\0E4D\0E48\0E49\0E4A\0E4B\0E4C\0E4E';
  ordered text := (SELECT string_agg(mark, '' ORDER BY strpos(marks, mark)) FROM (SELECT DISTINCT regexp_split_to_table(run, '') AS mark) each);
  -- Sara i with nikhahit is sara ue.
  joined text := regexp_replace(ordered, U&'\0E34(.*)\0E4D', U&'\0E36' || '\1');
BEGIN
  RETURN CASE WHEN joined = ordered THEN ordered ELSE app.ordered_marks(joined) END;
END $$;

CREATE FUNCTION app.thai_spelling(given text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  marks CONSTANT text := U&'\0E31\0E34-\0E3A\0E47-\0E4E';
  sara_aa CONSTANT text := U&'\0E32';
  sara_am CONSTANT text := U&'\0E33';
  nikhahit CONSTANT text := U&'\0E4D';
  spelled text := replace(given, U&'\0E40\0E40', U&'\0E41');
  before text;
BEGIN
  spelled := regexp_replace(spelled, format('%s([%s]*)%s', nikhahit, marks, sara_aa), '\1' || sara_am, 'g');
  LOOP
    before := spelled;
    spelled := regexp_replace(spelled, format('%s([%s]+)', sara_am, marks), '\1' || sara_am, 'g');
    EXIT WHEN spelled = before;
  END LOOP;
  LOOP
    before := spelled;
    spelled := regexp_replace(spelled, format('%s([%s]*%s)', nikhahit, marks, sara_am), '\1', 'g');
    EXIT WHEN spelled = before;
  END LOOP;
  IF spelled ~ format('[%s]{2}', marks) THEN
    spelled := (SELECT string_agg(CASE WHEN part[1] ~ format('^[%s]', marks) THEN app.ordered_marks(part[1]) ELSE part[1] END, '' ORDER BY place)
      FROM regexp_matches(spelled, format('[%s]+|[^%s]+', marks, marks), 'g') WITH ORDINALITY AS parts(part, place));
  END IF;
  RETURN spelled;
END $$;

-- Whoever stored what is refused today cannot be asked any more: it is left out.
CREATE FUNCTION app.clean_text(given text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  gone CONSTANT text := '\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2060-\u2065\u206A-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0'
    || '\U0001D173-\U0001D17A\U000E0100-\U000E01EF'
    || '\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFC\U000E0000-\U000E007F'
    || '\uE000-\uF8FF\uFDD0-\uFDEF\uFFFE\uFFFF\U000F0000-\U0010FFFF';
  blanks CONSTANT text := '\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000';
  breaks CONSTANT text := '\u0085\u2028\u2029';
  -- What only a text that is spelled otherwise can hold: one look tells for almost every text that nothing is to be done.
  suspect CONSTANT text := '[' || gone || blanks || breaks || '\r]|\u0E40\u0E40|\u0E33[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]'
    || '|\u0E4D[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]*[\u0E32\u0E33]|\u0E34[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]*\u0E4D'
    -- Two marks in another order than theirs, or twice the same.
    || '|\u0E3A[\u0E3A]|\u0E38[\u0E3A\u0E38]|\u0E39[\u0E3A\u0E38\u0E39]|\u0E31[\u0E3A\u0E38\u0E39\u0E31]'
    || '|\u0E34[\u0E3A\u0E38\u0E39\u0E31\u0E34]|\u0E35[\u0E3A\u0E38\u0E39\u0E31\u0E34\u0E35]|\u0E36[\u0E3A\u0E38\u0E39\u0E31\u0E34\u0E35\u0E36]|\u0E37[\u0E3A\u0E38\u0E39\u0E31\u0E34\u0E35\u0E36\u0E37]'
    || '|\u0E47[\u0E3A\u0E38\u0E39\u0E31\u0E34\u0E35\u0E36\u0E37\u0E47]|\u0E4D[\u0E3A\u0E38\u0E39\u0E31\u0E34\u0E35\u0E36\u0E37\u0E47\u0E4D]|\u0E48[\u0E3A\u0E38\u0E39\u0E31\u0E34\u0E35\u0E36\u0E37\u0E47\u0E4D\u0E48]|\u0E49[\u0E3A\u0E38\u0E39\u0E31\u0E34\u0E35\u0E36\u0E37\u0E47\u0E4D\u0E48\u0E49]'
    || '|\u0E4A[\u0E3A\u0E38\u0E39\u0E31\u0E34\u0E35\u0E36\u0E37\u0E47\u0E4D\u0E48\u0E49\u0E4A]|\u0E4B[\u0E3A\u0E38\u0E39\u0E31\u0E34\u0E35\u0E36\u0E37\u0E47\u0E4D\u0E48\u0E49\u0E4A\u0E4B]|\u0E4C[\u0E3A\u0E38\u0E39\u0E31\u0E34\u0E35\u0E36\u0E37\u0E47\u0E4D\u0E48\u0E49\u0E4A\u0E4B\u0E4C]|\u0E4E[\u0E3A\u0E38\u0E39\u0E31\u0E34\u0E35\u0E36\u0E37\u0E47\u0E4D\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E4E]';
  kept text;
  settled text;
BEGIN
  IF given !~ suspect AND given IS NFC NORMALIZED THEN
    RETURN btrim(given, E' \t\n');
  END IF;
  kept := regexp_replace(given, '[' || gone || ']', '', 'g');
  kept := regexp_replace(kept, '[' || blanks || ']', ' ', 'g');
  kept := regexp_replace(kept, '\r\n?|[' || breaks || ']', E'\n', 'g');
  LOOP
    settled := app.thai_spelling(normalize(kept, NFC));
    EXIT WHEN settled = kept;
    kept := settled;
  END LOOP;
  RETURN btrim(kept, E' \t\n');
END $$;

-- Brings every stored text into its one spelling. Each change is recorded like any other, as done by the registry itself. The trail and
-- published editions are what was said at their time: they stay. So does the name by which an account signs in, which is not ours, and a
-- text whose spelling another record of the same list has taken; that is told. Only the owner of the database may do it.
CREATE PROCEDURE app.clean_stored_texts() LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
    CROSS JOIN LATERAL (SELECT CASE c.udt_name WHEN 'text' THEN format('app.clean_text(%I)', c.column_name)
      ELSE format('coalesce((SELECT array_agg(app.clean_text(each) ORDER BY place) FROM unnest(%1$I) WITH ORDINALITY AS list(each, place)), %1$I)', c.column_name)
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

CALL app.clean_stored_texts();
