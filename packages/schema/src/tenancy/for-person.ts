import { isPersonal } from './model.ts';
import type { ApplyScope } from './reading-db.ts';

/** The first wall of a transaction: what people keep for themselves belongs to the one who acts, all else to the scope. */
export const forPerson =
  (shared: ApplyScope, personal: () => ApplyScope): ApplyScope =>
  (model, operation, args) =>
    (isPersonal(model) ? personal() : shared)(model, operation, args);
