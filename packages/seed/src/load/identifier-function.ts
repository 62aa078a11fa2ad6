import type { Prisma } from '@registry/prisma/generated/client/client.ts';

/** Gives the session the same ids in SQL that `identifier` gives in TypeScript, so that rows can be made where they are stored. */
export async function createIdentifierFunction(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`
    CREATE OR REPLACE FUNCTION pg_temp.as_uuid(digest bytea) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
      SELECT encode(set_byte(set_byte(digest, 6, (get_byte(digest, 6) & 15) | 128), 8, (get_byte(digest, 8) & 63) | 128), 'hex')::uuid
    $$`;
  await tx.$executeRaw`
    CREATE OR REPLACE FUNCTION pg_temp.identifier(key text) RETURNS uuid LANGUAGE sql STABLE AS $$
      SELECT pg_temp.as_uuid(substr(sha256(convert_to('registry' || key, 'UTF8')), 1, 16))
    $$`;
}
