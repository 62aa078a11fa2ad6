import { isCityAdministrator } from '../../access/access.rules.ts';
import { illegalTransition, notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen, statesOf } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { FrameworkPayload } from '../framework.payload.ts';

const CompleteFrameworkInput = builder.inputType('CompleteFrameworkInput', {
  description: 'การยืนยันว่ากรอบแผนบันทึกไว้ครบ · That all missions of a framework are recorded.',
  fields: (t) => ({
    version: t.string({ required: true, description: 'รุ่นของกรอบแผน · Version of the framework.' }),
    reason: t.string({
      required: true,
      description:
        'สิ่งที่ใช้ตรวจว่าครบ เช่น เอกสารของสำนักงาน ป.ป.ช. เก็บไว้ในประวัติการแก้ไข ไม่เกิน 4,000 ตัวอักษร · By what it was found to be complete, for example the document of the NACC; kept in the audit trail, at most 4,000 characters.',
    }),
  }),
});

const select = {
  id: true,
  coverage: true,
  dimensions: { orderBy: { number: 'asc' }, select: { number: true, _count: { select: { missions: true } } } },
} as const;

const frameworks = statesOf('Framework', (db, ids) => db.framework.findMany({ where: { id: { in: ids } }, select }));

type Framework = NonNullable<Awaited<ReturnType<(typeof frameworks)['load']>>>;

/** A framework is complete once, and with missions in every dimension. */
function requireCompletable({ coverage, dimensions }: Framework): void {
  if (coverage === 'COMPLETE')
    throw illegalTransition('COMPLETE', 'กรอบแผนนี้บันทึกไว้ครบแล้ว', 'The framework is complete already.');
  const check = new Check();
  for (const { number, _count } of dimensions)
    if (_count.missions === 0)
      check.add(
        'version',
        `มิติที่ ${number} ยังไม่มีภารกิจ เพิ่มภารกิจก่อน`,
        `Dimension ${number} has no mission yet: add its missions first.`,
        'DIMENSION_WITHOUT_MISSIONS',
      );
  check.refuse();
}

act({
  name: 'completeFramework',
  description: `บันทึกว่ากรอบแผนมีภารกิจครบแล้ว · Says that all missions of a framework are recorded, and by what that was found: of a code that is not there plans are told from then on that the framework has none. Each dimension has a mission by then (INVALID_INPUT).`,
  by: isCityAdministrator,
  on: onWhen(frameworks, requireCompletable),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: 'บันทึกไว้แล้ว · it was said before' },
  input: CompleteFrameworkInput,
  payload: FrameworkPayload,
  reason: ({ reason }) => reason,
  work: async ({ version, ...input }, { db }) => {
    const check = new Check();
    check.text('reason', input.reason, { max: TEXT_MAX });
    check.refuse();
    const framework = await db.framework.findUnique({ where: { version }, select });
    if (!framework) throw notFound('version');
    requireCompletable(framework);
    const { id } = framework;
    await requireVersion(
      db.framework.updateMany({ where: { id, coverage: 'PARTIAL' }, data: { coverage: 'COMPLETE' } }),
    );
    return { id };
  },
});
