import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../sign-in/create-context.ts';
import { createDocumentStore } from './document-store.ts';

/**
 * Gives Apollo documents that come again as they were parsed before. A store given to Apollo itself would do the same, but at each start the whole
 * schema would be printed, to tell its documents from those of other schemas.
 */
export function keptDocuments(): ApolloServerPlugin<RequestContext> {
  const store = createDocumentStore();
  return {
    requestDidStart: async () => ({
      async didResolveSource(request) {
        const document = await store.get(request.queryHash);
        // Apollo parses only what is not there yet.
        if (document) Object.assign(request, { document });
      },
      async parsingDidStart(request) {
        return async () => {
          if (request.document) await store.set(request.queryHash, request.document);
        };
      },
    }),
  };
}
