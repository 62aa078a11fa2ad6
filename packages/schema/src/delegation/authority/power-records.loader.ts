import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { PowerVerb, ProcessArea } from '@registry/prisma/generated/client/enums.ts';
import { appointmentsOfPosition } from '../../agency/appointment.logic.ts';
import { valueLoader } from '../../graphql/loader.ts';
import type { ScopedDb } from '../../tenancy/scoped-db.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import type { GivenPowers, OrderLine, StatutoryPower } from './power-records.logic.ts';

export type Baht = Prisma.Decimal;

type Records = {
  readonly agencyId: string | { readonly in: string[] };
  readonly verb?: PowerVerb;
  readonly processArea?: ProcessArea;
};

/** The columns of a line that decide who may do what. */
export const decidingColumns = {
  id: true,
  agencyId: true,
  orderId: true,
  lineNo: true,
  verb: true,
  processArea: true,
  delegatorId: true,
  delegateId: true,
  ceilingAmount: true,
  subDelegable: true,
  revokedOn: true,
  order: {
    select: { orderNo: true, year: true, status: true, effectiveFrom: true, effectiveTo: true, endedOn: true },
  },
} satisfies Prisma.DelegatedPowerSelect;

async function readPowerRecords(db: ScopedDb, where: Records) {
  const statutoryPowers = await db.statutoryPower.findMany({ where });
  const lines = await db.delegatedPower.findMany({
    where: { ...where, order: { status: { not: 'DRAFT' } } },
    select: decidingColumns,
  });
  return { statutoryPowers, lines };
}

/** What the law and orders give to the positions of an agency, as far as the reader may see it, in two statements. */
export const powerRecords: (db: ScopedDb, where: Records) => Promise<GivenPowers<Baht>> = readPowerRecords;

/** The same for many agencies at once. */
export const powerRecordsByAgencyId = valueLoader(async (context, agencyIds: readonly string[]) => {
  const { statutoryPowers, lines } = await readPowerRecords(agencyDb(context), { agencyId: { in: [...agencyIds] } });
  const records = new Map<string, { statutoryPowers: StatutoryPower<Baht>[]; lines: OrderLine<Baht>[] }>(
    agencyIds.map((id) => [id, { statutoryPowers: [], lines: [] }]),
  );
  for (const power of statutoryPowers) records.get(power.agencyId)?.statutoryPowers.push(power);
  for (const line of lines) records.get(line.agencyId)?.lines.push(line);
  return agencyIds.map((id): GivenPowers<Baht> => records.get(id) ?? { statutoryPowers: [], lines: [] });
});

/** Who acts for whom in an agency, of many agencies at once. */
export const appointmentsByAgencyId = valueLoader(async (context, agencyIds: readonly string[]) => {
  const appointments = await agencyDb(context).actingAppointment.findMany({
    where: { agencyId: { in: [...agencyIds] } },
    select: { agencyId: true, ...appointmentsOfPosition.select },
  });
  return agencyIds.map((id) => appointments.filter(({ agencyId }) => agencyId === id));
});
