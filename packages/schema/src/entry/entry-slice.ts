import type { ObjectParam, ObjectRef } from '@pothos/core';
import type { PublicationChannel } from '@registry/prisma/generated/client/enums.ts';
import type { FieldProblem, Message } from '../base/message.logic.ts';
import type { Types } from '../graphql/builder.ts';
import type { EntryModel } from '../tenancy/derivation.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import type { EntryStatusName } from './entry.logic.ts';

type SchemaTypes = PothosSchemaTypes.ExtendDefaultTypes<Types>;

export type EntryState = { readonly id: string; readonly agencyId: string; readonly status: EntryStatusName };

/** Where an entry has to stand to be changed: the row, at the version and in the status that it was seen in. */
export type EntryPlace = { readonly id: string; readonly version: number; readonly status: EntryStatusName };

/** What a step writes: every kind of entry has these columns. */
export type EntryMove = {
  readonly status: EntryStatusName;
  readonly version: { readonly increment: 1 };
  readonly publishedOn?: Date;
  readonly publicationChannels?: PublicationChannel[];
  readonly publicationAddress?: string;
};

type Change = PromiseLike<{ count: number }>;

/** What the shared acts have to know of a kind of entry; each slice says it once. */
export type EntrySlice = {
  /** Name of the GraphQL type and of the table; the acts are named by it. */
  readonly model: EntryModel;
  readonly nameTh: string;
  readonly nameEn: string;
  /** Who alone sees it once it is confirmed; absent where the centre and analysts do. What is confidential is never published. */
  readonly confidentialTo?: 'CENTRE' | 'AGENCY';
  readonly ref: ObjectParam<SchemaTypes>;
  readonly payload: ObjectRef<SchemaTypes, { id: string }>;
  /** Its entries by their ids: those that are in the viewer's scope. */
  readonly find: (db: ScopedDb, ids: string[]) => PromiseLike<readonly EntryState[]>;
  readonly move: (db: ScopedDb, where: EntryPlace, data: EntryMove) => Change;
  readonly remove: (db: ScopedDb, where: EntryPlace) => Change;
  /** What names each, so that it cannot be removed, by id; absent where nothing does. */
  readonly namedBy?: (db: ScopedDb, ids: string[]) => Promise<ReadonlyMap<string, readonly Message[]>>;
  /** What is missing or wrong before each can be confirmed, by id; absent where whatever was written may be. */
  readonly missing?: (db: ScopedDb, ids: string[]) => Promise<ReadonlyMap<string, readonly FieldProblem[]>>;
};
