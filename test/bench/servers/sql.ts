import { fastify } from 'fastify';
import pg from 'pg';
import { announce, environment, settingsOf, tokenVerifier } from './common.ts';
import { runScoped } from './sql/scoped-statement.ts';
import { statements } from './sql/statements.ts';

/** The limit: one hand-written statement per workload, which makes the whole answer, behind as little else as there can be. */
const { databaseUrl, poolSize, ...oidc } = environment();
const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize, application_name: 'bench sql' });
const verify = await tokenVerifier(oidc);
const app = fastify();

for (const { name, text, valuesOf } of statements) {
  app.post(`/${name}`, async (request, reply) => {
    const claims = await verify(request.headers.authorization);
    const answer = await runScoped(pool, settingsOf(claims), { name, text, values: valuesOf(request.body) });
    return reply.header('content-type', 'application/json; charset=utf-8').send(`{"data":${answer}}`);
  });
}

await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
announce(typeof address === 'object' && address ? address.port : 0);
