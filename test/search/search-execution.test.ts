import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createExecutionPlan } from '@registry/schema/execution/execution-plan.ts';
import { executePlan } from '@registry/schema/execution/executor.ts';
import { schema } from '@registry/schema/schema.ts';
import { execute, parse } from 'graphql';
import { openWorld, type World } from '../serving/execution-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.stop());

const risk =
  '... on Risk { code titleTh level agency { code } mitigations { measureTh status } register { fiscalYear } }';
const asked = [
  `search(text: $text, kinds: [RISK], first: 20) { totalCount isTotalExact edges { score node { ${risk} } } }`,
  `search(text: $text, first: 20) { edges { node { __typename id ${risk} ... on Plan { titleTh projects(first: 2) { totalCount } } ... on Agency { nameTh } } } }`,
  `search(text: $text, kinds: [RISK, MITIGATION], first: 9) { edges { highlights { field parts { text isHit } } node { ... on Risk { code } ... on Mitigation { risk { code } } } } }`,
  `search(text: $text, kinds: [RISK], first: 5) { edges { one: node { ... on Risk { code } } other: node { ... on Risk { titleEn level } } } }
   again: search(text: $text, kinds: [RISK], first: 3) { edges { node { ... on Risk { titleTh } } } }`,
];
const texts = ['ทุจริต', 'การจัดซื้อจัดจ้าง', 'procurement', 'ไม่มีคำนี้อยู่ที่ใด', ''];
const asking = ['sample-1-viewer', 'chomthong-viewer', 'centre', 'auditor'];

it('copies what was found into the answer, as graphql-js answers it, whoever asks', async () => {
  const answered = { hits: 0, refused: 0 };
  for (const fields of asked) {
    const document = parse(`query Asked($text: String!) { ${fields} }`);
    const { plan, fallback } = createExecutionPlan(schema, document);
    if (!plan) throw new Error(`${fields} has no plan: ${fallback}`);
    for (const text of texts) {
      for (const persona of asking) {
        const viewer = await world.viewer(persona);
        const request = () => ({ document, variableValues: { text }, contextValue: world.contextFor(viewer) });
        const ours = JSON.stringify(await executePlan(plan, request()));
        expect([persona, text, ours]).toEqual([persona, text, JSON.stringify(await execute({ schema, ...request() }))]);
        if (ours.includes('"errors"')) answered.refused += 1;
        else answered.hits += ours.split('"node":{').length - 1;
      }
    }
  }
  // An auditor reads no records, and an empty text seeks nothing.
  expect(answered.refused).toBe(asked.length * (texts.length + asking.length - 1));
  expect(answered.hits).toBeGreaterThan(100);
});
