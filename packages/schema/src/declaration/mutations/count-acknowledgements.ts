import { isEditorOfAgency } from '../../access/access.rules.ts';
import { Unit } from '../../agency/agency.type.ts';
import { illegalTransition, notFound } from '../../base/errors.ts';
import type { EntryStatusName } from '../../entry/entry.logic.ts';
import { onEntryWhen } from '../../entry/entry-standing.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { requireKnown } from '../../graphql/inputs/references.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { problemsOfCount } from '../acknowledgement.logic.ts';
import { DeclarationPayload } from '../declaration.payload.ts';
import { Declaration } from '../declaration.type.ts';

const UnitCountInput = builder.inputType('AcknowledgementCountInput', {
  description: 'จำนวนผู้รับทราบของส่วนราชการหนึ่ง · The count of one unit.',
  fields: (t) => ({
    unitId: t.globalID({ for: Unit, required: true, description: 'ส่วนราชการในหน่วยงาน · A unit of the agency.' }),
    acknowledged: t.int({ required: true, description: 'จำนวนผู้ที่รับทราบแล้ว · How many have acknowledged it.' }),
    headCount: t.int({
      required: true,
      description: 'จำนวนบุคลากรของส่วนราชการในวันที่นับ · How many people the unit has on the day of the count.',
    }),
  }),
});

const CountAcknowledgementsInput = builder.inputType('CountAcknowledgementsInput', {
  description: 'การนับผู้รับทราบประกาศ · A count of those who have acknowledged a declaration.',
  fields: (t) => ({
    declarationId: t.globalID({ for: Declaration, required: true, description: 'ประกาศ · The declaration.' }),
    ...atVersion(t, 'declaration'),
    countedOn: t.field({
      type: 'Date',
      required: true,
      description: 'วันที่นับ ไม่หลังวันนี้ และไม่ก่อนวันลงนาม · Day of the count: not after today, nor before the signature.',
    }),
    counts: t.field({
      type: [UnitCountInput],
      required: true,
      description: 'ส่วนราชการที่นับ แต่ละแห่งหนึ่งครั้ง · The units that were counted, each once; the others stay as they are.',
    }),
  }),
});

const MAX = 2_000_000_000;

function requireConfirmed(status: EntryStatusName): void {
  if (status === 'DRAFT')
    throw illegalTransition(
      status,
      'ยังไม่มีผู้รับทราบร่าง: ผู้อนุมัติต้องยืนยันประกาศก่อน',
      'Nobody acknowledges a draft: an approver confirms the declaration first.',
    );
}

act({
  name: 'countAcknowledgements',
  description:
    'บันทึกจำนวนผู้รับทราบประกาศของแต่ละส่วนราชการ แทนการนับครั้งก่อน · Records how many people of each unit have acknowledged a confirmed declaration, in place of the count before.',
  by: isEditorOfAgency,
  on: onEntryWhen('Declaration', requireConfirmed),
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION: 'ประกาศยังเป็นร่าง · declaration is a draft',
    INVALID_INPUT: 'ผู้รับทราบมากกว่าบุคลากร · more than the unit has',
  },
  input: CountAcknowledgementsInput,
  payload: DeclarationPayload,
  work: async ({ declarationId, expectedVersion, countedOn, counts }, { db, agencyId, markChanged }) => {
    const { id } = declarationId;
    const declaration = await db.declaration.findUnique({ where: { id }, select: { status: true, signedOn: true } });
    if (!declaration) throw notFound('declarationId');
    requireConfirmed(declaration.status);
    const unitIds = counts.map(({ unitId }) => unitId.id);
    const check = new Check();
    check.list('counts', unitIds, most.unitsOfAgency);
    if (counts.length === 0) check.add('counts', 'counts ต้องมีอย่างน้อยหนึ่งรายการ', 'counts names at least one unit.');
    check.notInFuture('countedOn', countedOn);
    check.inOrder('signedOn', declaration.signedOn, 'countedOn', countedOn);
    for (const [index, { acknowledged, headCount }] of counts.entries()) {
      check.within(`counts[${index}].headCount`, headCount, 0, MAX);
      check.include(problemsOfCount({ acknowledged, headCount }, `counts[${index}].`));
    }
    check.refuse();
    await requireKnown('counts', unitIds, (ids) =>
      db.unit.findMany({ where: { id: { in: ids } }, select: { id: true } }),
    );
    await requireVersion(
      db.declaration.updateMany({ where: { id, version: expectedVersion }, data: { version: { increment: 1 } } }),
    );
    await db.declarationAcknowledgement.deleteMany({ where: { declarationId: id, unitId: { in: unitIds } } });
    await db.declarationAcknowledgement.createMany({
      data: counts.map(({ unitId, ...count }) => ({
        ...count,
        agencyId,
        declarationId: id,
        unitId: unitId.id,
        countedOn,
      })),
    });
    markChanged(agencyId, 'Declaration', id);
    return { id };
  },
});
