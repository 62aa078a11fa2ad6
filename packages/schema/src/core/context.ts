import type { Tenancy } from '../tenancy/tenancy.ts';
import type { Viewer } from './viewer.logic.ts';

/** What a request carries. Per-request caches hang on `createContextCache`, not here. */
export type Context = {
  readonly viewer: Viewer;
  readonly tenancy: Tenancy;
  /** The key under which the client sends a change, so that sending it again does nothing more; null when it sent none. */
  readonly idempotencyKey: string | null;
};
