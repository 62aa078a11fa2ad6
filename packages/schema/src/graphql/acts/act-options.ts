import type { InputRef, ObjectRef } from '@pothos/core';
import type { Rule } from '../../access/shield.ts';
import type { ActTransaction } from '../../tenancy/act-transaction.ts';
import type { Types } from '../builder.ts';
import type { GlobalId } from '../global-id.logic.ts';
import type { ActErrors } from './act-errors.ts';
import type { Standing } from './standing.ts';

export type ActOptions<Input extends object, Result extends object> = {
  /** Name of the mutation; the audit trail calls the act by it too. */
  readonly name: string;
  /** What it does, Thai · English; the permissions and refusals are added from `by` and `errors`. */
  readonly description: string;
  /** Who may do it. */
  readonly by: Rule;
  /** What it is done on, and when that refuses it: `onWhen` with the guard that the work asks, `onAny`, `onOwnAgency` or `onCity`. */
  readonly on: Standing;
  /** With what it may be refused besides what every act may, and when. */
  readonly errors: ActErrors;
  readonly input: InputRef<Input>;
  readonly payload: ObjectRef<SchemaTypesOf, Result>;
  /** The reason, where the input has one, for the audit trail. */
  readonly reason?: (input: Input) => string | null | undefined;
  /** What it removes, if anything: the client gets the id back, to remove it from its cache. */
  readonly removes?: (input: Input) => GlobalId;
  /** The work; its result is stored for repeated requests, so it is plain data: ids of what changed. */
  readonly work: (input: Input, tx: ActTransaction) => Promise<Result>;
  /** Name of the mutation that does the same to up to 250 items. */
  readonly bulk?: string;
};

type SchemaTypesOf = PothosSchemaTypes.ExtendDefaultTypes<Types>;
