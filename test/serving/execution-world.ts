import { viewerFrom } from '@registry/api/sign-in/viewer-from.ts';
import { createPool } from '@registry/prisma/client.ts';
import { FanOut } from '@registry/schema/base/fan-out.ts';
import { publicViewer, type Viewer } from '@registry/schema/base/viewer.logic.ts';
import type { Context } from '@registry/schema/tenancy/context.ts';
import { RequestDeadline } from '@registry/schema/tenancy/deadline.ts';
import { signIn } from '@registry/schema/tenancy/sign-in.ts';
import { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import { personas } from '@registry/seed/people/personas.ts';
import { copyDatabase } from '../kit/database-copy.ts';
import { noNestedQueries } from '../kit/no-nested-queries.ts';

/** The registry without its server: what an execution is given as its context, for a persona or the public. */
export async function openWorld() {
  const database = await copyDatabase();
  const pool = createPool({ url: database.app, max: 4, statementTimeoutMs: 15_000, onError: () => undefined });
  const tenancy = new Tenancy(pool);
  return {
    database,
    async viewer(persona: string | null): Promise<Viewer> {
      const sub = personas.find(({ id }) => id === persona)?.sub;
      return sub ? viewerFrom(await signIn(tenancy, { issuer: '', subject: sub }), undefined) : publicViewer;
    },
    contextFor: (viewer: Viewer): Context => ({
      viewer,
      tenancy,
      nested: noNestedQueries,
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
