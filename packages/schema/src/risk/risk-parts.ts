import { dutyProblem } from '../agency/unit-duty.logic.ts';
import { refuseEach, requireKnown, requireOne } from '../graphql/inputs/references.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import type { RiskContent } from './risk.inputs.ts';

/** Everything that the content points to is the agency's own. */
export async function requireReferences(db: ScopedDb, { columns, swotItemIds, powerIds }: RiskContent): Promise<void> {
  const select = { id: true };
  await requireOne('responsibleUnitId', columns.responsibleUnitId, async (id) => {
    const unit = await db.unit.findUnique({ where: { id }, select: { id: true, kind: true } });
    if (unit) refuseEach([{ field: 'responsibleUnitId', kind: unit.kind }], (kind) => dutyProblem(kind, 'RISK'));
    return unit;
  });
  await requireKnown('swotItemIds', swotItemIds, (ids) => db.swotItem.findMany({ where: { id: { in: ids } }, select }));
  await requireKnown('powerIds', powerIds, (ids) => db.delegatedPower.findMany({ where: { id: { in: ids } }, select }));
}

/** Writes the lists of a risk: causes are replaced, links are changed where they differ. */
export async function writeParts(
  db: ScopedDb,
  place: { readonly agencyId: string; readonly riskId: string },
  { causes, swotItemIds, powerIds }: RiskContent,
): Promise<void> {
  const { riskId } = place;
  if (causes) {
    await db.riskCause.deleteMany({ where: { riskId } });
    await db.riskCause.createMany({ data: causes.map((cause) => ({ ...place, ...cause })) });
  }
  if (swotItemIds) {
    await db.swotItemRisk.deleteMany({ where: { riskId, itemId: { notIn: swotItemIds } } });
    await db.swotItemRisk.createMany({
      data: swotItemIds.map((itemId) => ({ ...place, itemId })),
      skipDuplicates: true,
    });
  }
  if (powerIds) {
    await db.riskPower.deleteMany({ where: { riskId, powerId: { notIn: powerIds } } });
    await db.riskPower.createMany({ data: powerIds.map((powerId) => ({ ...place, powerId })), skipDuplicates: true });
  }
}
