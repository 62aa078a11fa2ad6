import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
let positions: string[];
beforeAll(async () => {
  registry = await startRegistry();
  const { data } = await registry.as('sample-1-editor')('{ agency(code: "SAMPLE-1") { positions { id } } }');
  positions = data.agency.positions.map(({ id }: { id: string }) => id);
});
afterAll(async () => registry.stop());

const shown = 'committee { id version status members { sortOrder role position { titleTh } } }';
const committee = { kind: 'RISK_MANAGEMENT', nameTh: 'คณะกรรมการทดสอบ', validFrom: '2026-10-01' };
const seat = (index: number, role: string, more: object = {}) => ({ positionId: positions[index], role, ...more });

describe('a committee', () => {
  it('is written with its seats, and confirmed with one chair', async () => {
    const editor = registry.person('sample-1-editor');
    const approver = registry.person('sample-1-approver');
    const members = [seat(0, 'MEMBER'), seat(1, 'SECRETARY')];
    const { committee: draft } = await editor.does('addCommittee', { ...committee, members }, shown);
    expect(draft.members.map(({ role }: { role: string }) => role)).toEqual(['MEMBER', 'SECRETARY']);
    const step = { entryId: draft.id, expectedVersion: draft.version };
    expect(await approver.isRefused('recordCommittee', step)).toEqual(['INVALID_INPUT', 'members']);
    const edit = { committeeId: draft.id, expectedVersion: draft.version, members: [seat(0, 'CHAIR'), ...members] };
    const { committee: edited } = await editor.does('editCommittee', edit, shown);
    expect(edited.members).toHaveLength(3);
    const { committee: recorded } = await approver.does(
      'recordCommittee',
      { ...step, expectedVersion: edited.version },
      shown,
    );
    expect(recorded.status).toBe('RECORDED');
    const late = { ...edit, expectedVersion: recorded.version };
    expect(await editor.isRefused('editCommittee', late)).toEqual(['ILLEGAL_TRANSITION']);
  });

  it('is refused with everything that is wrong with it', async () => {
    const members = [seat(0, 'CHAIR'), seat(0, 'CHAIR'), seat(1, 'MEMBER', { validFrom: '2026-01-01' })];
    const wrong = { ...committee, validTo: '2026-09-01', members };
    expect(await registry.person('sample-1-editor').isRefused('addCommittee', wrong)).toEqual([
      'INVALID_INPUT',
      'validTo',
      'members[1].positionId',
      'members[2].validFrom',
    ]);
  });

  it('shows its meetings with what they resolved; a meeting names its committee', async () => {
    const { data } = await registry.as('centre')(
      `{ committees(first: 20, where: { agency: { code: { eq: "SAMPLE-1" } } }) { edges { node { nameTh
         meetings(first: 5) { edges { node { kind heldFrom resolutionsTh percent { of value } } } } } } } }`,
    );
    const meetings = data.committees.edges.flatMap(
      ({ node }: { node: { meetings: { edges: { node: object }[] } } }) => node.meetings.edges,
    );
    expect(meetings[0].node).toMatchObject({ kind: 'COMMITTEE_MEETING', percent: { of: 'ATTENDED_OF_INVITED' } });
    const alone = { kind: 'COMMITTEE_MEETING', titleTh: 'ประชุม', fiscalYear: 2570, heldFrom: '2026-11-02' };
    expect(await registry.person('sample-1-editor').isRefused('addIntegrityActivity', alone)).toEqual([
      'INVALID_INPUT',
      'committeeId',
    ]);
  });
});
