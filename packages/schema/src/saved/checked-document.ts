import { createHash } from 'node:crypto';
import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { objectsIn } from '../base/objects-in.logic.ts';
import { type Check, TEXT_MAX } from '../graphql/inputs/check.ts';
import { SAVED_OBJECTS_MAX } from '../graphql/limits.ts';
import type { Context } from '../tenancy/context.ts';
import { givenVariables } from './given-variables.ts';

type Given = { readonly document: string; readonly variables?: unknown };

/** Letters of the values of all variables that are kept with a document. */
const VARIABLES_MAX = 5 * TEXT_MAX;

/** A document as it is kept, with what is wrong with it by the schema of today: for the one who saves it, and with its values. */
export async function checkedDocument(check: Check, { document, variables }: Given, context: Context) {
  const given = givenVariables(variables);
  const text = JSON.stringify(given);
  if (text.length > VARIABLES_MAX)
    check.add(
      'variables',
      `ค่าตัวแปรยาวรวมกันเกิน ${VARIABLES_MAX} ตัวอักษร`,
      `The values of the variables are longer than ${VARIABLES_MAX} characters.`,
    );
  if (objectsIn(given) > SAVED_OBJECTS_MAX)
    check.add(
      'variables',
      `ค่าตัวแปรมีวัตถุเกิน ${SAVED_OBJECTS_MAX} วัตถุ`,
      `The values of the variables hold more than ${SAVED_OBJECTS_MAX} objects.`,
    );
  for (const { code, text: fault } of await context.nested.faultsOf({ document, variables: given }, context)) {
    const field = code === 'INVALID_INPUT' ? 'variables' : 'document';
    check.add(field, `${field}: ${fault.th}`, `${field}: ${fault.en}`);
  }
  const kept: Prisma.InputJsonObject = JSON.parse(text);
  return { document, documentHash: createHash('sha256').update(document).digest('hex'), variables: kept };
}
