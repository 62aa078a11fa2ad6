import { isEditorOfAgency } from '../../access/access.rules.ts';
import { AgencyPayload } from '../../agency/agency.payload.ts';
import { illegalTransition, notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen, statesOf } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { requireDraft } from '../../lifecycle/record/record-state.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import type { ScopedDb } from '../../tenancy/scoped-db.ts';
import { RiskRegister } from '../register.type.ts';

const DiscardInput = builder.inputType('DiscardRiskRegisterInput', {
  description: 'การยกเลิกร่างทะเบียน · The draft that is thrown away.',
  fields: (t) => ({
    id: t.globalID({ for: RiskRegister, required: true, description: 'ทะเบียน · The register.' }),
    ...atVersion(t, 'register'),
  }),
});

const toDiscard = (db: ScopedDb, ids: string[]) =>
  db.riskRegister.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      agencyId: true,
      status: true,
      _count: { select: { statusChanges: true, editions: true, carriedTo: true } },
    },
  });

type Found = Awaited<ReturnType<typeof toDiscard>>[number];

/** A draft goes as long as nothing is known of it elsewhere. */
function requireDiscardable({ status, _count: { statusChanges, editions, carriedTo } }: Found): void {
  requireDraft({ status });
  if (statusChanges + editions > 0) {
    throw illegalTransition(
      status,
      'ทะเบียนนี้เคยส่งหรือเผยแพร่แล้ว จึงยกเลิกร่างไม่ได้ โปรดแก้ไขแล้วส่งใหม่',
      'The register was submitted or published before and is kept: correct it and submit it again.',
    );
  }
  if (carriedTo > 0) {
    throw illegalTransition(
      status,
      'ทะเบียนของปีถัดไปยกมาจากทะเบียนนี้ โปรดยกเลิกร่างทะเบียนของปีถัดไปก่อน',
      'A later register carries this one forward: discard that one first.',
    );
  }
}

act({
  name: 'discardRiskRegister',
  description:
    'ยกเลิกร่างทะเบียนที่ไม่เคยส่ง พร้อมทุกรายการในร่าง · Throws away a draft that was never submitted, with all its risks.',
  by: isEditorOfAgency,
  on: onWhen(statesOf('RiskRegister', toDiscard), requireDiscardable),
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION: 'เคยส่งแล้วหรือมีทะเบียนปีหลังต่อเนื่อง · submitted before, or continued by a later register',
  },
  input: DiscardInput,
  payload: AgencyPayload,
  removes: ({ id }) => id,
  work: async ({ id: { id }, expectedVersion }, { db, requireRecordVersion }) => {
    const [register] = await toDiscard(db, [id]);
    if (!register) throw notFound('id');
    requireDiscardable(register);
    requireRecordVersion('RiskRegister', id, expectedVersion);
    await requireVersion(db.riskRegister.deleteMany({ where: { id, status: 'DRAFT' } }));
    return { agencyId: register.agencyId };
  },
});
