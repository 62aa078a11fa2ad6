import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seedDatabase } from '@registry/seed/seed-database.ts';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

let database: DatabaseCopy;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

const ask = <Row extends object>(text: string) => asSuperuser<Row>(database.superuser, text);

const areas = () =>
  ask(`SELECT r.id, r."itaArea"::text AS area FROM "Risk" r JOIN "Agency" a ON a.id = r."agencyId" WHERE a.kind = 'SAMPLE'
    UNION ALL SELECT id, area::text FROM "AreaWithoutRisk" ORDER BY 1`);

describe('the sample city of a database that was filled before the areas of the bribery form were known', () => {
  it('has the areas that a new one has after the next start, in the trail, and keeps what was answered meanwhile', async () => {
    const right = await areas();
    const [answered] = await ask<{ id: string }>(
      `SELECT id FROM "Risk" WHERE "itaArea" = 'BUDGET_RESOURCES' ORDER BY id LIMIT 1`,
    );
    await ask(`SET session_replication_role = 'replica';
      UPDATE "Risk" SET "itaArea" = NULL; DELETE FROM "AreaWithoutRisk";
      UPDATE "Risk" SET "itaArea" = 'BUDGET_RESOURCES' WHERE id = '${answered?.id}';
      DELETE FROM "AuditEntry" WHERE entity = 'AreaWithoutRisk'; DELETE FROM "Dataset" WHERE name = 'sample-areas'`);
    const { datasets } = await seedDatabase({ ownerUrl: database.owner, withSamples: true });
    expect(datasets.filter(({ loaded }) => loaded)).toEqual([
      { name: 'sample-areas', loaded: true, rows: right.length - 1 },
    ]);
    expect(await areas()).toEqual(right);
    const entries = await ask<{ entity: string; action: string }>(
      `SELECT DISTINCT entity, action::text FROM "AuditEntry" WHERE act = 'loadSampleCity' AND entity IN ('Risk', 'AreaWithoutRisk') ORDER BY 1, 2`,
    );
    expect(entries).toContainEqual({ entity: 'Risk', action: 'UPDATE' });
    expect(entries).toContainEqual({ entity: 'AreaWithoutRisk', action: 'INSERT' });
  });

  it('leaves a register that is being amended to its agency', async () => {
    await ask(`SET session_replication_role = 'replica'; DELETE FROM "Dataset" WHERE name = 'sample-areas';
      UPDATE "RiskRegister" SET "isAmendment" = true WHERE "fiscalYear" = 2568; UPDATE "Risk" SET "itaArea" = NULL WHERE "fiscalYear" = 2568`);
    const { datasets } = await seedDatabase({ ownerUrl: database.owner, withSamples: true });
    expect(datasets.find(({ name }) => name === 'sample-areas')).toEqual({
      name: 'sample-areas',
      loaded: true,
      rows: 0,
    });
  });
});
