import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { correctionName } from '@registry/seed/documents/correct-documents.ts';
import { seedDatabase } from '@registry/seed/seed-database.ts';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

/** A database into which an earlier version loaded the documents, with other words and with what this version does not have. */
let database: DatabaseCopy;
beforeEach(async () => {
  database = await copyDatabase();
});
afterEach(async () => database.drop());

const ask = <Row extends object>(text: string) => asSuperuser<Row>(database.superuser, text);
const project = `(SELECT id FROM "Project" WHERE "sourceDocument" = '000' AND "sequenceNo" = 20)`;
const agency = `(SELECT id FROM "Agency" WHERE code = 'BMA-CHOMTHONG')`;

const asEarlierVersion = () =>
  ask(`SET session_replication_role = 'replica';
    UPDATE "ProjectStep" SET "textTh" = 'เผยแพร่ผลประเมิน' WHERE "projectId" = ${project} AND "sortOrder" = 5;
    INSERT INTO "ProjectNote" ("id", "agencyId", "projectId", "sortOrder", "textTh") VALUES (gen_random_uuid(), ${agency}, ${project}, 9, 'หมายเหตุเดิม');
    UPDATE "DelegationMeasure" SET "ordersOperator" = 'EQ', "ordersCountPrinted" = 4 WHERE "sourceDocument" = '000';
    UPDATE "Risk" SET inferred = '{}', "actorTh" = 'เจ้าหน้าที่รับชำระเงิน' WHERE code = 'CT-R7';
    UPDATE "Finding" SET printed = '916' WHERE printed = '๙๑๖';
    UPDATE "Unit" SET kind = 'DIVISION' WHERE origin = 'DOCUMENT';
    DELETE FROM "Dataset" WHERE name = '${correctionName}'`);

const seed = () => seedDatabase({ ownerUrl: database.owner, withSamples: true });

/** Everything of the real agencies that the documents fill, times and derived values aside. */
const content = async (): Promise<string> => {
  const tables = [
    'Plan',
    'Project',
    'ProjectStep',
    'ProjectNote',
    'BudgetLine',
    'DelegationMeasure',
    'Risk',
    'SwotItem',
    'Unit',
  ];
  const found = await Promise.all(
    tables.map((table) =>
      ask<{ row: object }>(
        `SELECT to_jsonb(t) - ARRAY['updatedAt', 'createdAt'] AS row FROM "${table}" t JOIN "Agency" a ON a.id = t."agencyId" WHERE a.kind <> 'SAMPLE' ORDER BY t.id`,
      ),
    ),
  );
  return JSON.stringify(found);
};

describe('a database that holds an earlier version of the documents’ data', () => {
  it('is brought to this one by a start, once, and the trail says who changed what', async () => {
    const right = await content();
    const corrections = `SELECT count(*)::int AS count FROM "AuditEntry" WHERE act = 'correctDocuments'`;
    // What was loaded new needed no correction.
    expect(await ask(corrections)).toEqual([{ count: 0 }]);
    await asEarlierVersion();
    expect(await content()).not.toBe(right);
    const { datasets } = await seed();
    expect(datasets.find(({ name }) => name === correctionName)).toMatchObject({
      loaded: true,
      rows: expect.any(Number),
    });
    expect(await content()).toBe(right);
    const entries = await ask<{ entity: string; action: string; name: string }>(
      `SELECT e.entity, e.action::text, a.name FROM "AuditEntry" e JOIN "Account" a ON a.id = e."accountId" WHERE e.act = 'correctDocuments' ORDER BY e.entity, e.action`,
    );
    expect(entries.length).toBeGreaterThan(5);
    expect(new Set(entries.map(({ name }) => name))).toEqual(new Set(['การนำเข้าข้อมูลตั้งต้น · Initial data load']));
    expect(entries).toContainEqual(expect.objectContaining({ entity: 'ProjectNote', action: 'DELETE' }));
    expect((await seed()).datasets.find(({ name }) => name === correctionName)).toMatchObject({ loaded: false });
  });

  it('keeps what people have worked on since: their plan stays as they left it, findings made by the registry or dismissed too', async () => {
    await asEarlierVersion();
    await ask(`INSERT INTO "AuditEntry" ("agencyId", seq, at, "accountId", act, action, entity, "entityId", "previousHash", hash)
      SELECT "agencyId", seq + 1, now(), (SELECT id FROM "Account" WHERE kind = 'DEMO' LIMIT 1), 'editProject', 'UPDATE', 'Project', "entityId", hash, hash
      FROM "AuditEntry" WHERE "agencyId" = ${agency} ORDER BY seq DESC LIMIT 1`);
    await ask(
      `SET session_replication_role = 'replica'; UPDATE "Finding" SET "dismissedAt" = now(), "dismissalReason" = 'พิมพ์ไว้เช่นนั้น', "dismissedById" = (SELECT id FROM "Account" WHERE kind = 'DEMO' LIMIT 1) WHERE printed = '916'`,
    );
    const rules = `SELECT count(*)::int AS count FROM "Finding" WHERE "ruleKey" IS NOT NULL`;
    const [made] = await ask<{ count: number }>(rules);
    await seed();
    expect(await ask(`SELECT "textTh" FROM "ProjectStep" WHERE "projectId" = ${project} AND "sortOrder" = 5`)).toEqual([
      { textTh: 'เผยแพร่ผลประเมิน' },
    ]);
    expect(await ask(`SELECT count(*)::int AS count FROM "Finding" WHERE printed = '916'`)).toEqual([{ count: 1 }]);
    expect(await ask(rules)).toEqual([made]);
    // What nobody has touched is corrected all the same.
    expect(await ask(`SELECT "actorTh" FROM "Risk" WHERE code = 'CT-R7'`)).toEqual([{ actorTh: null }]);
  });
});
