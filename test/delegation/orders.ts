import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { positionId } from '@registry/seed/rows/identifiers.ts';
import { type Answer, nodes, type Registry } from '../kit/registry.ts';

export const position = (code: string, agencyCode = 'SAMPLE-1'): string =>
  encodeGlobalId('Position', positionId(agencyCode, code));

type Line = Record<string, unknown>;

/** Approval of allowance claims, which the director of a sample district holds by law up to 500,000 baht, and nobody else does. */
export const line = (delegator: string, delegate: string, part: Line = {}): Line => ({
  verb: 'APPROVE',
  processArea: 'ALLOWANCE_CLAIM',
  subjectTh: 'การอนุมัติค่าอาหารทำการนอกเวลา',
  delegatorId: position(delegator),
  delegateId: position(delegate),
  ceilingAmount: '200000',
  ...part,
});

export type Order = { id: string; version: number; status: string; powers: { id: string; lineNo: number }[] };

let lastNo = 900;

/** A draft that can be issued, signed by whoever delegates its first line; a test names only what matters to it. */
export const draftInput = (part: Record<string, unknown> & { powers?: Line[] } = {}) => {
  lastNo += 1;
  return {
    orderNo: String(lastNo),
    year: 2569,
    titleTh: 'มอบอำนาจอนุมัติค่าตอบแทน',
    signedOn: '2026-01-05',
    signedByPositionId: part.powers?.[0]?.delegatorId ?? position('DIR'),
    effectiveFrom: '2026-02-01',
    powers: [line('DIR', 'ASST-1', { subDelegable: true })],
    ...part,
  };
};

const selection =
  'id version status kind orderNo year signedUnder { id } titleTh signedOn effectiveFrom effectiveTo endedOn legalBasisTh announcedThrough announcedOn announcementKind announcementNo announcementAddress announcementSignerCapacity announcementSignedBy { code } circularNo circularOn openActs powers { id lineNo verb subjectTh ceilingAmount subDelegable revokedOn delegate { code } } powersRevoked { id revokedOn } supersedes { id status } supersededBy { id } issueProblems { code isBlocking field messageEn messageTh } statusChanges { act fromStatus toStatus comment role }';

/** Somebody does something to an order. */
export function doTo(
  registry: Registry,
  persona: string,
  name: string,
  input: Record<string, unknown>,
): Promise<Answer> {
  const payload = name.startsWith('discard') ? 'agency { code }' : `delegationOrder { ${selection} }`;
  return registry.person(persona).tries(name, input, payload);
}

export async function done(answer: Promise<Answer>): Promise<any> {
  const { errors, data } = await answer;
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const [payload] = Object.values<any>(data);
  return payload.delegationOrder ?? payload.monthlyReport ?? payload.agency;
}

export const at = ({ id, version }: { id: string; version: number }) => ({ orderId: id, expectedVersion: version });

export const draft = (registry: Registry, part: Parameters<typeof draftInput>[0] = {}): Promise<any> =>
  done(doTo(registry, 'sample-1-editor', 'draftDelegationOrder', draftInput(part)));

export async function issued(registry: Registry, part: Parameters<typeof draftInput>[0] = {}): Promise<any> {
  const order = await draft(registry, part);
  return done(doTo(registry, 'sample-1-approver', 'issueDelegationOrder', at(order)));
}

export async function orderNumbered(registry: Registry, orderNo: string, agencyCode = 'SAMPLE-1'): Promise<any> {
  const { data } = await registry.as(`${agencyCode.toLowerCase()}-viewer`)(
    `query ($no: String!) { delegationOrders(first: 5, where: {orderNo: {eq: $no}}) { edges { node { ${selection} } } } }`,
    { no: orderNo },
  );
  return nodes(data.delegationOrders)[0];
}

export async function orderById(registry: Registry, id: string): Promise<any> {
  const { data } = await registry.as('sample-1-viewer')(
    `query ($id: ID!) { node(id: $id) { ... on DelegationOrder { ${selection} } } }`,
    { id },
  );
  return data.node;
}
