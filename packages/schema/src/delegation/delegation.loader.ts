import { recordLoader } from '../graphql/loader.ts';
import { agencyDb } from '../tenancy/tenancy.ts';

/** A delegation order by id, for records that point to one; null when the viewer may not see it. */
export const delegationOrderById = recordLoader((context, selection, ids) =>
  agencyDb(context).delegationOrder.findMany({ ...selection, where: { id: { in: [...ids] } } }),
);

/** A line of an order by id, for answers that name one. */
export const delegatedPowerById = recordLoader((context, selection, ids) =>
  agencyDb(context).delegatedPower.findMany({ ...selection, where: { id: { in: [...ids] } } }),
);

/** A statutory power by id, for answers that name one. */
export const statutoryPowerById = recordLoader((context, selection, ids) =>
  agencyDb(context).statutoryPower.findMany({ ...selection, where: { id: { in: [...ids] } } }),
);

/** An acting appointment by id, for answers that name one. */
export const actingAppointmentById = recordLoader((context, selection, ids) =>
  agencyDb(context).actingAppointment.findMany({ ...selection, where: { id: { in: [...ids] } } }),
);

/** A position by id, for answers that name one. */
export const positionById = recordLoader((context, selection, ids) =>
  agencyDb(context).position.findMany({ ...selection, where: { id: { in: [...ids] } } }),
);

/** A monthly report by id, for answers that name one. */
export const monthlyReportById = recordLoader((context, selection, ids) =>
  agencyDb(context).monthlyReport.findMany({ ...selection, where: { id: { in: [...ids] } } }),
);
