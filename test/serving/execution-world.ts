import { viewerFrom } from '@registry/api/create-context.ts';
import { createPool } from '@registry/prisma/client.ts';
import type { Context } from '@registry/schema/core/context.ts';
import { RequestDeadline } from '@registry/schema/core/deadline.ts';
import { FanOut } from '@registry/schema/core/fan-out.ts';
import { publicViewer, type Viewer } from '@registry/schema/core/viewer.logic.ts';
import { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import { personas } from '@registry/seed/personas.ts';
import { copyDatabase } from '../kit/database-copy.ts';

/** The registry without its server: what an execution is given as its context, for a persona or the public. */
export async function openWorld() {
  const database = await copyDatabase();
  const pool = createPool({ url: database.app, max: 4, statementTimeoutMs: 15_000, onError: () => undefined });
  const tenancy = new Tenancy(pool);
  return {
    database,
    async viewer(persona: string | null): Promise<Viewer> {
      const sub = personas.find(({ id }) => id === persona)?.sub;
      return sub ? viewerFrom(await tenancy.signIn(sub), undefined) : publicViewer;
    },
    contextFor: (viewer: Viewer): Context => ({
      viewer,
      tenancy,
      deadline: new RequestDeadline(60_000),
      idempotencyKey: null,
      statusChanges: new FanOut<string>(),
    }),
    async stop() {
      await pool.end();
      await database.drop();
    },
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;
