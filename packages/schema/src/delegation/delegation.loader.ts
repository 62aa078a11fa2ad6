import { recordLoader } from '../graphql/loader.ts';

/** A delegation order by id, for records that point to one; null when the viewer may not see it. */
export const delegationOrderById = recordLoader((db) => db.delegationOrder);

/** A line of an order by id, for answers that name one. */
export const delegatedPowerById = recordLoader((db) => db.delegatedPower);

/** A statutory power by id, for answers that name one. */
export const statutoryPowerById = recordLoader((db) => db.statutoryPower);

/** An acting appointment by id, for answers that name one. */
export const actingAppointmentById = recordLoader((db) => db.actingAppointment);

/** A position by id, for answers that name one. */
export const positionById = recordLoader((db) => db.position);

/** A monthly report by id, for answers that name one. */
export const monthlyReportById = recordLoader((db) => db.monthlyReport);
