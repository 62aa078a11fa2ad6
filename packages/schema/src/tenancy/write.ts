import type { Context } from '../core/context.ts';
import { forbidden } from '../core/errors.ts';
import { scopeOf } from './scope.ts';
import type { ScopedDb } from './tenancy.ts';

/**
 * One act on the viewer's agency: a single transaction in which the database knows who acts and what the act is called, so that it
 * records every changed row. The statements of `work` run one after another; whatever it throws undoes them all.
 */
export async function write<Result>(
  context: Context,
  act: string,
  work: (db: ScopedDb) => Promise<Result>,
): Promise<Result> {
  const { viewer, tenancy } = context;
  if (!viewer.account || !viewer.agency) {
    throw forbidden('เฉพาะบัญชีของหน่วยงานจึงแก้ไขข้อมูลได้', 'Only an account of an agency changes its records.');
  }
  const accountId = viewer.account.id;
  return tenancy.transaction(scopeOf(viewer), { 'app.account': accountId, 'app.act': act }, work);
}
