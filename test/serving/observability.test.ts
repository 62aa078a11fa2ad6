import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { machineryOn, switchesOfThisRun } from '../kit/switches.ts';

const lines: any[] = [];
let registry: Registry;
beforeAll(async () => {
  const logger = pino({ level: 'debug' }, { write: (line) => lines.push(JSON.parse(line)) });
  registry = await startRegistry({
    logger,
    responseCacheMb: 0,
    switches: machineryOn,
  });
});
afterAll(async () => registry.stop());

const editor = (query: string, variables?: Record<string, unknown>) => registry.as('sample-1-editor')(query, variables);

/** The line that the log has of a request. */
const traceOf = ({ headers }: { headers: Readonly<Record<string, unknown>> }) => {
  const found = lines.filter(({ msg, requestId }) => msg === 'graphql trace' && requestId === headers['x-request-id']);
  expect(found).toHaveLength(1);
  return found[0];
};

describe('the debug line of a request', () => {
  it('has its statements, by what it was executed, and the time of each', async () => {
    const trace = traceOf(await editor('query Some { risks(first: 3) { edges { node { code } } } }'));
    expect(trace).toMatchObject({ operation: null, execution: 'plan', statements: 2 });
    expect(trace.batches).toHaveLength(1);
    expect(trace.batches[0].sql[1]).toMatch(/^SELECT .* FROM "Risk" /);
    expect(trace.batches[0].ms).toBeGreaterThan(0);
    expect(trace.batches[0].waitMs).toBeGreaterThanOrEqual(0);
    expect(trace.ms).toBeGreaterThanOrEqual(trace.batches[0].ms);
  });

  it('says why graphql-js executed it', async () => {
    const answer = await editor('query ($is: Boolean!) { risks(first: 1) @include(if: $is) { totalCount } }', {
      is: true,
    });
    expect(traceOf(answer).execution).toBe('graphql-js: directive');
  });

  it('has every batch of an act, and nothing that was given', async () => {
    const { data } = await editor(
      '{ risks(first: 1, where: {register: {status: {in: [DRAFT, APPROVED, PUBLISHED]}}}) { edges { node { id version } } } }',
    );
    const { id, version } = data.risks.edges[0].node;
    const justificationTh = 'เหตุผลที่ไม่ควรปรากฏในบันทึก';
    const act = 'mutation ($input: AssessRiskInput!) { assessRisk(input: $input) { risk { version } } }';
    const place = { riskId: id, expectedVersion: version, phase: 'RESIDUAL', likelihood: 2, impact: 3 };
    const answer = await editor(act, { input: { ...place, justificationTh } });
    expect(answer.errors).toEqual([]);
    const trace = traceOf(answer);
    expect(trace.execution).toBe('graphql-js: not a query');
    const statements = trace.batches.flatMap(({ sql }: { sql: string[] }) => sql);
    expect(statements).toEqual(expect.arrayContaining(['BEGIN', 'COMMIT']));
    expect(JSON.stringify(lines)).not.toContain(justificationTh);
  });

  it('has no value of a condition', async () => {
    const answer = await editor('{ risks(first: 1, search: "ลับเฉพาะ") { totalCount } }');
    expect(answer.errors).toEqual([]);
    expect(traceOf(answer).statements).toBeGreaterThan(0);
    expect(JSON.stringify(lines)).not.toContain('ลับเฉพาะ');
  });

  it('is written for nobody at another level', async () => {
    const quiet: string[] = [];
    const other = await startRegistry({
      database: registry.database,
      logger: pino({ level: 'info' }, { write: (line) => quiet.push(line) }),
    });
    await other.as('sample-1-editor')('{ risks(first: 1) { totalCount } }');
    await other.stop();
    expect(quiet.join()).toContain('"msg":"graphql"');
    expect(quiet.join()).not.toContain('SELECT');
  });
});

describe('the counters', () => {
  const textOf = async (of = registry) => (await of.http({ url: '/metrics' })).body;

  it('tell how operations were executed and what clients were told', async () => {
    await editor('{ nothing }');
    const text = await textOf();
    expect(text).toMatch(/^# TYPE registry_operations_total counter$/m);
    expect(text).toMatch(/^registry_operations_total\{fallback="none"\} [1-9]/m);
    expect(text).toMatch(/^registry_operations_total\{fallback="directive"\} 1$/m);
    expect(text).toMatch(/^registry_errors_total\{code="GRAPHQL_VALIDATION_FAILED"\} 1$/m);
  });

  it('tell what was left to Prisma, and why', async () => {
    const other = await startRegistry({ database: registry.database, switches: { compiledReads: false } });
    expect((await other.as('sample-1-editor')('{ risks(first: 1) { totalCount } }')).errors).toEqual([]);
    expect(await textOf(other)).toMatch(/^registry_prisma_reads_total\{reason="switched off"\} [1-9]/m);
    await other.stop();
  });

  it('are served where they were asked for alone', async () => {
    const other = await startRegistry({ database: registry.database, metrics: false });
    expect((await other.http({ url: '/metrics' })).statusCode).toBe(404);
    await other.stop();
  });
});

it('serves as it was told by what is switched', () => {
  expect(switchesOfThisRun).toEqual({
    compiledReads: process.env.COMPILED_READS !== '0',
    plainExecution: process.env.PLAIN_EXECUTION !== '0',
  });
});
