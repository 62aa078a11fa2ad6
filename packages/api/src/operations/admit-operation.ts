import { RegistryError } from '@registry/schema/base/errors.ts';
import { leadingRole } from '@registry/schema/base/viewer.logic.ts';
import type { Limits } from '../config.ts';
import type { RequestContext } from '../sign-in/create-context.ts';
import type { Spending } from '../spending/spending.ts';
import { refusalOfKey } from './bounds-of-key.ts';
import { type AskedOperation, type Checked, checkOperation } from './check-operation.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

/** What decides whether an operation may run. */
export type Admitting = {
  readonly limits: Limits;
  readonly spending: Spending | null;
  readonly documents: TrustedDocuments;
};

const notRegistered = (cost: number, max: number): RegistryError =>
  new RegistryError(
    'DOCUMENT_REQUIRED',
    max === 0
      ? {
          th: 'บทบาทนี้ถามได้เฉพาะคำถามที่ลงทะเบียนไว้ โปรดส่ง "documentId"',
          en: 'This role asks registered documents alone: send documentId.',
        }
      : {
          th: `คำถามที่ไม่ได้ลงทะเบียนของบทบาทนี้มีต้นทุนได้ไม่เกิน ${max} คำถามนี้มีต้นทุน ${cost} โปรดขอหน้าละน้อยลง หรือลงชื่อเข้าใช้`,
          en: `What this role asks without registering it may cost ${max}, and this costs ${cost}: ask for smaller pages, or sign in.`,
        },
    [],
    { refusesRequest: true },
  );

/** Whether the role of whoever asks may ask a document that nobody has registered. */
function unregisteredRefusal({ viewer }: RequestContext, cost: number, limits: Limits): RegistryError | null {
  const max = limits.unregisteredCostMax.get(leadingRole(viewer));
  return max === undefined || (max > 0 && cost <= max) ? null : notRegistered(cost, max);
}

/**
 * Decides whether an operation runs: its limits, whether its document has to be registered, and what its budgets have left. It is charged when
 * it may. `hash` is that of its text.
 */
export async function admitOperation(
  asked: AskedOperation,
  hash: string,
  context: RequestContext,
  { limits, spending, documents }: Admitting,
): Promise<Checked> {
  const checked = await checkOperation(asked, context, limits);
  if (!('cost' in checked)) return checked;
  const ofKey = await refusalOfKey(context, { hash, kind: checked.operation.operation }, documents);
  if (ofKey) return { problems: [ofKey] };
  const cost = checked.cost.requested;
  const refusal = documents.isKnown(hash) ? null : unregisteredRefusal(context, cost, limits);
  // Before it is refused, it is looked for: it may have been registered a moment ago.
  if (refusal && !(await documents.has(hash))) return { problems: [refusal] };
  const spent = await spending?.charge(context, cost);
  if (spent) return { problems: [spent] };
  if (documents.isKnown(hash)) documents.noteUse(hash);
  return checked;
}
