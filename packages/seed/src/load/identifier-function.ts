import type { LoadSession } from './session.ts';

/**
 * Gives the session the same ids in SQL that `identifier` gives in TypeScript, so that rows can be made where they are stored. Bits rather
 * than bytes are set, because an expression that names its argument once becomes a part of the statement instead of a call for every row.
 */
export async function createIdentifierFunction(session: LoadSession): Promise<void> {
  await session.run`
    CREATE OR REPLACE FUNCTION pg_temp.identifier(key text) RETURNS uuid LANGUAGE sql STABLE AS $$
      SELECT encode(
        set_bit(set_bit(set_bit(set_bit(set_bit(set_bit(
          substr(sha256(convert_to('registry' || key, 'UTF8')), 1, 16),
        55, 1), 54, 0), 53, 0), 52, 0), 71, 1), 70, 0), 'hex')::uuid
    $$`;
}
