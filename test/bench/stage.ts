import type pg from 'pg';
import type { Issuer } from './issuer.ts';
import { type Editor, makePast } from './past.ts';
import { BenchError } from './say.ts';
import { assessmentOf, type Reading, type Variables, type WorkloadName } from './workloads.ts';

/** A request of a workload and in whose name it is made. */
export type Sample<Name extends WorkloadName> = { readonly token: string; readonly variables: Variables[Name] };

/** A risk that one connection of the load assesses again and again: `visit` counts how often. */
export type Assessed = { readonly riskId: string; readonly token: string; version: number; visit: number };

export type Stage = {
  readonly samples: { readonly [Name in Reading]: readonly Sample<Name>[] };
  /** The risks that each connection of the load has for itself. */
  readonly assessed: readonly (readonly Assessed[])[];
};

const RISKS_MAX = 1_000;

/** Risks of each connection of the load that have a past to be asked about. */
const PASTS_OF_CONNECTION = 20;

/** Risks that a connection of the load assesses by turns. */
const RISKS_OF_CONNECTION = 640;

/** Days from today within which live mitigations that F1 asks for are due. */
const DAYS_DUE = 180;

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Makes the accounts of the bench in some agencies, signs them in, and chooses what is asked: the same at every run. */
export async function setStage(
  superuser: pg.Client,
  issuer: Issuer,
  connections: number,
  agencies: number,
): Promise<Stage> {
  const editors = await makeEditors(superuser, agencies);
  const tokens = new Map<string, string>();
  for (const { sub, accountId, agencyId, code } of editors)
    tokens.set(code, await issuer.tokenFor({ sub, accountId, role: 'EDITOR', agencyId }));
  const tokenOf = (code: string) => tokens.get(code) ?? '';
  const centre = await issuer.tokenFor({ ...(await makeCentre(superuser)), role: 'CENTRE', agencyId: null });
  const codes = editors.map(({ code }) => code);
  const risks = await superuser.query<{ id: string; code: string }>(
    `SELECT r.id, g.code FROM "Risk" r JOIN "Agency" g ON g.id = r."agencyId" WHERE g.code = ANY($1) ORDER BY md5(r.id::text) LIMIT $2`,
    [codes, RISKS_MAX],
  );
  const years = await superuser.query<{ year: number }>(
    `SELECT DISTINCT "fiscalYear" AS year FROM "RiskRegister" g JOIN "Agency" a ON a.id = g."agencyId" WHERE a.code = ANY($1) ORDER BY 1`,
    [codes],
  );
  // Titles end with the number of the risk: those of two digits begin none of another.
  const titles = await superuser.query<{ code: string; text: string }>(
    `SELECT g.code, CASE WHEN row_number() OVER (ORDER BY md5(r.id::text)) % 2 = 0 THEN r."titleTh" ELSE r."titleEn" END AS text
     FROM "Risk" r JOIN "Agency" g ON g.id = r."agencyId" WHERE g.code = ANY($1) AND r.code >= 'L010' ORDER BY md5(r.id::text) LIMIT $2`,
    [codes, RISKS_MAX],
  );
  const byYear = years.rows.map(({ year }) => ({ token: centre, variables: { fiscalYear: year } }));
  const byAgency = codes.map((code) => ({ token: tokenOf(code), variables: { agencyCode: code } }));
  const assessed = await chooseAssessed(superuser, codes, connections, tokenOf);
  const changed = assessed.flatMap((set) => set.slice(0, PASTS_OF_CONNECTION));
  const moment = await makePast(
    superuser,
    editors,
    changed.map(({ riskId }) => riskId),
  );
  return {
    samples: {
      Q1: risks.rows.map(({ id, code }) => ({ token: tokenOf(code), variables: { riskId: id } })),
      Q2: byAgency,
      Q3: byAgency,
      Q4: byYear,
      G1: byYear,
      T1: changed.map(({ riskId, token }) => ({ token, variables: { riskId, moment } })),
      S1: titles.rows.map(({ code, text }) => ({ token: tokenOf(code), variables: { agencyCode: code, text } })),
      F1: byAgency.map(({ token, variables }) => ({ token, variables: { ...variables, dueBy: dayIn(DAYS_DUE) } })),
    },
    assessed,
  };
}

async function makeEditors(superuser: pg.Client, agencies: number): Promise<Editor[]> {
  const chosen = `SELECT id, code, 'bench|' || code AS sub FROM "Agency" WHERE code LIKE 'LOAD-%' ORDER BY md5(code) LIMIT $1`;
  await superuser.query(
    `INSERT INTO "Account" (id, sub, name, kind) SELECT gen_random_uuid(), sub, 'ผู้จัดทำข้อมูล ' || code, 'PERSON' FROM (${chosen}) g
     ON CONFLICT (sub, issuer) DO NOTHING`,
    [agencies],
  );
  await superuser.query(
    `INSERT INTO "Membership" (id, "accountId", "agencyId", role)
     SELECT gen_random_uuid(), a.id, g.id, 'EDITOR' FROM (${chosen}) g JOIN "Account" a USING (sub)
     WHERE NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."accountId" = a.id AND m."agencyId" = g.id)`,
    [agencies],
  );
  const { rows } = await superuser.query<Editor>(
    `SELECT a.id AS "accountId", sub, g.id AS "agencyId", g.code FROM (${chosen}) g JOIN "Account" a USING (sub) ORDER BY md5(g.code)`,
    [agencies],
  );
  return rows;
}

async function makeCentre(superuser: pg.Client): Promise<{ sub: string; accountId: string }> {
  await superuser.query(
    `INSERT INTO "Account" (id, sub, name, kind) VALUES (gen_random_uuid(), 'bench|centre', 'ศปท.กทม.', 'PERSON') ON CONFLICT (sub, issuer) DO NOTHING`,
  );
  await superuser.query(
    `INSERT INTO "Membership" (id, "accountId", role) SELECT gen_random_uuid(), a.id, 'CENTRE' FROM "Account" a
     WHERE a.sub = 'bench|centre' AND NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."accountId" = a.id)`,
  );
  const { rows } = await superuser.query<{ sub: string; accountId: string }>(
    `SELECT sub, id AS "accountId" FROM "Account" WHERE sub = 'bench|centre'`,
  );
  const [found] = rows;
  if (!found) throw new Error('The account of the centre could not be made.');
  return found;
}

/**
 * Risks of each agency's latest register in use, where people assess. Every connection has agencies of its own, so that no two assess a risk,
 * nor write the audit trail of an agency, at once.
 */
async function chooseAssessed(
  superuser: pg.Client,
  codes: readonly string[],
  connections: number,
  tokenOf: (code: string) => string,
): Promise<Assessed[][]> {
  const { rows } = await superuser.query<{ id: string; code: string }>(
    `SELECT r.id, k.code FROM (
       SELECT DISTINCT ON (g.code) g.code, k."agencyId", k.id FROM "RiskRegister" k JOIN "Agency" g ON g.id = k."agencyId"
       WHERE g.code = ANY($1) AND k.status NOT IN ('SUBMITTED', 'CLOSED') ORDER BY g.code, k."fiscalYear" DESC
     ) k JOIN "Risk" r ON r."agencyId" = k."agencyId" AND r."registerId" = k.id ORDER BY md5(r.id::text)`,
    [codes],
  );
  const place = new Map([...new Set(rows.map(({ code }) => code))].map((code, index) => [code, index % connections]));
  const sets: Assessed[][] = Array.from({ length: connections }, () => []);
  for (const { id, code } of rows) {
    const set = sets[place.get(code) ?? 0];
    if (set && set.length < RISKS_OF_CONNECTION) set.push({ riskId: id, token: tokenOf(code), version: 0, visit: 0 });
  }
  if (sets.some((set) => set.length === 0)) {
    throw new BenchError(
      `หน่วยงานที่มีทะเบียนใช้งานอยู่มีไม่พอสำหรับ ${connections} การเชื่อมต่อ โปรดเพิ่ม --agencies (หรือ --sizes)`,
      `There are too few agencies with a register in use for ${connections} connections: give more --agencies (or --sizes), or fewer --connections.`,
    );
  }
  return sets;
}

/** The versions as they stand in the database: an answer that nobody waited for may have moved them. */
export async function refreshVersions(superuser: pg.Client, { assessed }: Pick<Stage, 'assessed'>): Promise<void> {
  const risks = assessed.flat();
  const { rows } = await superuser.query<{ id: string; version: number }>(
    'SELECT id, version FROM "Risk" WHERE id = ANY($1)',
    [risks.map(({ riskId }) => riskId)],
  );
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  for (const risk of risks) risk.version = versions.get(risk.riskId) ?? risk.version;
}

/** The next assessment of a risk. */
export const nextAssessment = ({ riskId, version, visit }: Assessed): Variables['Q5'] => ({
  riskId,
  expectedVersion: version,
  ...assessmentOf(visit),
});
