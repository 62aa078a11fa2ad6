import type { RecordSlice } from '../record/record-slice.ts';
import { recordAmendment } from './amend-record.ts';
import { recordPublication } from './publish-record.ts';
import { recordFields } from './record-fields.ts';
import { recordReturn } from './return-record.ts';
import { recordSteps } from './step-record.ts';

/** What a kind of record's life cycle gives it: its fields, and the mutations submit, return, revise, approve, publish, amend, close. */
export function recordActs(slice: RecordSlice): void {
  recordFields(slice);
  recordSteps(slice);
  recordReturn(slice);
  recordPublication(slice);
  recordAmendment(slice);
}
