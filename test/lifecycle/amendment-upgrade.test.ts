import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { announcementOf } from '../kit/announcement.ts';
import type { Person } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { step } from './steps.ts';

let registry: Registry;
let centre: Person;
beforeAll(async () => {
  registry = await startRegistry();
  centre = registry.person('centre');
});
afterAll(async () => registry.stop());

describe('a database of the version before', () => {
  it('shows what was being amended again, in the status that it had reached, and keeps its history', async () => {
    const script = readFileSync(
      new URL('../../prisma/migrations/20261128001210_amendments/migration.sql', import.meta.url),
      'utf8',
    );
    const upgrade = script.slice(script.lastIndexOf('\nDO $$'));
    // Two registers as the version before left them in the middle of an amendment, and a draft that was never disclosed.
    const sql = <Row extends pg.QueryResultRow>(text: string) => registry.rows<Row>(text);
    const found = await sql<{ id: string; agencyId: string }>(
      `SELECT r.id, r."agencyId" FROM "RiskRegister" r JOIN "Agency" g ON g.id = r."agencyId"
       WHERE g.code = 'SAMPLE-3' AND r.status = 'APPROVED' ORDER BY r."fiscalYear" LIMIT 2`,
    );
    const statuses = ['DRAFT', 'SUBMITTED'];
    for (const [index, { id, agencyId }] of found.entries()) {
      await sql(`SET session_replication_role = 'replica';
        UPDATE "RiskRegister" SET status = '${statuses[index]}', disclosure = ${index} WHERE id = '${id}';
        INSERT INTO "StatusChange" (id, "agencyId", "registerId", act, "fromStatus", "toStatus", "accountId", role)
        VALUES (gen_random_uuid(), '${agencyId}', '${id}', 'AMEND', 'APPROVED', 'DRAFT', app.registry_account(), 'APPROVER')`);
    }
    const countOf = async () => (await sql<{ n: number }>('SELECT count(*)::int AS n FROM "StatusChange"'))[0]?.n;
    const [changes, drafts] = [
      await countOf(),
      await sql(`SELECT id FROM "RiskRegister" WHERE status = 'DRAFT' ORDER BY id`),
    ];
    const owner = new pg.Client(registry.database.owner);
    await owner.connect();
    await owner.query(upgrade);
    await owner.end();

    const now = await sql(
      `SELECT status::text, disclosure, "isAmendment" FROM "RiskRegister" WHERE id IN ('${found[0]?.id}', '${found[1]?.id}') ORDER BY "fiscalYear"`,
    );
    expect(now).toEqual([
      { status: 'AMENDING', disclosure: 2, isAmendment: true },
      { status: 'SUBMITTED', disclosure: 2, isAmendment: true },
    ]);
    expect(await countOf()).toBe(changes);
    const left = await sql(`SELECT id FROM "RiskRegister" WHERE status = 'DRAFT' ORDER BY id`);
    expect(left).toEqual(drafts.filter((each) => (each as { id: string }).id !== found[0]?.id));
    const [entry] = await sql(`SELECT reason FROM "AuditEntry" WHERE act = 'keepAmendmentsDisclosed' LIMIT 1`);
    expect(entry?.reason).toContain('0024');
    expect(await sql('SELECT * FROM app.audit_faults()')).toEqual([]);
  });

  it('compares an amendment that kept nothing to compare with to the latest edition, in the form that contents have today', async () => {
    const [writer, reader] = [registry.person('sample-2-editor'), registry.person('sample-2-approver')];
    const { data } = await reader.ask('{ plans(first: 1, where: {status: {eq: APPROVED}}) { edges { node { id } } } }');
    const [{ id }] = nodes(data.plans);
    const announcement = await announcementOf(reader.ask);
    await step(reader, 'publish', 'PublishPlanInput', id, { announcement });
    await step(reader, 'amend', 'AmendPlanInput', id, { reason: 'ปรับปรุง' });
    await registry.rows(`SET session_replication_role = 'replica'; UPDATE "StatusChange" SET "contentBefore" = NULL WHERE act = 'AMEND';
       UPDATE "Edition" e SET content = o.content, "contentHash" = encode(sha256(convert_to(o.content, 'UTF8')), 'hex')
       FROM (SELECT id, regexp_replace(content, '"depth": ?\\d, ', '', 'g') AS content FROM "Edition") o WHERE o.id = e.id AND e.kind = 'PLAN'`);
    const changed = async () => {
      const query = `query ($id: ID!) { node(id: $id) { ... on Plan { version amendment { changes { kind field } } changes(sinceEdition: 1) { kind field } } } }`;
      return (await centre.ask(query, { id })).data.node;
    };
    expect(await changed()).toMatchObject({ amendment: { changes: [] }, changes: [] });
    const edit = { planId: id, expectedVersion: (await changed()).version, titleEn: 'Amended' };
    await writer.does('editPlan', edit, 'plan { id }');
    const title = [{ kind: 'CHANGED', field: 'titleEn' }];
    expect(await changed()).toMatchObject({ amendment: { changes: title }, changes: title });
  });
});
