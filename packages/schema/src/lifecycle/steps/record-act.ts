import type { ActErrors } from '../../graphql/acts/act-errors.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import type { InputFieldBuilder } from '../../graphql/inputs/input-field-builder.ts';
import type { RecordSlice } from '../record/record-slice.ts';

/** With what every step of a record may be refused. */
export const stepErrors: ActErrors = { NOT_FOUND: true, ILLEGAL_TRANSITION: true };

/** The name of a kind as the beginning of a phrase: Thai goes on without a space, but not behind Latin letters. */
export const nameBefore = ({ nameTh }: RecordSlice): string => (/[A-Za-z]$/.test(nameTh) ? `${nameTh} ` : nameTh);

/** The record of an act, at the version at which the client saw it. */
export const recordAtVersion = ({ ref, nameTh, nameEn }: RecordSlice, t: InputFieldBuilder) => ({
  id: t.globalID({ for: ref, required: true, description: `รหัสของ${nameTh} · The ${nameEn}.` }),
  ...atVersion(t, nameEn, { withParts: true }),
});
