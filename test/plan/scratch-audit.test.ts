import { it } from '@jest/globals';
import { asSuperuser } from '../kit/database-copy.ts';
import { startRegistry } from '../kit/registry.ts';
it('x', async () => {
  const registry = await startRegistry();
  for (const n of [500, 1000, 2000, 4000]) {
    const b = Date.now();
    await asSuperuser(registry.database.superuser, `BEGIN; SET LOCAL app.account = '00000000-0000-7000-8000-000000000001'; INSERT INTO "ProjectStep" (id, "agencyId", "projectId", "sortOrder", "textTh") SELECT gen_random_uuid(), j."agencyId", j.id, s, 'ขั้นตอน ' || s FROM (SELECT * FROM "Project" LIMIT 1) j, generate_series(1, ${n}) s; COMMIT`);
    const a = Date.now() - b; const c = Date.now();
    await asSuperuser(registry.database.superuser, `SET session_replication_role = 'replica'; INSERT INTO "ProjectStep" (id, "agencyId", "projectId", "sortOrder", "textTh") SELECT gen_random_uuid(), j."agencyId", j.id, s, 'ขั้นตอน ' || s FROM (SELECT * FROM "Project" LIMIT 1) j, generate_series(1, ${n}) s`);
    console.info(`${n} rows: ${a} ms with triggers, ${Date.now() - c} ms without`);
  }
  await registry.stop();
});
