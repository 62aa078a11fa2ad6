import type { ObjectParam, ObjectRef } from '@pothos/core';
import type { RecordKind } from '@registry/prisma/generated/client/enums.ts';
import type { Types } from '../../graphql/builder.ts';
import type { OwningModel } from '../../tenancy/derivation.ts';
import type { ScopedDb } from '../../tenancy/scoped-db.ts';
import type { RecordStatusName } from '../lifecycle.logic.ts';
import type { MissingPart } from './missing-part.logic.ts';

type SchemaTypes = PothosSchemaTypes.ExtendDefaultTypes<Types>;

/** A record as its life cycle sees it. */
export type LifecycleRecord = {
  readonly id: string;
  readonly agencyId: string;
  readonly status: RecordStatusName;
  readonly isAmendment: boolean;
  readonly fiscalYear: number;
  /** The last fiscal year that it is about. */
  readonly lastYear: number;
  /** What its editions are called. */
  readonly titleTh: string;
};

/** The column of changes, editions and comments that points to a record of this kind. */
export type RecordLink =
  | { readonly planId: string }
  | { readonly analysisId: string }
  | { readonly registerId: string }
  | { readonly reportId: string };

/** What is missing or unfinished of records, by their ids; nothing of one that is not named. */
export type PartsById = ReadonlyMap<string, readonly MissingPart[]>;

/** What the life cycle has to know of a kind of record; each slice says it once. */
export type RecordSlice = {
  /** Name of the GraphQL type and of the table. */
  readonly model: Extract<OwningModel, 'Plan' | 'SwotAnalysis' | 'RiskRegister' | 'YearReport'>;
  readonly kind: RecordKind;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly ref: ObjectParam<SchemaTypes>;
  readonly payload: ObjectRef<SchemaTypes, { id: string }>;
  readonly link: (id: string) => RecordLink;
  /** Its records by their ids: those that are in the viewer's scope. */
  readonly find: (db: ScopedDb, ids: string[]) => Promise<readonly LifecycleRecord[]>;
  /** Moves the record to a status if it still has the one that it had. */
  readonly move: (
    db: ScopedDb,
    place: { id: string; status: RecordStatusName },
    to: RecordStatusName,
  ) => PromiseLike<{ count: number }>;
  /** Everything that is still missing before each can be submitted, by id. */
  readonly missing: (db: ScopedDb, ids: string[]) => Promise<PartsById>;
  /** What of that is required at publication too, by code: a record may have lost it since it was submitted; absent where the year's work cannot affect it. */
  readonly neededToPublish?: ReadonlySet<string>;
  /** Notes the day of the announcement on a record that keeps it. */
  readonly announce?: (db: ScopedDb, id: string, day: Date) => Promise<unknown>;
  /** What is not at its end yet, and is in the way of closing each; absent where a record has nothing that ends by itself. */
  readonly unfinished?: (db: ScopedDb, ids: string[]) => Promise<PartsById>;
  /** The items that the centre comments on one by one. */
  readonly items: {
    readonly ref: ObjectParam<SchemaTypes>;
    readonly column: 'riskId' | 'projectId' | 'itemId' | 'reportItemId';
    /** Which of these ids are items of the record. */
    readonly among: (db: ScopedDb, recordId: string, ids: string[]) => Promise<readonly { id: string }[]>;
  };
};

/**
 * The kinds have the same columns and relations here, so that the compiler may take each for a register: over the union of their models
 * Pothos' types would be looked up once for every combination.
 */
export const isRegisterLike = (_model: RecordSlice['model']): _model is 'RiskRegister' => true;
