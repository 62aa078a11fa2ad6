import type { Answer } from '../kit/client.ts';
import { type Person, personOf } from '../kit/person.ts';
import type { Registry } from '../kit/registry.ts';
import type { TokenIssuer } from '../kit/token-issuer.ts';

/** Somebody whom no persona stands for, at the API with a token of an identity provider. */
export async function newcomer(registry: Registry, issuer: TokenIssuer, subject: string): Promise<Person> {
  const authorization = `Bearer ${await issuer.tokenFor(subject)}`;
  const ask = (query: string, variables = {}, headers = {}): Promise<Answer> =>
    registry.public(query, variables, { authorization, ...headers });
  return personOf(ask, registry.database);
}

export const MEMBERSHIP = 'membership { id role version startsOn endsOn endedAt isInForce name grantedByName }';

/** A membership as an administrator finds it, by its member's subject and role. */
export async function membershipOf(registry: Registry, administrator: string, subject: string, role: string) {
  const { data } = await registry.as(administrator)(
    `{ members(first: 100, where: { role: { eq: ${role} }, endedAt: { eq: null } }) { edges { node { id version role subject } } } }`,
  );
  const found = data.members.edges.map(({ node }: { node: { subject: string } }) => node);
  return found.find((each: { subject: string }) => each.subject === subject);
}
