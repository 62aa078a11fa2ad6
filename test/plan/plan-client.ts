import { nodes, type Registry } from '../kit/registry.ts';

export type At = { readonly id: string; readonly version: number; readonly status: string };

/** Does an act as a persona, and answers with the chosen fields of its payload. */
export const doing =
  (registry: Registry) =>
  async (persona: string, act: string, input: Record<string, unknown>, answer = 'plan { id version status }') => {
    const { data, errors } = await registry.person(persona).tries(act, input, answer);
    return { done: data?.[act] ?? null, errors };
  };

export async function draftPlan(act: ReturnType<typeof doing>, persona: string, titleTh: string): Promise<At> {
  const { done, errors } = await act(persona, 'draftPlan', { titleTh, fiscalYearFrom: '๒๕๗๑', fiscalYearTo: 2573 });
  if (errors[0]) throw new Error(errors[0].message);
  return done.plan;
}

export async function planOf(registry: Registry, persona: string): Promise<At> {
  const { data } = await registry.as(persona)(
    '{ plans(first: 5, orderBy: {field: fiscalYearFrom}) { edges { node { id version status } } } }',
  );
  return nodes(data.plans)[0];
}

export async function projectsOf(registry: Registry, persona: string, planId: string, fields: string): Promise<any[]> {
  const { data, errors } = await registry.as(persona)(
    `query ($id: ID!) { node(id: $id) { ... on Plan { projects(first: 100) { edges { node { ${fields} } } } } } }`,
    { id: planId },
  );
  if (errors[0]) throw new Error(errors[0].message);
  return nodes(data.node.projects);
}
