import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusalOf } from '../kit/person.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { at, done, doTo, draft, issued, orderById, position } from './orders.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const asApprover = (name: string, input: Record<string, unknown>) => doTo(registry, 'sample-1-approver', name, input);

describe('an issued order', () => {
  const announced = {
    announcedThrough: 'เว็บไซต์',
    announcedOn: '2026-01-10',
    announcementKind: 'ANNOUNCEMENT',
    announcementNo: '๕/๒๕๖๙',
    announcementAddress: 'https://office.example/5',
  };
  const signed = { signedByPositionId: position('DIR'), signerCapacity: 'HOLDER' };
  const circulated = { circularNo: 'กท ๐๑/ว ๕', circularOn: '2026-01-08' };

  it('is announced and circulated by an editor', async () => {
    const order = await issued(registry);
    const one = await done(
      doTo(registry, 'sample-1-editor', 'announceDelegationOrder', { ...at(order), ...announced, ...signed }),
    );
    expect(one).toMatchObject({
      ...announced,
      announcementSignedBy: { code: 'DIR' },
      announcementSignerCapacity: 'HOLDER',
    });
    const both = await done(
      doTo(registry, 'sample-1-editor', 'circulateDelegationOrder', { ...at(one), ...circulated }),
    );
    expect(both).toMatchObject({ ...announced, ...circulated, version: 4 });
  });

  it('is not announced or circulated before its signature, in the future, as a draft or at a stale version', async () => {
    const order = await issued(registry);
    const open = await draft(registry);
    const acts = [
      ['announceDelegationOrder', 'announcedThrough', 'announcedOn', { ...announced, ...signed }],
      ['circulateDelegationOrder', 'circularNo', 'circularOn', circulated],
    ] as const;
    for (const [name, text, day, input] of acts) {
      const tried = async (part: Record<string, unknown>) =>
        refusalOf(await asApprover(name, { ...at(order), ...input, ...part }));
      expect(await tried({ [text]: ' ', [day]: '2026-01-04' })).toEqual(['INVALID_INPUT', text, day]);
      expect(await tried({ [day]: '2199-01-01' })).toEqual(['INVALID_INPUT', day]);
      expect(await tried({ expectedVersion: 9 })).toEqual(['CONFLICT']);
      expect(await tried(at(open))).toEqual(['ILLEGAL_TRANSITION']);
    }
    expect(await orderById(registry, order.id)).toMatchObject({ version: 2, announcedOn: null, circularOn: null });
  });

  it('is not announced without the paper of its announcement: kind, number, address, signer and capacity', async () => {
    const order = await issued(registry);
    const bare = { announcedThrough: 'เว็บไซต์', announcedOn: '2026-01-10' };
    const refused = await asApprover('announceDelegationOrder', { ...at(order), ...bare });
    expect(refusalOf(refused)).toEqual([
      'INVALID_INPUT',
      'announcementKind',
      'announcementNo',
      'announcementAddress',
      'signedByPositionId',
      'signerCapacity',
    ]);
    for (const { code, message } of refused.errors[0]?.extensions.fields ?? [])
      expect([code, message]).toEqual(['ANNOUNCEMENT_INCOMPLETE', expect.stringContaining('clause 19')]);
    const foreign = { ...announced, ...signed, signedByPositionId: position('DIR', 'SAMPLE-2') };
    expect(refusalOf(await asApprover('announceDelegationOrder', { ...at(order), ...foreign }))).toEqual([
      'NOT_FOUND',
      'signedByPositionId',
    ]);
    expect(await orderById(registry, order.id)).toMatchObject({ version: 2, announcementKind: null });
  });

  it('is announced in the name of another position only by who is recorded to act for it on that day', async () => {
    const order = await issued(registry);
    const input = { ...announced, signedByPositionId: position('ASST-1'), signerCapacity: 'ACTING' };
    const announce = () => doTo(registry, 'sample-1-editor', 'announceDelegationOrder', { ...at(order), ...input });
    const refused = await announce();
    expect(refusalOf(refused)).toEqual(['INVALID_INPUT', 'signerCapacity']);
    expect(refused.errors[0]?.extensions.fields[0].code).toBe('SIGNER_NOT_APPOINTED');
    const { errors } = await registry.as('sample-1-agency-admin')(
      'mutation ($input: RecordActingAppointmentInput!) { recordActingAppointment(input: $input) { actingAppointment { id } } }',
      {
        input: {
          positionId: position('ASST-1'),
          actsForId: position('DIR'),
          capacity: 'ACTING',
          validFrom: '2026-01-09',
          validTo: '2026-01-10',
          basisTh: 'ลำดับผู้รักษาราชการแทน',
        },
      },
    );
    expect(errors).toEqual([]);
    expect(await done(announce())).toMatchObject({
      announcementSignedBy: { code: 'ASST-1' },
      announcementSignerCapacity: 'ACTING',
    });
  });
});
