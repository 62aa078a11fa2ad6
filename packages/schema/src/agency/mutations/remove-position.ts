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
import { Position } from '../agency.type.ts';
import { referenceProblems } from '../references.logic.ts';
import { lockPositions } from '../structure-lock.ts';

const RemovePositionInput = builder.inputType('RemovePositionInput', {
  description: 'การลบตำแหน่ง · Removal of a position.',
  fields: (t) => ({
    positionId: t.globalID({ for: Position, required: true, description: 'ตำแหน่งที่ลบ · The position.' }),
    ...atVersion(t, 'position'),
  }),
});

const toRemove = (db: ScopedDb, ids: string[]) =>
  db.position.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      _count: {
        select: {
          statutoryPowers: true,
          ordersSigned: true,
          announcementsSigned: true,
          editionsAnnounced: true,
          powersGiven: true,
          powersReceived: true,
          actingFor: true,
          actedForBy: true,
          monthlyReports: true,
          reportsReceived: true,
          mitigations: true,
        },
      },
    },
  });

type Found = Awaited<ReturnType<typeof toRemove>>[number];

function requireUnreferenced({ _count }: Found): void {
  const counts = _count;
  const check = new Check();
  check.include(
    referenceProblems('positionId', [
      { th: 'อำนาจตามกฎหมายของตำแหน่ง', en: 'statutory powers', count: counts.statutoryPowers },
      { th: 'คำสั่งที่ตำแหน่งลงนาม', en: 'delegation orders that it signed', count: counts.ordersSigned },
      {
        th: 'ประกาศที่ตำแหน่งลงนาม',
        en: 'announcements that it signed',
        count: counts.announcementsSigned + counts.editionsAnnounced,
      },
      { th: 'อำนาจที่มอบหรือรับมอบ', en: 'delegated powers', count: counts.powersGiven + counts.powersReceived },
      {
        th: 'การรักษาราชการแทนหรือปฏิบัติราชการแทน',
        en: 'acting appointments',
        count: counts.actingFor + counts.actedForBy,
      },
      { th: 'รายงานประจำเดือน', en: 'monthly reports', count: counts.monthlyReports + counts.reportsReceived },
      { th: 'มาตรการจัดการความเสี่ยง', en: 'mitigations', count: counts.mitigations },
    ]),
  );
  check.refuse();
}

act({
  name: 'removePosition',
  description: 'ลบตำแหน่งที่ไม่มีสิ่งใดอ้างถึง · Removes a position to which nothing refers.',
  by: isAdministratorOfAgency,
  on: onWhen(statesOf('Position', toRemove), requireUnreferenced),
  errors: { NOT_FOUND: true, INVALID_INPUT: 'ยังมีสิ่งที่อ้างถึง · says what still refers to it' },
  input: RemovePositionInput,
  payload: AgencyPayload,
  removes: ({ positionId }) => positionId,
  work: async ({ positionId: { id }, expectedVersion }, tx) => {
    const { db, agencyId } = tx;
    lockPositions(tx);
    const [position] = await toRemove(db, [id]);
    if (!position) throw notFound('positionId');
    requireUnreferenced(position);
    await requireVersion(db.position.deleteMany({ where: { id, version: expectedVersion } }));
    return { agencyId };
  },
});
