CREATE OR REPLACE FUNCTION app.ordered_marks(run text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  -- Below the letter, above it, nikhahit, tones, and what silences a letter.
  marks CONSTANT text := U&'\0E3A\0E38\0E39\0E31\0E34\0E35\0E36\0E37\0E47\0E4D\0E48\0E49\0E4A\0E4B\0E4C\0E4E';
  ordered text := (SELECT string_agg(mark, '' ORDER BY strpos(marks, mark)) FROM (SELECT DISTINCT regexp_split_to_table(run, '') AS mark) each);
  -- Sara i with nikhahit is sara ue.
  joined text := regexp_replace(ordered, U&'\0E34(.*)\0E4D', U&'\0E36' || '\1');
BEGIN
  RETURN CASE WHEN joined = ordered THEN ordered ELSE app.ordered_marks(joined) END;
END $$;

CREATE OR REPLACE FUNCTION app.thai_spelling(given text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
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

CREATE OR REPLACE FUNCTION app.clean_spelling(given text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  gone CONSTANT text := '\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2060-\u2065\u206A-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0'
    || '\U0001D173-\U0001D17A\U000E0100-\U000E01EF'
    || '\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFC\U000E0000-\U000E007F'
    || '\uE000-\uF8FF\uFDD0-\uFDEF\uFFFE\uFFFF\U000F0000-\U0010FFFF';
  blanks CONSTANT text := '\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000';
  breaks CONSTANT text := '\u0085\u2028\u2029';
  -- Characters that only an unnormalised text holds: one match shows for nearly every text that nothing is to be done.
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

CREATE OR REPLACE FUNCTION app.clean_text(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT btrim(replace(app.clean_spelling(given), E'\t', ' '), E' \n')
$$;

CREATE OR REPLACE FUNCTION app.clean_line(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT regexp_replace(app.clean_text(given), '[ \n]+', ' ', 'g')
$$;

-- The columns whose text is of one line, as packages/schema/src/base/line.logic.ts has them too.
CREATE OR REPLACE FUNCTION app.is_line(name text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT name = ANY (ARRAY['code', 'printedCode', 'orderNo', 'circularNo', 'announcementNo', 'receiptNo', 'gradeCode', 'announcementAddress', 'version', 'frameworkVersion', 'mission', 'subMission',
    'name', 'nameTh', 'nameEn', 'orderNameTh', 'titleTh', 'titleEn', 'printedTitle', 'labelTh', 'labelEn',
    'subjectTh', 'subjectEn', 'actorTh', 'actorEn', 'partyTh', 'partyEn', 'announcedThrough',
    'unit', 'unitTh', 'colour', 'field', 'act', 'sourceDocument', 'sourceSection', 'evidenceUrls', 'folder'])
$$;
