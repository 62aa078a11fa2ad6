import { createServer } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import { makeExecutableSchema } from '@graphql-tools/schema';
import express from 'express';
import { applyMiddleware } from 'graphql-middleware';
import { rule, shield } from 'graphql-shield';
import { loadersOf } from './apollo/loaders.ts';
import { type Context, resolvers } from './apollo/resolvers.ts';
import { typeDefs } from './apollo/schema.ts';
import { openPrisma, scopedClient } from './apollo/scoped-client.ts';
import { announce, environment, tokenVerifier } from './common.ts';

/** Apollo as its manuals put it together: Express, a shield rule on every field, Prisma, a loader per relation. */
const { databaseUrl, poolSize, ...oidc } = environment();
const verify = await tokenVerifier(oidc);
const prisma = openPrisma(databaseUrl, poolSize);

const isSignedIn = rule({ cache: 'contextual' })(
  async (_parent, _args, { claims }: Context) => claims.accountId !== '',
);
const isCentre = rule({ cache: 'contextual' })(async (_parent, _args, { claims }: Context) => claims.role === 'CENTRE');
const permissions = shield(
  { Query: { centre: isCentre }, Centre: isCentre },
  { fallbackRule: isSignedIn, allowExternalErrors: true },
);

const schema = applyMiddleware(makeExecutableSchema({ typeDefs, resolvers }), permissions);
const server = new ApolloServer<Context>({ schema, introspection: false });
await server.start();

const app = express();
app.use(
  '/graphql',
  express.json(),
  expressMiddleware(server, {
    context: async ({ req }) => {
      const claims = await verify(req.headers.authorization);
      const db = scopedClient(prisma, claims);
      return { claims, db, loaders: loadersOf(db) };
    },
  }),
);

const http = createServer(app);
await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
const address = http.address();
announce(typeof address === 'object' && address ? address.port : 0);
