import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { RequestContext } from '../create-context.ts';

/** A subscription by POST has nowhere to send its events: it is told where to go. */
export const subscriptionsElsewhere: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    async didResolveOperation({ operation }) {
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return;
      throw new GraphQLError('Subscriptions go over a WebSocket (graphql-transport-ws) at /graphql.', {
        extensions: { code: ApolloServerErrorCode.BAD_REQUEST, http: { status: 400 } },
      });
    },
  }),
};
