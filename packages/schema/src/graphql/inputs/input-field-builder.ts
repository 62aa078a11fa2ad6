import type { Types } from '../builder.ts';

/** What builds the fields of an input. */
export type InputFieldBuilder = PothosSchemaTypes.InputFieldBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<Types>,
  'InputObject'
>;
