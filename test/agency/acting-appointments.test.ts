import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { position } from '../delegation/orders.ts';
import { refusalOf } from '../kit/person.ts';
import { type Answer, nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { dayFromToday } from '../kit/today.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const admin = 'sample-1-agency-admin';
const selection = 'id version capacity validFrom validTo basisTh origin position { code } actsFor { code }';

const ask = (name: string, input: object, persona = admin): Promise<Answer> =>
  registry.person(persona).tries(name, { ...input }, `actingAppointment { ${selection} }`);

const appointment = (part: Record<string, unknown> = {}) => ({
  positionId: position('ASST-1'),
  actsForId: position('DIR'),
  capacity: 'ACTING',
  validFrom: '2026-04-13',
  validTo: '2026-04-17',
  basisTh: 'ลำดับผู้รักษาราชการแทน',
  ...part,
});
const record = (part: Record<string, unknown> = {}, persona?: string) =>
  ask('recordActingAppointment', appointment(part), persona);
const recorded = async (part: Record<string, unknown> = {}) => {
  const { data, errors } = await record(part);
  expect(errors).toEqual([]);
  return data.recordActingAppointment.actingAppointment;
};
const end = (id: string, version: number, validTo: string, persona?: string) =>
  ask('endActingAppointment', { appointmentId: id, expectedVersion: version, validTo }, persona);
const count = async () =>
  (await registry.as('sample-1-viewer')('{ actingAppointments(first: 1) { totalCount } }')).data.actingAppointments
    .totalCount;

describe('an acting appointment', () => {
  it('is recorded by an administrator of the agency, in the trail, and read by colleagues, the centre and analysts', async () => {
    const kept = await recorded();
    expect(kept).toMatchObject({
      version: 1,
      capacity: 'ACTING',
      validFrom: '2026-04-13',
      validTo: '2026-04-17',
      origin: 'USER',
      position: { code: 'ASST-1' },
      actsFor: { code: 'DIR' },
    });
    const [entry] = await registry.rows<{ act: string; entity: string; role: string }>(
      "SELECT act, entity, role FROM \"AuditEntry\" WHERE entity = 'ActingAppointment' AND action = 'INSERT' ORDER BY seq DESC LIMIT 1",
    );
    expect(entry).toEqual({ act: 'recordActingAppointment', entity: 'ActingAppointment', role: 'AGENCY_ADMIN' });
    const query = `query ($from: Date) { actingAppointments(first: 5, where: { agency: { code: { eq: "SAMPLE-1" } }, capacity: { eq: ACTING }, validFrom: { eq: $from } }) {
      totalCount edges { node { ${selection} } } } }`;
    for (const persona of ['sample-1-viewer', 'centre', 'analyst']) {
      const { data, errors } = await registry.as(persona)(query, { from: '2026-04-13' });
      expect(errors).toEqual([]);
      expect(nodes(data.actingAppointments)).toEqual([kept]);
    }
    const foreign = await registry.as('sample-2-viewer')(query, { from: '2026-04-13' });
    expect(foreign.data.actingAppointments).toMatchObject({ totalCount: 0, edges: [] });
  });

  it('is found by who stands in for whom on a day', async () => {
    await recorded({
      positionId: position('HEAD-ENV'),
      actsForId: position('HEAD-WRK'),
      validFrom: '2026-08-03',
      validTo: null,
    });
    const standsInOn = async (day: string) => {
      const { data, errors } = await registry.as('sample-1-viewer')(
        `query ($day: Date) { actingAppointments(first: 5, where: { actsFor: { code: { eq: "HEAD-WRK" } }, validFrom: { lte: $day },
          or: [{ validTo: { gte: $day } }, { validTo: { eq: null } }] }) { edges { node { position { code } } } } }`,
        { day },
      );
      expect(errors).toEqual([]);
      return nodes(data.actingAppointments).map(({ position: { code } }: any) => code);
    };
    expect(await standsInOn('2026-08-02')).toEqual([]);
    expect(await standsInOn('2026-08-03')).toEqual(['HEAD-ENV']);
  });

  it('is refused for itself, over days of another, with its days in the wrong order, without a basis: all at once, nothing kept', async () => {
    const first = await recorded({ validFrom: dayFromToday(30), validTo: dayFromToday(34) });
    const before = await count();
    const overlapping = { validFrom: dayFromToday(34), validTo: dayFromToday(38), positionId: position('ASST-2') };
    const refused = await record(overlapping);
    expect(refusalOf(refused)).toEqual(['INVALID_INPUT', 'validFrom']);
    expect(refused.errors[0]?.message).toContain('Source: State Administration Act B.E. 2534, section 48');
    const itself = await record({
      positionId: position('DIR'),
      basisTh: ' ',
      validFrom: '2031-01-02',
      validTo: '2031-01-01',
    });
    expect(refusalOf(itself)).toEqual(['INVALID_INPUT', 'basisTh', 'validTo', 'actsForId']);
    expect(await count()).toBe(before);
    await recorded({ ...overlapping, validFrom: dayFromToday(35) });
    expect((await end(first.id, 1, dayFromToday(32))).errors).toEqual([]);
  });

  it('is recorded once when two are recorded over the same days at once', async () => {
    const answers = await Promise.all(
      ['ASST-1', 'ASST-2', 'HEAD-REG'].map((code) =>
        record({ positionId: position(code), validFrom: '2028-02-01', validTo: '2028-02-03' }),
      ),
    );
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  });

  it('overlaps no other in the database either, whoever writes', async () => {
    await recorded({ validFrom: '2029-02-01', validTo: null });
    await expect(
      registry.rows(`INSERT INTO "ActingAppointment" (id, "agencyId", "positionId", "actsForId", capacity, "validFrom", "basisTh")
         SELECT gen_random_uuid(), a."agencyId", p.id, a."actsForId", 'ACTING', '2030-01-01', 'x'
         FROM "ActingAppointment" a JOIN "Position" p ON p."agencyId" = a."agencyId" AND p.code = 'HEAD-FIN' WHERE a."validFrom" = '2029-02-01'`),
    ).rejects.toThrow('another appointment to act for the position overlaps');
  });

  it('ends on an earlier day, once, at the version that the user saw', async () => {
    const { id } = await recorded({ actsForId: position('ASST-2'), validFrom: '2026-06-01', validTo: null });
    expect(refusalOf(await end(id, 1, '2026-05-31'))).toEqual(['INVALID_INPUT', 'validTo']);
    expect(refusalOf(await end(id, 7, '2026-06-30'))).toEqual(['CONFLICT']);
    expect((await end(id, 1, '2199-06-30')).data.endActingAppointment.actingAppointment.version).toBe(2);
    expect(refusalOf(await end(id, 2, '2199-07-01'))).toEqual(['INVALID_INPUT', 'validTo']);
    const ended = await end(id, 2, '2026-06-30');
    expect(ended.data.endActingAppointment.actingAppointment).toMatchObject({ validTo: '2026-06-30', version: 3 });
    expect(refusalOf(await end(id, 3, '2026-06-15'))).toEqual(['ILLEGAL_TRANSITION']);
  });

  it('names positions of its own agency, and another agency’s is not found', async () => {
    expect(refusalOf(await record({ positionId: position('DIR', 'SAMPLE-2') }))).toEqual(['NOT_FOUND', 'positionId']);
    expect(refusalOf(await record({ actsForId: position('DIR', 'SAMPLE-2') }))).toEqual(['NOT_FOUND', 'actsForId']);
    const { id } = await recorded({ actsForId: position('HEAD-REG'), validFrom: '2026-06-01', validTo: null });
    expect(refusalOf(await end(id, 1, '2026-07-01', 'sample-2-agency-admin'))).toEqual(['NOT_FOUND', 'appointmentId']);
    for (const persona of ['sample-1-editor', 'sample-1-approver', 'centre'])
      expect(refusalOf(await record({}, persona))).toEqual(['FORBIDDEN']);
  });

  it('keeps the positions that it names from being removed', async () => {
    const { data } = await registry.as(admin)('{ agency(code: "SAMPLE-1") { positions { id code version } } }');
    const { id, version } = data.agency.positions.find(({ code }: { code: string }) => code === 'DIR');
    const { errors } = await registry.as(admin)(
      'mutation ($input: RemovePositionInput!) { removePosition(input: $input) { agency { code } } }',
      { input: { positionId: id, expectedVersion: version } },
    );
    expect(errors[0]?.message).toMatch(/acting appointments still refer to it/);
  });
});
