import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { agencies } from '../reference/agencies.ts';
import { agencyId } from '../rows/identifiers.ts';
import { registryAccountId } from '../rows/registry-account.ts';
import { actAsSeed, seedAccountId } from '../rows/seed-account.ts';
import { noRows, type TenantRows } from '../rows/tenant-rows.ts';
import { versioned } from '../rows/version.ts';
import { mentioned, tableOf } from '../rows/write-tenant-rows.ts';
import { addDocuments } from './documents.ts';

export const correctionName = versioned('documents');

type Name = keyof TenantRows;

/** Tables whose rows belong together: once an agency has changed one of them, the registry leaves all of them alone. */
const families: readonly (readonly Name[])[] = [
  ['unit'],
  ['position'],
  [
    'plan',
    'planStatement',
    'printedFigure',
    'project',
    'projectStep',
    'targetGroup',
    'budgetLine',
    'indicator',
    'projectNote',
    'delegationMeasure',
    'delegationChain',
    'delegationDuty',
  ],
  ['riskRegister', 'risk'],
  ['swotAnalysis', 'swotItem'],
];

/** For parts without an origin of their own: the record that they belong to, and the column that points to it. */
const partOf: Readonly<Partial<Record<Name, { readonly whole: Name; readonly column: string }>>> = {
  planStatement: { whole: 'plan', column: 'planId' },
  printedFigure: { whole: 'plan', column: 'planId' },
  projectStep: { whole: 'project', column: 'projectId' },
  targetGroup: { whole: 'project', column: 'projectId' },
  budgetLine: { whole: 'project', column: 'projectId' },
  indicator: { whole: 'project', column: 'projectId' },
  projectNote: { whole: 'project', column: 'projectId' },
  delegationChain: { whole: 'delegationMeasure', column: 'measureId' },
  delegationDuty: { whole: 'delegationMeasure', column: 'measureId' },
  swotItem: { whole: 'swotAnalysis', column: 'analysisId' },
};

/** Findings are judged one by one: those that the registry computes, or that were dismissed, are left alone. */
const correctable: Readonly<Partial<Record<Name, string>>> = {
  finding: 'kept."ruleKey" IS NULL AND kept."dismissedAt" IS NULL',
};

/** What is of the record's life, not of its document. */
const ownLife: ReadonlySet<string> = new Set(['id', 'agencyId', 'status', 'methodId', 'frameworkId']);

/**
 * Brings what an earlier version loaded from the documents to this version's state, by changes that the trail keeps like any other. Records
 * that an agency has worked on since are left alone as a whole, and so are dismissed findings.
 */
export async function correctDocuments(tx: Prisma.TransactionClient): Promise<number> {
  let changed = await correctAgencies(tx);
  for (const { code } of agencies) {
    const rows = noRows();
    addDocuments(code, rows);
    await actAsSeed(tx, 'correctDocuments', agencyId(code));
    for (const family of families)
      if (family.some((name) => rows[name].length > 0) && !(await isWorkedOn(tx, code, family)))
        for (const name of family) changed += await correctTable(tx, agencyId(code), name, rows);
    changed += await correctTable(tx, agencyId(code), 'finding', rows);
  }
  return changed;
}

async function correctAgencies(tx: Prisma.TransactionClient): Promise<number> {
  await actAsSeed(tx, 'correctDocuments');
  let changed = 0;
  for (const { code, inferred, noteTh = null } of agencies.filter((agency) => agency.inferred.length > 0))
    changed += await tx.$executeRaw`UPDATE "Agency" SET inferred = ${inferred}, "noteTh" = ${noteTh}
      WHERE id = ${agencyId(code)}::uuid AND (inferred, "noteTh") IS DISTINCT FROM (${inferred}, ${noteTh})`;
  return changed;
}

/** Whether the trail has a change of such a row by a person. */
async function isWorkedOn(tx: Prisma.TransactionClient, code: string, tables: readonly Name[]): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "AuditEntry" WHERE "agencyId" = ${agencyId(code)}::uuid AND entity = ANY (${tables.map(tableOf)})
      AND "accountId" NOT IN (${seedAccountId}::uuid, ${registryAccountId}::uuid) LIMIT 1`;
  return found.length > 0;
}

async function correctTable(
  tx: Prisma.TransactionClient,
  owner: string,
  name: Name,
  rows: TenantRows,
): Promise<number> {
  const entries: readonly object[] = rows[name];
  const table = `"${tableOf(name)}"`;
  const part = partOf[name];
  const may = correctable[name] ?? 'true';
  const wholes = part ? rows[part.whole].flatMap((row) => ('id' in row && row.id ? [row.id] : [])) : [];
  const removed = await tx.$executeRawUnsafe(
    `DELETE FROM ${table} kept WHERE "agencyId" = $1::uuid AND ${may}
       AND ${part ? `kept."${part.column}"::text = ANY ($2::text[])` : `cardinality($2::text[]) = 0 AND origin = 'DOCUMENT'`}
       AND id::text NOT IN (SELECT r ->> 'id' FROM jsonb_array_elements($3::jsonb) r)`,
    owner,
    wholes,
    JSON.stringify(entries),
  );
  if (entries.length === 0) return removed;
  const columns = mentioned(entries);
  const list = (of: readonly string[], prefix = '') => of.map((column) => `${prefix}"${column}"`).join(', ');
  const content = columns.filter((column) => !ownLife.has(column));
  return (
    removed +
    (await tx.$executeRawUnsafe(
      `INSERT INTO ${table} AS kept (${list(columns)}) SELECT ${list(columns)} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)
       ON CONFLICT (id) DO UPDATE SET (${list(content)}) = ROW (${list(content, 'EXCLUDED.')})
       WHERE ${may} AND (${list(content, 'kept.')}) IS DISTINCT FROM (${list(content, 'EXCLUDED.')})`,
      JSON.stringify(entries),
    ))
  );
}
