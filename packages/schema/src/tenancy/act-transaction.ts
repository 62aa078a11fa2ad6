import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { conflict, forbidden, unauthenticated } from '../base/errors.ts';
import { leadingRole, type Viewer } from '../base/viewer.logic.ts';
import type { Context } from './context.ts';
import type { CheckedModel, OwningModel } from './derivation.ts';
import { onlyOnce, type Repeatable } from './idempotency.ts';
import { scopeOf } from './scope.ts';
import type { ScopedDb } from './scoped-db.ts';
import { callerOf } from './tenancy.ts';
import type { DeferredWrites, RawStatements } from './transaction.ts';

/** The act: its name in the audit trail, the reason, and the request that may be repeated. */
export type Act = {
  readonly name: string;
  readonly reason?: string | null;
  readonly request?: Repeatable | null;
};

/** One act under way: a single transaction in the viewer's scope, in which the database knows who acts. */
export type ActTransaction = {
  readonly db: ScopedDb;
  readonly deferred: DeferredWrites;
  readonly context: Context;
  readonly accountId: string;
  /** The agency that the act belongs to; refused for a viewer who acts for none. */
  readonly agencyId: string;
  /** Locks the record against changes of others until the act is done, and notes that it is about to change; others may lock it so, too. */
  lockShared(model: OwningModel, id: string): void;
  /**
   * Keeps the record to this act until it is done; CONFLICT when it, or any part of it, is not as it was at the version that the user saw.
   * Said before the act changes anything of the record.
   */
  requireRecordVersion(model: OwningModel, id: string, expectedVersion: number): void;
  /** The same for an act that writes only the heading of a record: parts that changed since do not hinder it. */
  requireHeadingVersion(model: OwningModel, id: string, expectedVersion: number): void;
  /** Says that the act changes what is found on a record: one of an agency that a city role moves, or an entry, which nobody locks. */
  markChanged(agencyId: string, model: CheckedModel, id: string): void;
  /** The records that were locked so far. */
  readonly lockedRecords: ReadonlyMap<string, OwningModel>;
  /** Runs a part of the act that may fail by itself: its writes are undone, and the rest of the act continues. */
  savepoint<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Statements of one folder's own (see `raw-sql.ts`). */
  readonly transaction: RawStatements;
};

const RELEASE = Prisma.sql`RELEASE SAVEPOINT part`;

const forAgencies = () =>
  forbidden('เฉพาะบัญชีของหน่วยงานจึงแก้ไขข้อมูลได้', 'Only an account of an agency changes its records.');

/**
 * Runs one act: a single transaction in which the database knows who acts, in which role, in which act and why, so that it records every
 * changed row. The statements of `work` run one after another; whatever it throws undoes them all. A transaction that lost a race runs
 * again as a whole, and an act that was done before under the same key does not run again.
 */
export async function runInTransaction<Result>(
  context: Context,
  act: Act,
  work: (tx: ActTransaction) => Promise<Result>,
): Promise<Result> {
  const { viewer, tenancy, viaAccountId } = context;
  const role = leadingRole(viewer);
  const account = viewer.account;
  if (!account || role === 'PUBLIC') throw unauthenticated();
  const settings = {
    'app.account': account.id,
    'app.act': act.name,
    'app.role': role,
    'app.reason': act.reason ?? '',
    ...(viaAccountId && { 'app.via': viaAccountId }),
  };
  const ownAgency = (): string => {
    if (!viewer.agency) throw forAgencies();
    return viewer.agency.id;
  };
  let lockedRecords = new Map<string, OwningModel>();
  let changedElsewhere = new Map<string, Map<string, CheckedModel>>();
  const result = await tenancy.transaction(
    scopeOf(viewer),
    settings,
    (transaction) =>
      onlyOnce(transaction, account.id, act.request ?? null, () => {
        lockedRecords = new Map();
        changedElsewhere = new Map();
        return work({
          db: transaction.db,
          deferred: transaction.deferred,
          transaction,
          context,
          accountId: account.id,
          get agencyId() {
            return ownAgency();
          },
          lockedRecords,
          lockShared(model, id) {
            if (lockedRecords.has(id)) return;
            transaction.defer(Prisma.sql`SELECT 1 FROM ${Prisma.raw(`"${model}"`)}
            WHERE "agencyId" = ${ownAgency()}::uuid AND id = ${id}::uuid FOR SHARE`);
            lockedRecords.set(id, model);
          },
          markChanged(agencyId, model, id) {
            const changed = changedElsewhere.get(agencyId) ?? new Map<string, CheckedModel>();
            changedElsewhere.set(agencyId, changed.set(id, model));
          },
          requireRecordVersion: (model, id, expectedVersion) =>
            deferVersionCheck(transaction, viewer, { model, id, expectedVersion, whole: true }),
          requireHeadingVersion: (model, id, expectedVersion) =>
            deferVersionCheck(transaction, viewer, { model, id, expectedVersion, whole: false }),
          async savepoint(part) {
            const lockedBefore = new Set(lockedRecords.keys());
            transaction.defer(Prisma.sql`SAVEPOINT part`);
            try {
              const result = await part();
              // Its last changes succeed or fail with it, not with the next part.
              if (transaction.hasPending()) await transaction.execute(RELEASE);
              else transaction.defer(RELEASE);
              return result;
            } catch (error) {
              await transaction.execute(Prisma.sql`ROLLBACK TO SAVEPOINT part`).catch(() => {
                throw error;
              });
              // The locks that were taken since are gone with it.
              for (const id of lockedRecords.keys()) if (!lockedBefore.has(id)) lockedRecords.delete(id);
              transaction.defer(RELEASE);
              throw error;
            }
          },
        });
      }),
    callerOf(context),
  );
  if (viewer.agency) tenancy.onActCommitted(viewer.agency.id, lockedRecords);
  for (const [agencyId, changed] of changedElsewhere) tenancy.onActCommitted(agencyId, changed);
  return result;
}

type ExpectedVersion = {
  readonly model: OwningModel;
  readonly id: string;
  readonly expectedVersion: number;
  readonly whole: boolean;
};

/** Travels along with what is done next, which is refused with CONFLICT when the record is not at that version. */
function deferVersionCheck(
  { defer }: RawStatements,
  { agency }: Viewer,
  { model, id, expectedVersion, whole }: ExpectedVersion,
): void {
  defer(Prisma.sql`SELECT app.claim_record(${model}::text, ${agency?.id ?? null}::uuid, ${id}::uuid,
    ${expectedVersion}::int, ${whole}::boolean)::text`);
}

/** The end of a change that names the version it expects: CONFLICT when no row was left at that version. `deferred` does it without waiting. */
export async function requireVersion(change: PromiseLike<{ count: number }>): Promise<void> {
  if ((await change).count === 0) throw conflict();
}
