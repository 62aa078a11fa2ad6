import { readFileSync } from 'node:fs';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { models } from '@registry/schema/tenancy/model.ts';
import { isInterfaceType, isObjectType } from 'graphql';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';
import { type Options, type Registry, startRegistry } from '../kit/registry.ts';
import { plantCanaries, type Target, targetsOf } from '../kit/world.ts';

/** Who probes: every role in two agencies, every city role, and the public. */
export const probers = [
  { persona: 'sample-1-viewer', role: 'VIEWER', agencyCode: 'SAMPLE-1' },
  { persona: 'sample-1-editor', role: 'EDITOR', agencyCode: 'SAMPLE-1' },
  { persona: 'sample-2-approver', role: 'APPROVER', agencyCode: 'SAMPLE-2' },
  { persona: 'chomthong-case-officer', role: 'CASE_OFFICER', agencyCode: 'BMA-CHOMTHONG' },
  { persona: 'maedong-agency-admin', role: 'AGENCY_ADMIN', agencyCode: 'LG-MAEDONG' },
  { persona: 'centre', role: 'CENTRE', agencyCode: null },
  { persona: 'analyst', role: 'ANALYST', agencyCode: null },
  { persona: 'auditor', role: 'AUDITOR', agencyCode: null },
  { persona: 'city-admin', role: 'CITY_ADMIN', agencyCode: null },
  { persona: null, role: 'PUBLIC', agencyCode: null },
] as const;

export type Prober = { readonly persona: string | null; readonly role: string; readonly agencyCode: string | null };

/** Each wall alone, and both together. The application alone is shown with a login that row-level security does not bind. */
export type Walls = 'both walls' | 'row-level security alone' | 'the application alone';

export async function serverBehind(
  wall: Walls,
  database: DatabaseCopy,
  more: Pick<Options, 'logger'> = {},
): Promise<Registry> {
  // The probes ask for everything at once, which the cost limit would refuse.
  const limits = { costMax: Number.MAX_SAFE_INTEGER };
  if (wall === 'both walls') return startRegistry({ ...more, database, limits });
  if (wall === 'row-level security alone')
    return startRegistry({ ...more, database, schema: unguardedSchema, filters: false, limits });
  await withoutFloor(database);
  return startRegistry({ ...more, database: { ...database, app: database.superuser }, limits });
}

/** Takes the second wall out of what names the rows that a city role searches, as it runs with the rights of its owner. */
async function withoutFloor({ superuser }: DatabaseCopy): Promise<void> {
  const [named] = await asSuperuser<{ body: string }>(
    superuser,
    `SELECT pg_get_functiondef(oid) AS body FROM pg_proc WHERE proname = 'sought_in_city'`,
  );
  const open = named?.body.replace('ground CONSTANT smallint := app.floor()', 'ground CONSTANT smallint := 0');
  if (!open?.includes('ground CONSTANT smallint := 0'))
    throw new Error('app.sought_in_city has no floor to take away.');
  await asSuperuser(superuser, open);
}

/** The reviewed table of who sees what of other agencies. */
export function visibility(): Map<string, (disclosure: number) => boolean> {
  const [, ...lines] = readCsv('visibility.csv');
  return new Map(lines.map(([role = '', ...cells]) => [role, (disclosure: number) => cells[disclosure] === 'seen']));
}

export const readCsv = (file: string): string[][] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(','));

export type World = {
  readonly database: DatabaseCopy;
  readonly targets: readonly Target[];
  /** Owner and disclosure of every tenant row, by its id. */
  readonly rows: ReadonlyMap<string, { agencyCode: string; disclosure: number }>;
};

/** Node types whose rows belong to an agency. */
export const tenantTypes: readonly string[] = Object.values(unguardedSchema.getTypeMap())
  .filter(
    (type) => isObjectType(type) && type.getInterfaces().some((each) => isInterfaceType(each) && each.name === 'Node'),
  )
  .map(({ name }) => name)
  .filter((name) => ['tenant', 'published'].includes(models[name]?.ownership ?? ''));

export async function createWorld(): Promise<World> {
  const database = await copyDatabase();
  await plantCanaries(database);
  const targets = await targetsOf(database, tenantTypes);
  const rows = new Map<string, { agencyCode: string; disclosure: number }>();
  for (const type of tenantTypes) {
    const found = await asSuperuser<{ id: string; agencyCode: string; disclosure: number }>(
      database.superuser,
      `SELECT t.id, g.code AS "agencyCode", t.disclosure::int AS disclosure FROM "${type}" t JOIN "Agency" g ON g.id = t."agencyId"`,
    );
    for (const { id, agencyCode, disclosure } of found) rows.set(id, { agencyCode, disclosure });
  }
  return { database, targets, rows };
}

const globalIds = /"([A-Za-z0-9_-]{44,})"/g;

/** What an answer holds that its reader must not see: marks of other agencies, and ids of rows that are not for it. */
export function leaksIn(text: string, prober: Prober, world: World, sees: (disclosure: number) => boolean): string[] {
  const leaks: string[] = [];
  const isCity = prober.agencyCode === null && (prober.role === 'CENTRE' || prober.role === 'ANALYST');
  for (const [, code] of text.matchAll(/⟦([\w-]+)⟧/g)) {
    if (code !== prober.agencyCode && !isCity) leaks.push(`text of ${code}`);
  }
  for (const [, id] of text.matchAll(globalIds)) {
    const [, uuid] = Buffer.from(id ?? '', 'base64url')
      .toString('utf8')
      .split(':');
    const row = uuid === undefined ? undefined : world.rows.get(uuid);
    if (row && row.agencyCode !== prober.agencyCode && !sees(row.disclosure)) leaks.push(`id of ${row.agencyCode}`);
  }
  return leaks;
}
