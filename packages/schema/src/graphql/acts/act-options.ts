import type { InputRef, ObjectRef } from '@pothos/core';
import type { Rule } from '../../access/shield.ts';
import type { ActTransaction } from '../../tenancy/act-transaction.ts';
import type { Types } from '../builder.ts';
import type { GlobalId } from '../global-id.logic.ts';
import type { ActErrors } from './act-errors.ts';

export type ActOptions<Input extends object, Result extends object> = {
  /** Name of the mutation; the audit trail calls the act by it too. */
  readonly name: string;
  /** What it does, Thai · English; who may do it and how it is refused is added from `by` and `errors`. */
  readonly description: string;
  /** Who may do it. */
  readonly by: Rule;
  /** With what it may be refused besides what every act may, and when. */
  readonly errors: ActErrors;
  readonly input: InputRef<Input>;
  readonly payload: ObjectRef<SchemaTypesOf, Result>;
  /** Why it is done, where the input says so; the audit trail keeps it. */
  readonly reason?: (input: Input) => string | null | undefined;
  /** What it removes, where it does: the client is given its id back, to take it out of what it keeps. */
  readonly removes?: (input: Input) => GlobalId;
  /** Does it; what it returns is kept for repeated requests, so it is plain data: ids of what changed. */
  readonly work: (input: Input, tx: ActTransaction) => Promise<Result>;
  /** Name of the mutation that does the same to up to 250 items. */
  readonly bulk?: string;
};

type SchemaTypesOf = PothosSchemaTypes.ExtendDefaultTypes<Types>;
