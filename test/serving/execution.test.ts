import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Viewer } from '@registry/schema/base/viewer.logic.ts';
import { createExecutionPlan } from '@registry/schema/execution/execution-plan.ts';
import { executePlan } from '@registry/schema/execution/executor.ts';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { schema } from '@registry/schema/schema.ts';
import * as fc from 'fast-check';
import { execute, parse, validate } from 'graphql';
import { asSuperuser } from '../kit/database-copy.ts';
import { generated } from '../kit/generated.ts';
import { targetsOf } from '../kit/world.ts';
import { DocumentWriter, type Known } from './execution-documents.ts';
import { openWorld, type World } from './execution-world.ts';

/** How many documents are asked; `GENERATED=20 npm test -- serving/execution` asks many. */
const DOCUMENTS = generated(250);
const PLAIN_MIN = 0.5;

const asking = [
  null,
  'sample-1-viewer',
  'chomthong-approver',
  'thonburi-editor',
  'centre',
  'analyst',
  'auditor',
  'city-admin',
];
const types = ['Risk', 'Plan', 'Project', 'Mitigation', 'DelegationOrder', 'SwotItem', 'RiskRegister', 'Finding'];

let world: World;
let viewers: Viewer[];
let known: Known;

beforeAll(async () => {
  world = await openWorld();
  viewers = await Promise.all(asking.map((persona) => world.viewer(persona)));
  const { database } = world;
  const agencies = await asSuperuser<{ id: string; code: string }>(database.superuser, 'SELECT id, code FROM "Agency"');
  const rows = [...(await targetsOf(database, types)), ...agencies.map(({ id }) => ({ type: 'Agency', id }))];
  known = {
    ids: rows.map(({ type, id }) => encodeGlobalId(type, id)),
    agencyCodes: agencies.map(({ code }) => code),
  };
});
afterAll(() => world.stop());

it('answers what graphql-js answers, for documents of every make and whoever asks', async () => {
  const counted = { documents: 0, planned: 0, copied: 0, refused: 0 };
  const reasons = new Map<string, number>();
  const seed = randomInt(2 ** 31);
  await fc.assert(
    fc.asyncProperty(
      fc.gen(),
      fc.array(fc.constantFrom(...viewers), { minLength: 2, maxLength: 2 }),
      async (g, askers) => {
        const { text, variables } = new DocumentWriter(g, known).write();
        const document = parse(text);
        fc.pre(validate(schema, document).length === 0);
        counted.documents += 1;
        const { plan } = createExecutionPlan(schema, document);
        if (!plan) return;
        counted.planned += 1;
        // What a plan learns when it is first executed must hold for whoever asks next.
        for (const [turn, viewer] of askers.entries()) {
          const request = () => ({ document, variableValues: variables, contextValue: world.contextFor(viewer) });
          const ours = await executePlan(plan, request()).catch((error: unknown) => {
            const reason = String(error);
            reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
            return null;
          });
          if (!ours) continue;
          if (turn === 0) counted.copied += 1;
          if (turn === 0 && ours.errors) counted.refused += 1;
          const theirs = JSON.stringify(await execute({ schema, ...request() }));
          if (JSON.stringify(ours) !== theirs)
            throw new Error(
              `${asking[viewers.indexOf(viewer)]} asked ${text}\nand got ${JSON.stringify(ours)}\nin place of ${theirs}`,
            );
        }
      },
    ),
    { numRuns: DOCUMENTS, seed, endOnFailure: true },
  );
  const percent = (part: number) => `${((100 * part) / counted.documents).toFixed(1)} %`;
  console.info(
    [
      `${counted.documents} documents, seed ${seed}: no difference`,
      `${percent(counted.planned)} planned, ${percent(counted.copied)} answered by the plan, ${counted.refused} of them refusals`,
      ...[...reasons].map(([reason, times]) => `left to graphql-js ${times} times: ${reason}`),
    ].join('\n'),
  );
  expect(counted.copied / counted.documents).toBeGreaterThanOrEqual(PLAIN_MIN);
}, 3_600_000);
