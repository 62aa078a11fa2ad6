import { connectTo } from '../connect.ts';
import { ANALYST_ROLE, APP_ROLE } from './roles.ts';

/** A migration need not think of the analysts: what the application may read, they may, under the same policies. */
const GRANTS = `
  DO $$
  DECLARE t regclass;
  BEGIN
    IF to_regrole('${ANALYST_ROLE}') IS NULL THEN
      RETURN;
    END IF;
    IF NOT has_schema_privilege('${ANALYST_ROLE}', 'app', 'USAGE') THEN
      GRANT USAGE ON SCHEMA app, public TO ${ANALYST_ROLE};
    END IF;
    FOR t IN SELECT oid::regclass FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
      AND has_table_privilege('${APP_ROLE}', oid, 'SELECT') AND NOT has_table_privilege('${ANALYST_ROLE}', oid, 'SELECT') LOOP
      EXECUTE format('GRANT SELECT ON %s TO ${ANALYST_ROLE}', t);
    END LOOP;
  END $$`;

/** Lets the analysts' role read what the application reads, and nothing else. */
export async function grantToAnalysts(ownerUrl: string): Promise<void> {
  const client = await connectTo(ownerUrl);
  try {
    await client.query(GRANTS);
  } finally {
    await client.end();
  }
}
