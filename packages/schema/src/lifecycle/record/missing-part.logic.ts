import type { FieldProblem } from '../../base/message.logic.ts';

/** Something that is missing before a record can be submitted or closed, by its path in the record, whose lists count from 0 in the order in which they are read. */
export type MissingPart = FieldProblem & { readonly code: string; readonly nodeId: string | null };
