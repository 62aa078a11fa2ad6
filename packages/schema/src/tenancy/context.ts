import type { Trace } from '@registry/prisma/trace.ts';
import type { FanOut } from '../base/fan-out.ts';
import type { Viewer } from '../base/viewer.logic.ts';
import type { RequestDeadline } from './deadline.ts';
import type { NestedQueries } from './nested-queries.ts';
import type { Identity } from './sign-in-row.ts';
import type { Tenancy } from './tenancy.ts';

/** The context of a request. Per-request caches use `createContextCache` instead. */
export type Context = {
  readonly viewer: Viewer;
  /** Whom the token names, whether or not the registry knows them; absent for the public. */
  readonly identity?: Identity | null;
  /** The account of the service key that asks for the viewer, who is a person; absent where nobody asks for another. */
  readonly viaAccountId?: string | null;
  /** Whether that key only reads, so that nothing is changed for the viewer either; absent where nobody asks for another. */
  readonly readsOnly?: boolean;
  readonly tenancy: Tenancy;
  /** The key under which the client sends a change, so that sending it again does nothing more; null when it sent none. */
  readonly idempotencyKey: string | null;
  /** Until when the request is worked on; everything that is done for it keeps to that. */
  readonly deadline: RequestDeadline;
  /** Records what is done for the request, where it is traced. */
  readonly trace?: Trace | null;
  /** Runs documents that were saved. */
  readonly nested: NestedQueries<Context>;
  /** Ids of changes of status, once committed. */
  readonly statusChanges: FanOut<string>;
  /** The context of the request as a whole, where this one is of a moment that a part of it asks about. */
  readonly request?: Context;
};
