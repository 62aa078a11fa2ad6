import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

let database: DatabaseCopy;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

type Dated = { readonly path: string; readonly day: string };

/** Every date in a content, with where it stands. */
function datesIn(value: unknown, path = ''): Dated[] {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}/.test(value) ? [{ path, day: value.slice(0, 10) }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => datesIn(each, `${path}/${key}`));
}

it('no edition that is loaded holds a date after its own publication', async () => {
  const editions = await asSuperuser<{ id: string; content: string; day: string; announced: string }>(
    database.superuser,
    `SELECT id, content, ("publishedAt" AT TIME ZONE 'Asia/Bangkok')::date::text AS day, "announcedOn"::text AS announced FROM "Edition"`,
  );
  const dates = editions.flatMap(({ id, content, day, announced }) =>
    [...datesIn(JSON.parse(content)), { path: 'announcedOn', day: announced }].map((dated) => ({
      id,
      last: day,
      ...dated,
    })),
  );
  console.info(`${editions.length} editions, ${dates.length} dates`);
  expect(editions.length).toBeGreaterThan(0);
  expect(dates.length).toBeGreaterThan(editions.length * 10);
  expect(dates.filter(({ day, last }) => day > last)).toEqual([]);
});

it('no plan that was taken from a document holds a date after the announcement that its document prints', async () => {
  const plans = await asSuperuser<{ id: string; content: object; day: string }>(
    database.superuser,
    `SELECT id, app.content_of('PLAN', "agencyId", id) AS content, "announcedOn"::text AS day FROM "Plan"
     WHERE status = 'IMPORTED' AND "announcedOn" IS NOT NULL`,
  );
  // Document 002 is the one that prints its announcement: on 22 July 2565, without a number.
  expect(plans.map(({ day }) => day)).toEqual(['2022-07-22']);
  expect(plans.flatMap(({ content, day }) => datesIn(content).filter((dated) => dated.day > day))).toEqual([]);
});

it('what is loaded was published after the centre approved it, and closed after its year had ended', async () => {
  const wrong = await asSuperuser(
    database.superuser,
    `SELECT s.id, s.act FROM "StatusChange" s
     LEFT JOIN "RiskRegister" r ON r."agencyId" = s."agencyId" AND r.id = s."registerId"
     LEFT JOIN "SwotAnalysis" w ON w."agencyId" = s."agencyId" AND w.id = s."analysisId"
     LEFT JOIN "YearReport" y ON y."agencyId" = s."agencyId" AND y.id = s."reportId"
     LEFT JOIN "Plan" p ON p."agencyId" = s."agencyId" AND p.id = s."planId"
     WHERE (s.act = 'CLOSE' AND s.at::date <= app.fiscal_year_ends(coalesce(r."fiscalYear", w."fiscalYear", y."fiscalYear", p."fiscalYearTo")))
       OR (s.act = 'PUBLISH' AND EXISTS (SELECT 1 FROM "StatusChange" a WHERE a."agencyId" = s."agencyId" AND a.act = 'APPROVE' AND a.at > s.at
         AND (a."registerId", a."analysisId", a."planId", a."reportId") IS NOT DISTINCT FROM (s."registerId", s."analysisId", s."planId", s."reportId")))`,
  );
  expect(wrong).toEqual([]);
});
