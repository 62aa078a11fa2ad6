-- Codes and numbers sort as people count: R-2 before R-10, order 9 before order 101, and a Thai digit as the number that it is. The order
-- is that of the column, so that lists, pages, cursors, nested orders and greatest values agree.
CREATE COLLATION app.counted (provider = icu, locale = 'th-u-kn-true', deterministic = true);

DO $$
DECLARE c record;
BEGIN
  FOR c IN SELECT column_name AS name, table_name AS "table" FROM information_schema.columns
    WHERE table_schema = 'public' AND udt_name = 'text'
      AND (column_name IN ('orderNo', 'circularNo', 'printedCode') OR (column_name = 'code' AND table_name <> 'Finding')) LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE text COLLATE app.counted', c.table, c.name);
  END LOOP;
END $$;
