import { RegistryError } from '@registry/schema/base/errors.ts';
import { joinMessages, type Message } from '@registry/schema/base/message.logic.ts';
import { TOKENS_MAX } from '@registry/schema/graphql/limits.ts';
import { type DocumentNode, type GraphQLError, Kind, OperationTypeNode, parse, visit } from 'graphql';
import { messageOf } from '../errors/format-error.ts';

/** A document that may not run within a request, whatever its operation would be allowed by itself. */
const unfit = (th: string, en: string): RegistryError => new RegistryError('GRAPHQL_VALIDATION_FAILED', { th, en });

/** The field of the schema that runs documents. */
const RUNNING = 'runQuery';

/** The parsed document; throws what is wrong with it as a text, or with what kind of operation it holds. */
export function parseNested(text: string): DocumentNode {
  const document = parsedText(text);
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [operation, ...others] = operations;
  if (!operation || others.length > 0)
    throw unfit(
      `คำถามที่บันทึกต้องมีคำสั่งเดียว เอกสารนี้มี ${operations.length} คำสั่ง`,
      `A saved query holds one operation; this document holds ${operations.length}.`,
    );
  if (operation.operation !== OperationTypeNode.QUERY)
    throw unfit(
      `บันทึกได้เฉพาะการสอบถาม ("query") เอกสารนี้เป็น "${operation.operation}"`,
      `Only a query can be saved; this document is a ${operation.operation}.`,
    );
  if (asksToRun(document))
    throw unfit(
      `คำถามที่บันทึกไว้เรียก "${RUNNING}" ซ้อนอีกชั้นไม่ได้`,
      `A saved query does not run another: leave out ${RUNNING}.`,
    );
  return document;
}

/** A document of a text; throws what is wrong with it. */
export function parsedText(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: TOKENS_MAX });
  } catch (error) {
    // The parser recurses into what is nested, and may run out of stack.
    if (!(error instanceof Error)) throw error;
    throw new RegistryError('GRAPHQL_VALIDATION_FAILED', messageOf(error));
  }
}

function asksToRun(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field({ name }) {
      found ||= name.value === RUNNING;
    },
  });
  return found;
}

const registryErrorOf = (error: GraphQLError): RegistryError | null => {
  if (error instanceof RegistryError) return error;
  return error.originalError instanceof RegistryError ? error.originalError : null;
};

/** What a check found, each as a refusal in both languages. */
export const refusalsOf = (problems: readonly GraphQLError[]): RegistryError[] =>
  problems.map((problem) => {
    const known = registryErrorOf(problem);
    if (known) return known.forRequest(false);
    const code = String(problem.extensions.code);
    return new RegistryError(
      code === 'INVALID_INPUT' ? 'INVALID_INPUT' : 'GRAPHQL_VALIDATION_FAILED',
      messageOf(problem),
    );
  });

/** Several refusals as one, by the code of the first. */
export function joinedRefusal(refusals: readonly [RegistryError, ...RegistryError[]]): RegistryError {
  const [first] = refusals;
  const said: readonly Message[] = refusals.map(({ text }) => text);
  return refusals.length === 1
    ? first
    : new RegistryError(
        first.code,
        joinMessages(said),
        refusals.flatMap(({ fields }) => fields),
      );
}
