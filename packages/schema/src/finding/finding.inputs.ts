import { atVersion } from '../graphql/inputs/at-version.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import { Finding } from './finding.type.ts';

/** Which finding, as the user saw it. */
export const findingAtVersion = (t: InputFieldBuilder) => ({
  findingId: t.globalID({ for: Finding, required: true, description: 'ข้อสังเกต · The finding.' }),
  ...atVersion(t, 'finding'),
});
