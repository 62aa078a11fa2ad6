import { expect } from '@jest/globals';
import type { Registry } from '../kit/registry.ts';
import { position } from './orders.ts';

/** What is asked about a power. */
export const authorityQuery = `query ($agency: String!, $position: ID!, $verb: PowerVerb!, $area: ProcessArea!, $amount: Decimal, $on: Date) {
  authority(agencyCode: $agency, position: $position, verb: $verb, processArea: $area, amount: $amount, on: $on) {
    may ceilingAmount reason explanationTh explanationEn
    brokenAt { ...step } chain { ...step } } }
  fragment step on AuthorityStep { kind subDelegable ceilingAmount position { code } from { code }
    order { orderNo } power { id lineNo } statutoryPower { id basisTh } appointment { capacity basisTh } }`;

/** Who is asked about: a position of an agency, a power, an amount and a day. */
export type Question = { agency?: string; code: string; verb?: string; area?: string; amount?: string; on?: string };

/** Asks about authority at one registry: the answer as it came, the authority in it, or whether it is held and why not. */
export function authorityAt(registry: () => Registry) {
  const ask = (
    { agency = 'SAMPLE-1', code, verb = 'APPROVE', area = 'ALLOWANCE_CLAIM', ...rest }: Question,
    persona = 'sample-1-viewer',
  ) => registry().as(persona)(authorityQuery, { agency, position: position(code, agency), verb, area, ...rest });

  const answer = async (question: Question, persona?: string) => {
    const { data, errors } = await ask(question, persona);
    expect(errors).toEqual([]);
    return data.authority;
  };
  const reason = async (question: Question) => {
    const { may, reason } = await answer(question);
    return may || reason;
  };

  return { ask, answer, reason };
}
