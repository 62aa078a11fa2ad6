import type { Person } from '../kit/person.ts';

/** A step on the record as it is now. */
export async function step({ ask }: Person, verb: string, form: string, id: string, more = {}) {
  const [model, record] = form.includes('Plan') ? ['Plan', 'plan'] : ['RiskRegister', 'riskRegister'];
  const query = `query ($id: ID!) { node(id: $id) { ... on ${model} { version } } }`;
  const { version } = (await ask(query, { id })).data.node;
  const answer = await ask(`mutation ($input: ${form}!) { ${verb}${model}(input: $input) { ${record} { status } } }`, {
    input: { id, expectedVersion: version, ...more },
  });
  if (answer.errors.length > 0) throw new Error(answer.text);
  return answer.data[`${verb}${model}`][record].status;
}
