import type { ApolloServerPlugin } from '@apollo/server';
import { refused } from '@registry/schema/graphql/limits/refusals.ts';
import { OperationTypeNode } from 'graphql';
import type { RequestContext } from '../sign-in/create-context.ts';

/** A subscription by POST cannot receive events: its refusal names the right address. */
export const subscriptionsElsewhere: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    async didResolveOperation({ operation }) {
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return;
      throw refused('BAD_REQUEST', {
        th: 'การติดตามต้องเปิดที่ "/graphql" ผ่าน "WebSocket" ("graphql-transport-ws")',
        en: 'Subscriptions go over a WebSocket (graphql-transport-ws) at /graphql.',
      });
    },
  }),
};
