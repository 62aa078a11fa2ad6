import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActingCapacity, Appointment } from '@registry/schema/agency/appointment.logic.ts';
import { problemsOfAppointment } from '@registry/schema/delegation/acting/acting.logic.ts';
import { appointmentToSign, problemsOfSigner, signsFor } from '@registry/schema/delegation/issuing/signer.logic.ts';
import { problemsOfTakenBack } from '@registry/schema/delegation/issuing/takes-back.logic.ts';
import { agencyId, positionId } from '@registry/seed/rows/identifiers.ts';
import fc from 'fast-check';
import pg from 'pg';
import { copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

const AGENCY = agencyId('SAMPLE-1');
const positions = ['DIR', 'ASST-1', 'HEAD-FIN'].map((code) => positionId('SAMPLE-1', code));
const [head = ''] = positions;

let database: DatabaseCopy;
let client: pg.Client;
beforeAll(async () => {
  database = await copyDatabase();
  client = new pg.Client(database.superuser);
  await client.connect();
  await client.query('BEGIN');
  await client.query(`SELECT set_config('app.account', app.registry_account()::text, true)`);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const dateOf = (dayNo: number): Date => new Date(Date.UTC(2031, 0, 1 + dayNo));
const iso = (day: Date | null): string | null => day?.toISOString().slice(0, 10) ?? null;

const position = fc.constantFrom(...positions);
const days = fc.tuple(fc.nat({ max: 6 }), fc.option(fc.nat({ max: 4 }), { freq: 3 }));
const appointment = fc
  .record({
    positionId: position,
    actsForId: position,
    capacity: fc.constantFrom<ActingCapacity>('ACTING', 'ON_BEHALF'),
    days,
  })
  .map(({ days: [from, length], ...rest }) => ({
    ...rest,
    validFrom: dateOf(from),
    validTo: length === null ? null : dateOf(from + length),
  }));

const add = ({ id, ...given }: Appointment) =>
  client.query(
    `INSERT INTO "ActingAppointment" (id, "agencyId", "positionId", "actsForId", capacity, "validFrom", "validTo", "basisTh")
     VALUES ($1, $2, $3, $4, $5::"ActingCapacity", $6, $7, 'x')`,
    [id, AGENCY, given.positionId, given.actsForId, given.capacity, iso(given.validFrom), iso(given.validTo)],
  );

/** Whether the database lets something be, which is undone. */
async function isLet(work: () => Promise<unknown>): Promise<boolean> {
  await client.query('SAVEPOINT tried');
  try {
    await work();
    return true;
  } catch {
    return false;
  } finally {
    await client.query('ROLLBACK TO SAVEPOINT tried');
  }
}

/** Adds what may be beside the others, as the application does, and leaves the rest out. */
function keptOf(given: readonly Omit<Appointment, 'id'>[]): Appointment[] {
  const kept: Appointment[] = [];
  for (const each of given)
    if (problemsOfAppointment(each, kept).length === 0) kept.push({ ...each, id: randomUUID() });
  return kept;
}

describe('the database and the application say the same of', () => {
  it('which appointments can stand beside each other', async () => {
    const counts = { let: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(appointment, { maxLength: 3 }), appointment, async (others, given) => {
        const kept = keptOf(others);
        const isRight = problemsOfAppointment(given, kept).length === 0;
        counts[isRight ? 'let' : 'refused'] += 1;
        const isStored = await isLet(async () => {
          for (const each of kept) await add(each);
          await add({ ...given, id: randomUUID() });
        });
        expect(isStored).toBe(isRight);
      }),
      { numRuns: 300 },
    );
    expect(Math.min(counts.let, counts.refused)).toBeGreaterThan(20);
  });

  it('which orders are signed by the right position, and take back only what is theirs', async () => {
    const counts = { let: 0, refused: 0 };
    const order = fc.record({
      appointments: fc.array(appointment, { maxLength: 3 }),
      signerId: position,
      day: fc.nat({ max: 10 }),
      delegators: fc.oneof(
        { arbitrary: position.map((one) => [one]), weight: 3 },
        { arbitrary: fc.tuple(position, position), weight: 1 },
      ),
      takesBackOf: fc.option(position, { freq: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(order, async ({ appointments: given, signerId, day, delegators, takesBackOf }) => {
        const appointments = keptOf(given);
        const signedOn = dateOf(day);
        const powers = delegators.map((delegatorId) => ({ delegatorId }));
        const taken = takesBackOf === null ? [] : [{ delegatorId: takesBackOf }];
        const problems = [
          ...problemsOfSigner({ signedOn, signedByPositionId: signerId, powers }, appointments),
          ...problemsOfTakenBack(
            { powersRevoked: taken, supersedes: [] },
            { signsFor: signsFor(appointments, signerId, signedOn), headId: head },
          ),
        ];
        counts[problems.length === 0 ? 'let' : 'refused'] += 1;
        const [delegatorId = ''] = delegators;
        const under =
          delegatorId === signerId
            ? undefined
            : appointmentToSign(appointments, { signerId, delegatorId, on: signedOn });
        const isIssued = await isLet(async () => {
          for (const each of appointments) await add(each);
          const id = await draftOf({ signerId, signedOn, delegators, underId: under?.id ?? null });
          if (takesBackOf !== null) await revoke(takesBackOf, id);
          await client.query(`UPDATE "DelegationOrder" SET status = 'ISSUED' WHERE id = $1`, [id]);
        });
        expect([problems.map(({ code }) => code), isIssued]).toEqual([
          problems.map(({ code }) => code),
          problems.length === 0,
        ]);
      }),
      { numRuns: 400 },
    );
    expect(Math.min(counts.let, counts.refused)).toBeGreaterThan(20);
  });
});

type Draft = { signerId: string; signedOn: Date; delegators: readonly string[]; underId: string | null };

async function draftOf({ signerId, signedOn, delegators, underId }: Draft): Promise<string> {
  const id = randomUUID();
  await client.query(
    `INSERT INTO "DelegationOrder" (id, "agencyId", "orderNo", year, "titleTh", "signedOn", "signedByPositionId", "signedUnderId", "effectiveFrom")
     VALUES ($1, $2, $3, 2574, 'x', $4::date, $5, $6, $4::date)`,
    [id, AGENCY, `no ${id}`, iso(signedOn), signerId, underId],
  );
  for (const [index, delegatorId] of delegators.entries()) await addLine(id, index + 1, delegatorId, null);
  return id;
}

/** Another order's line that the draft takes back. */
async function revoke(delegatorId: string, byId: string): Promise<void> {
  const other = await draftOf({ signerId: delegatorId, signedOn: dateOf(0), delegators: [], underId: null });
  await addLine(other, 1, delegatorId, byId);
}

const addLine = (orderId: string, lineNo: number, delegatorId: string, revokedById: string | null) =>
  client.query(
    `INSERT INTO "DelegatedPower" (id, "agencyId", "orderId", "lineNo", verb, "subjectTh", "processArea", "delegatorId", "delegateId", "revokedByOrderId")
     VALUES ($1, $2, $3, $4, 'SIGN', 'x', 'REGISTRATION', $5, $6, $7)`,
    [randomUUID(), AGENCY, orderId, lineNo, delegatorId, positionId('SAMPLE-1', 'HEAD-WRK'), revokedById],
  );
