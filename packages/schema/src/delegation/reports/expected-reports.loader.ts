import { valueLoader } from '../../graphql/loader.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import { type Baht, decidingColumns } from '../authority/power-records.loader.ts';
import type { OrderLine } from '../authority/power-records.logic.ts';
import type { KeptReport } from './monthly-report.logic.ts';

/** What an order gives, and what was reported on it. */
export type ReportedOrder = { readonly lines: readonly OrderLine<Baht>[]; readonly reports: readonly KeptReport[] };

export const reportedOrderById = valueLoader(async (context, orderIds: readonly string[]) => {
  const orders = await agencyDb(context).delegationOrder.findMany({
    where: { id: { in: [...orderIds] } },
    select: {
      id: true,
      powers: { select: decidingColumns },
      monthlyReports: {
        select: { id: true, delegateId: true, month: true, dueOn: true, filedOn: true, provisionalOn: true },
      },
    },
  });
  const byId = new Map(orders.map((order) => [order.id, order]));
  return orderIds.map((id): ReportedOrder => {
    const { powers = [], monthlyReports = [] } = byId.get(id) ?? {};
    return { lines: powers, reports: monthlyReports };
  });
});
