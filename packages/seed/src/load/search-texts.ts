import type { LoadAgency } from './load-agency.ts';
import type { LoadSession } from './session.ts';

/** The words of the records of an agency as they are searched, from all of its rows at once. */
export const keepSearchTexts = (session: LoadSession, { id }: LoadAgency): Promise<number> =>
  session.run`
    INSERT INTO "SearchText" (id, "agencyId", disclosure, kind, year, words, texts)
    SELECT id, "agencyId", disclosure, kind, year, words, texts FROM app.search_source WHERE "agencyId" = ${id}::uuid
    ON CONFLICT (id) DO NOTHING`;
