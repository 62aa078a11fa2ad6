import type pg from 'pg';
import { dialects } from './dialects/dialects.ts';
import { post } from './post.ts';
import type { Running } from './processes.ts';
import { nextAssessment, refreshVersions, type Stage } from './stage.ts';

/** Assesses one risk of every register that Q5 is about: the first act on a register makes its findings, which is not what Q5 asks. */
export async function assessOnce(server: Running, stage: Stage, superuser: pg.Client): Promise<void> {
  await refreshVersions(superuser, stage);
  const registers = await superuser.query<{ id: string; register: string }>(
    'SELECT id, "registerId" AS register FROM "Risk" WHERE id = ANY($1)',
    [stage.assessed.flat().map(({ riskId }) => riskId)],
  );
  const registerOf = new Map(registers.rows.map(({ id, register }) => [id, register]));
  const done = new Set<string | undefined>();
  for (const risk of stage.assessed.flat()) {
    const register = registerOf.get(risk.riskId);
    if (done.has(register)) continue;
    done.add(register);
    await post(server, dialects[server.name].Q5.ask(nextAssessment(risk)), risk.token);
  }
}
