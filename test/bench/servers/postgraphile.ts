import { createServer } from 'node:http';
import { PgAggregatesPreset } from '@graphile/pg-aggregates';
import { grafserv } from 'grafserv/node';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';
import { announce, environment, settingsOf, tokenVerifier } from './common.ts';
import { countAggregate } from './postgraphile/count-aggregate.ts';

/** The peer: PostGraphile 5 over the same tables, as its manual sets it up for production. */
const { databaseUrl, poolSize, ...oidc } = environment();
const verify = await tokenVerifier(oidc);

const preset: GraphileConfig.Preset = {
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset, PgAggregatesPreset],
  plugins: [countAggregate],
  pgServices: [
    makePgService({
      schemas: ['public', 'bench'],
      pool: new pg.Pool({ connectionString: databaseUrl, max: poolSize, application_name: 'bench postgraphile' }),
    }),
  ],
  schema: {
    // Lists beside connections, as our own schema has them; filters through relations, as Q2 asks.
    defaultBehavior: '+connection +list',
    connectionFilterRelations: true,
    connectionFilterComputedColumns: false,
    connectionFilterSetofFunctions: false,
  },
  grafast: {
    explain: false,
    // The scope of a request, from the claims of its token; PostGraphile sets it for the transaction of every statement.
    context: async ({ node }) => ({ pgSettings: settingsOf(await verify(node?.req.headers.authorization)) }),
  },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false, websockets: false },
};

const pgl = postgraphile(preset);
const served = pgl.createServ(grafserv);
const server = createServer();
await served.addTo(server);
await served.ready();
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
announce(typeof address === 'object' && address ? address.port : 0);
