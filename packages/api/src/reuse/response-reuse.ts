import {
  type ApolloServerPlugin,
  type GraphQLRequest,
  type GraphQLRequestListener,
  HeaderMap,
  type HTTPGraphQLRequest,
} from '@apollo/server';
import { todayInBangkok } from '@registry/schema/base/today.logic.ts';
import { type Sharing, sharingOfOperation } from '@registry/schema/graphql/reusable.ts';
import { dataVersion } from '@registry/schema/tenancy/data-version.ts';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';
import type { RequestContext } from '../sign-in/create-context.ts';
import { AnswerCache, type KeptAnswer } from './answer-cache.ts';
import { tagOf } from './entity-tag.ts';
import { reuseKey } from './reuse-key.ts';

/** An answer that may be given again, as it is sent. */
export type ReusableAnswer = Pick<KeptAnswer, 'bytes' | 'tag'> & { readonly isReused: boolean };

export type ResponseReuse = {
  readonly plugin: ApolloServerPlugin<RequestContext>;
  /** Whether the answer to a request is kept, or was. */
  isKept(request: GraphQLRequest): boolean;
  /** The bytes to send for what Apollo answered, and keeps them; null when the answer is not to be given again. */
  finish(request: HTTPGraphQLRequest, answered: { status?: number; text: string }): ReusableAnswer | null;
};

type Look = { readonly key: string; readonly version: string; readonly kept: KeptAnswer | undefined };

const MEGABYTE = 1_048_576;

/**
 * Returns cached answers while the data is the same. It looks after the request's limits were checked and before its resolvers run; an
 * answer that it finds was made under the same rules for the same scope and roles.
 *
 * The data version is read before the answer is computed. An answer may therefore be newer than its version, but never older. See
 * docs/decisions/0011-response-reuse.md.
 */
export function createResponseReuse(megabytes: number, logger: Logger): ResponseReuse {
  const answers = new AnswerCache(megabytes * MEGABYTE);
  // Apollo copies the context of a request, but hands the request itself through.
  const looks = new WeakMap<HTTPGraphQLRequest, Look>();

  const versionFor = async (context: RequestContext): Promise<string | null> => {
    const today = todayInBangkok().getTime();
    try {
      const version = await dataVersion(context);
      return version && `${today} ${version}`;
    } catch (error) {
      // Whatever is wrong with the database the query itself will meet, and say properly.
      logger.debug({ err: error }, 'the version of the data is not known');
      return null;
    }
  };

  const listener: GraphQLRequestListener<RequestContext> = {
    async responseForOperation({ schema, document, operation, request, queryHash, contextValue }) {
      const sharing = sharingIn(schema, document, operation);
      if (sharing === null || !request.http || queryHash === undefined) return null;
      const version = await versionFor(contextValue);
      if (version === null) return null;
      const { viewer, readsOnly = false, language } = contextValue;
      const { operationName = null, variables = {} } = request;
      const key = reuseKey({ viewer, readsOnly, sharing, language, document: queryHash, operationName, variables });
      const kept = answers.get(key, version);
      looks.set(request.http, { key, version, kept });
      // Only its place is filled here: `finish` puts the bytes into it.
      return kept
        ? { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data: null } } }
        : null;
    },
    async willSendResponse({ request, response: { body } }) {
      const isWhole = body.kind === 'single' && !body.singleResult.errors;
      if (!isWhole && request.http) looks.delete(request.http);
    },
  };

  return {
    plugin: { requestDidStart: async () => listener },
    isKept: ({ http }) => http !== undefined && looks.has(http),
    finish(request, { status = 200, text }) {
      const look = looks.get(request);
      if (!look || status !== 200) return null;
      const { key, version, kept } = look;
      if (kept) return { bytes: kept.bytes, tag: kept.tag, isReused: true };
      const bytes = Buffer.from(text, 'utf8');
      const answer = { version, bytes, tag: tagOf(bytes) };
      answers.set(key, answer);
      return { ...answer, isReused: false };
    },
  };
}

/** Apollo caches parsed documents, so each operation is analysed once. */
const sharings = new WeakMap<OperationDefinitionNode, Sharing | null>();

function sharingIn(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Sharing | null {
  const known = sharings.get(operation);
  if (known !== undefined) return known;
  const sharing = sharingOfOperation(schema, document, operation);
  sharings.set(operation, sharing);
  return sharing;
}
