import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

/** What the application's login answers under a scope. */
async function under(settings: Readonly<Record<string, string>>, text: string): Promise<pg.QueryResultRow[] | string> {
  const client = new pg.Client({ connectionString: registry.database.app });
  await client.connect();
  try {
    for (const [name, value] of Object.entries(settings))
      await client.query('SELECT set_config($1, $2, false)', [name, value]);
    return (await client.query(text)).rows;
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? '') : String(error);
  } finally {
    await client.end();
  }
}

const REASON = 'เหตุผลลับของหน่วยงาน';
const asked = `edges { node { at by role act action entity nodeId reason hash agency { code } changes { field labelTh before after } summaryTh summaryEn } }`;

describe('the auditor', () => {
  it('reads who did what and when, and neither the reason nor a value, of any agency', async () => {
    const approver = registry.as('sample-1-approver');
    const { data } = await approver(
      '{ riskRegisters(first: 1, where: {status: {eq: APPROVED}}) { edges { node { id version } } } }',
    );
    const [register] = nodes(data.riskRegisters);
    const amended = await approver(
      'mutation ($input: AmendRiskRegisterInput!) { amendRiskRegister(input: $input) { riskRegister { status } } }',
      { input: { id: register.id, expectedVersion: register.version, reason: REASON } },
    );
    expect(amended.errors).toEqual([]);
    const where = '{act: {eq: "amendRiskRegister"}}';
    const own = await approver(`{ auditTrail(first: 10, where: ${where}) { totalCount ${asked} } }`);
    expect(nodes(own.data.auditTrail)[0].reason).toBe(REASON);
    const seen = await registry.as('auditor')(`{ auditTrail(first: 10, where: ${where}) { totalCount ${asked} } }`);
    expect(seen.errors).toEqual([]);
    expect(seen.data.auditTrail.totalCount).toBe(own.data.auditTrail.totalCount);
    const [entry] = nodes(seen.data.auditTrail);
    expect(entry).toMatchObject({ role: 'APPROVER', act: 'amendRiskRegister', reason: null, nodeId: null, by: null });
    expect(entry.agency.code).toBe('SAMPLE-1');
    const registers = nodes(seen.data.auditTrail).find(({ entity }) => entity === 'RISK_REGISTER');
    expect(registers.changes).toContainEqual(expect.objectContaining({ field: 'status', before: null, after: null }));
    expect(seen.text).not.toContain(REASON);
  });

  it('reads no entry itself, also in SQL, and what it reads has no column for what agencies write', async () => {
    const duty = { 'app.duty': 'audit' };
    expect(await under(duty, 'SELECT count(*)::int AS count FROM "AuditEntry"')).toEqual([{ count: 0 }]);
    const [digest] = (await under(duty, 'SELECT * FROM "AuditDigest" LIMIT 1')) as pg.QueryResultRow[];
    expect(Object.keys(digest ?? {}).sort()).toEqual(
      [
        'accountId',
        'act',
        'action',
        'agencyId',
        'at',
        'entity',
        'fields',
        'hash',
        'role',
        'seq',
        'viaAccountId',
      ].sort(),
    );
    expect(await under(duty, `UPDATE "AuditDigest" SET act = 'x'`)).toBe('42501');
  });

  it('is nobody else: no other scope reads the digest, not even with a condition that tells what it sees', async () => {
    const [agency] = (await under({}, `SELECT id FROM "Agency" WHERE code = 'SAMPLE-1'`)) as pg.QueryResultRow[];
    const scopes: Readonly<Record<string, string>>[] = [
      {},
      { 'app.agency': agency?.id },
      { 'app.floor': '1', 'app.duty': 'centre' },
      { 'app.duty': 'reference' },
    ];
    for (const scope of scopes) {
      expect(await under(scope, 'SELECT count(*)::int AS count FROM "AuditDigest"')).toEqual([{ count: 0 }]);
      // A condition that fails on any row it is tried on.
      expect(await under(scope, `SELECT 1 FROM "AuditDigest" WHERE 1 / (length(act) * 0) = 1`)).toEqual([]);
    }
  });

  it('finds a page of a long trail by an index', async () => {
    const plan = await under(
      { 'app.duty': 'audit', enable_seqscan: 'off' },
      'EXPLAIN SELECT * FROM "AuditDigest" ORDER BY at DESC, "agencyId" DESC, seq DESC LIMIT 20',
    );
    const text = (Array.isArray(plan) ? plan : []).map((row) => Object.values(row)[0]).join('\n');
    expect(text).toContain('AuditEntry_at_agencyId_seq_idx');
    // The names of the changed columns are sorted, entry by entry; the entries are not.
    expect(text.match(/Sort Key: .*/g)).toEqual(['Sort Key: jsonb_each.key']);
  });
});
