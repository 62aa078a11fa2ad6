import type { LineTemplate, OrderTemplate } from './order-template.ts';
import { currentOrders } from './order-templates-current.ts';
import { endedOrders } from './order-templates-ended.ts';

/**
 * The orders of a sample district: superseded, expired, revoked, in force, about to expire and draft. Each delegator holds what it passes
 * on: the director by law, the others by an earlier line that may be passed on, within its ceiling.
 */
export const orderTemplates: readonly OrderTemplate[] = [...endedOrders, ...currentOrders];

/** Whether a line lets its delegate act on a day of the given month or later within it. */
export const isLiveInMonth = ({ revoked }: LineTemplate, month: Date): boolean =>
  revoked === undefined || month < new Date(`${revoked.on}T00:00:00Z`);
