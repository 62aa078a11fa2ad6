import { isAdministratorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen, statesOf } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import type { ScopedDb } from '../../tenancy/scoped-db.ts';
import { AgencyPayload } from '../agency.payload.ts';
import { Unit } from '../agency.type.ts';
import { referenceProblems } from '../references.logic.ts';
import { lockUnits } from '../structure-lock.ts';

const RemoveUnitInput = builder.inputType('RemoveUnitInput', {
  description: 'การลบส่วนราชการภายใน · Removal of a unit.',
  fields: (t) => ({
    unitId: t.globalID({ for: Unit, required: true, description: 'ส่วนราชการภายในที่ลบ · The unit.' }),
    ...atVersion(t, 'unit'),
  }),
});

const toRemove = (db: ScopedDb, ids: string[]) =>
  db.unit.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      _count: { select: { children: true, positions: true, risks: true, mitigations: true, projectUnits: true } },
    },
  });

type Found = Awaited<ReturnType<typeof toRemove>>[number];

function requireUnreferenced({ _count }: Found): void {
  const { children, positions, risks, mitigations, projectUnits } = _count;
  const check = new Check();
  check.include(
    referenceProblems('unitId', [
      { th: 'ส่วนราชการภายในที่อยู่ใต้', en: 'units beneath it', count: children },
      { th: 'ตำแหน่ง', en: 'positions', count: positions },
      { th: 'โครงการ', en: 'projects', count: projectUnits },
      { th: 'ความเสี่ยง', en: 'risks', count: risks },
      { th: 'มาตรการจัดการความเสี่ยง', en: 'mitigations', count: mitigations },
    ]),
  );
  check.refuse();
}

act({
  name: 'removeUnit',
  description: 'ลบส่วนราชการภายในที่ไม่มีสิ่งใดอ้างถึง · Removes a unit to which nothing refers.',
  by: isAdministratorOfAgency,
  on: onWhen(statesOf('Unit', toRemove), requireUnreferenced),
  errors: { NOT_FOUND: true, INVALID_INPUT: 'ยังมีสิ่งที่อ้างถึง · says what still refers to it' },
  input: RemoveUnitInput,
  payload: AgencyPayload,
  removes: ({ unitId }) => unitId,
  work: async ({ unitId: { id }, expectedVersion }, tx) => {
    const { db, agencyId } = tx;
    lockUnits(tx);
    const [unit] = await toRemove(db, [id]);
    if (!unit) throw notFound('unitId');
    requireUnreferenced(unit);
    await requireVersion(db.unit.deleteMany({ where: { id, version: expectedVersion } }));
    return { agencyId };
  },
});
