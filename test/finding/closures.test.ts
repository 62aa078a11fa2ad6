import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const selection = 'id state version dismissalReason dismissedAt resolvedIn { number titleTh }';
const approver = 'chomthong-approver';

const found = async (where: string, persona = approver) =>
  nodes(
    (await registry.as(persona)(`{ findings(first: 100, where: ${where}) { edges { node { ${selection} } } } }`)).data
      .findings,
  );

const does = async (name: string, input: object, persona = approver) => {
  const { data, errors } = await registry.person(persona).tries(name, { ...input }, `finding { ${selection} }`);
  return { finding: data?.[name]?.finding, code: errors[0]?.extensions.code, fields: errors[0]?.extensions.fields };
};

const at = ({ id, version }: { id: string; version: number }) => ({ findingId: id, expectedVersion: version });

/** An edition of a record of Chom Thong, such as a later publication makes. */
async function editionOf(column: 'planId' | 'registerId', table: string, kind: string): Promise<string> {
  const id = randomUUID();
  await registry.rows(`SET session_replication_role = 'replica';
     INSERT INTO "Edition" (id, "agencyId", kind, "${column}", number, "fiscalYear", "titleTh", content, "contentHash", "accountId")
     SELECT '${id}', r."agencyId", '${kind}', r.id, 1, 2567, 'ฉบับแก้ไข', '{}', encode(sha256('{}'), 'hex'), (SELECT id FROM "Account" LIMIT 1)
     FROM "${table}" r WHERE r."sourceDocument" = '000'`);
  return encodeGlobalId('Edition', id);
}

describe('a finding that was transcribed with its document', () => {
  it('is acknowledged: it is printed so, and is open no longer', async () => {
    const [finding] = await found('{code: {eq: "COUNT_SUM_MISMATCH"}, state: {eq: OPEN}}');
    const done = await does('acknowledgeFinding', at(finding));
    expect(done.finding).toMatchObject({
      state: 'ACKNOWLEDGED',
      dismissalReason: 'พิมพ์ไว้เช่นนั้น · Printed so',
      resolvedIn: null,
      version: finding.version + 1,
    });
    expect(await found('{code: {eq: "COUNT_SUM_MISMATCH"}, state: {eq: OPEN}}')).toEqual([]);
    expect((await found('{state: {eq: ACKNOWLEDGED}}', 'centre')).map(({ id }) => id)).toEqual([finding.id]);
    const again = await does('acknowledgeFinding', at(done.finding));
    expect(again.code).toBe('ILLEGAL_TRANSITION');
    expect((await does('reopenFinding', at(done.finding))).finding).toMatchObject({ state: 'OPEN', dismissedAt: null });
  });

  it('is resolved in an edition of the record that it is about, and in no other', async () => {
    const [finding] = await found('{code: {eq: "GARBLED_TEXT"}, state: {eq: OPEN}}');
    const ofPlan = await editionOf('planId', 'Plan', 'PLAN');
    const ofRegister = await editionOf('registerId', 'RiskRegister', 'RISK_REGISTER');
    const wrong = await does('resolveFinding', { ...at(finding), editionId: ofRegister, note: 'แก้แล้ว' });
    expect([wrong.code, wrong.fields.map(({ field }: { field: string }) => field)]).toEqual([
      'INVALID_INPUT',
      ['editionId'],
    ]);
    const done = await does('resolveFinding', { ...at(finding), editionId: ofPlan, note: 'แก้รหัสในขั้นตอนที่ ๑๐ แล้ว' });
    expect(done.finding).toMatchObject({ state: 'RESOLVED', resolvedIn: { number: 1, titleTh: 'ฉบับแก้ไข' } });
    expect((await found('{state: {in: [RESOLVED]}}')).map(({ id }) => id)).toEqual([finding.id]);
  });

  it('is closed by nobody but an approver of its agency, and not past a version', async () => {
    const [finding] = await found('{code: {eq: "TERM_CONFLICT"}, state: {eq: OPEN}}');
    expect((await does('acknowledgeFinding', at(finding), 'chomthong-editor')).code).toBe('FORBIDDEN');
    expect((await does('acknowledgeFinding', at(finding), 'finance-approver')).code).toBe('NOT_FOUND');
    expect((await does('acknowledgeFinding', { ...at(finding), expectedVersion: 9 })).code).toBe('CONFLICT');
    expect(await found('{code: {eq: "TERM_CONFLICT"}}')).toEqual([finding]);
  });
});

describe('a finding of the registry', () => {
  it('is neither acknowledged nor resolved by hand: it goes when it is no longer true', async () => {
    const [finding] = await found('{code: {eq: "RISK_UNASSESSED"}, state: {eq: OPEN}}');
    expect((await does('acknowledgeFinding', at(finding))).code).toBe('ILLEGAL_TRANSITION');
  });
});
