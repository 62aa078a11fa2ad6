import type { LoadAgency } from './load-agency.ts';
import type { LoadSession } from './session.ts';

/** The fingerprints of what the records of an agency are called. Generated titles come again and again, and are worked on once. */
export const keepFingerprints = (session: LoadSession, { id }: LoadAgency): Promise<number> =>
  session.run`
    WITH own AS MATERIALIZED (SELECT * FROM app.fingerprint_source WHERE "agencyId" = ${id}::uuid),
      made AS MATERIALIZED (
        SELECT text, f.* FROM (SELECT DISTINCT text FROM own) titles CROSS JOIN LATERAL app.fingerprint_of(text) f)
    INSERT INTO "TextFingerprint" (id, "agencyId", disclosure, kind, identity, size, bits, bands)
    SELECT own.id, own."agencyId", own.disclosure, own.kind, made.identity, made.size, made.bits, made.bands
    FROM own JOIN made USING (text)
    ON CONFLICT (id) DO NOTHING`;
