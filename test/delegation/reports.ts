import type { Registry } from '../kit/registry.ts';

const report =
  'monthlyReport { id version month dueOn filedOn provisionalOn notUsed state remarksTh recipient { code } delegate { code } uses { count totalAmount maxAmount exceptionsTh power { id } } }';

/** Files or corrects a report as the editor of the first sample agency. */
export const reportAsEditor = (registry: Registry, name: string, input: Record<string, unknown>) =>
  registry.person('sample-1-editor').tries(name, input, report);

/** A use of a power as it is reported. */
export const useOf = (powerId: string, part: Record<string, unknown> = {}) => ({
  powerId,
  count: 2,
  totalAmount: '3000.50',
  maxAmount: '2000',
  ...part,
});

export async function reportsExpected(registry: Registry, id: string, until?: string): Promise<any> {
  const { data, errors } = await registry.as('sample-1-viewer')(
    'query ($id: ID!, $until: Date) { node(id: $id) { ... on DelegationOrder { reportsExpected(until: $until) { month dueOn state delegate { code } report { id } } } } }',
    { id, until },
  );
  return errors.length > 0 ? errors[0]?.extensions : data.node.reportsExpected;
}
