import { isCityAdministrator } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onAny } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { roundSteps } from '../oit/round.logic.ts';
import { ItaRoundPayload } from '../oit/round.payload.ts';
import { ItaRound, ItaRoundStepCode } from '../oit/round.type.ts';

const ItaRoundStepInput = builder.inputType('ItaRoundStepInput', {
  description: 'ขั้นตอนหนึ่งของปฏิทิน · A step of a calendar.',
  fields: (t) => ({
    step: t.field({ type: ItaRoundStepCode, required: true, description: 'ขั้นตอน ไม่ซ้ำ · The step, each once.' }),
    opensOn: t.field({ type: 'Date', required: true, description: 'วันแรก · First day.' }),
    closesOn: t.field({
      type: 'Date',
      required: true,
      description: 'วันสุดท้าย ไม่ก่อนวันแรก · Last day, not before the first.',
    }),
  }),
});

const SetItaCalendarInput = builder.inputType('SetItaCalendarInput', {
  description: 'ปฏิทินของรอบการประเมิน แทนของเดิมทั้งหมด · The calendar of a round, in place of the one before.',
  fields: (t) => ({
    roundId: t.globalID({ for: ItaRound, required: true, description: 'รอบการประเมิน · The round.' }),
    ...atVersion(t, 'round'),
    calendarSourceTh: t.string({
      required: true,
      description: 'แหล่งที่มาของปฏิทิน ไม่เกิน 4,000 ตัวอักษร · Source of the calendar, in Thai, at most 4,000 characters.',
    }),
    steps: t.field({
      type: [ItaRoundStepInput],
      required: true,
      description: 'ขั้นตอนที่ประกาศแล้ว 1-5 ขั้น · The steps that were announced, 1 to 5.',
    }),
  }),
});

type Step = typeof ItaRoundStepInput.$inferInput;

function checkSteps(check: Check, steps: readonly Step[]): void {
  if (steps.length === 0)
    check.add('steps', 'ปฏิทินต้องมีอย่างน้อยหนึ่งขั้นตอน', 'A calendar has at least one step.', 'CALENDAR_EMPTY');
  check.list('steps', steps, roundSteps.length);
  for (const [index, { step, opensOn, closesOn }] of steps.entries()) {
    const each = check.at(`steps[${index}]`);
    each.inOrder('opensOn', opensOn, 'closesOn', closesOn);
    if (steps.findIndex((other) => other.step === step) < index)
      each.add('step', 'มีขั้นตอนนี้ซ้ำ ให้เหลือรายการเดียว', `There is a second step ${step}: keep one.`, 'STEP_TWICE');
  }
}

act({
  name: 'setItaCalendar',
  description:
    'บันทึกปฏิทินของรอบการประเมิน ITA ตามที่ประกาศ แทนของเดิมทั้งหมด · Sets the days of a round of the ITA as they were announced, in place of those before.',
  by: isCityAdministrator,
  on: onAny('ItaRound'),
  errors: { NOT_FOUND: true },
  input: SetItaCalendarInput,
  payload: ItaRoundPayload,
  work: async ({ roundId: { id }, expectedVersion, steps, ...input }, { db }) => {
    const check = new Check();
    const calendarSourceTh = check.text('calendarSourceTh', input.calendarSourceTh, { max: TEXT_MAX });
    checkSteps(check, steps);
    check.refuse();
    if (!(await db.itaRound.findUnique({ where: { id }, select: { id: true } }))) throw notFound('roundId');
    await requireVersion(
      db.itaRound.updateMany({
        where: { id, version: expectedVersion },
        data: { calendarSourceTh, version: { increment: 1 } },
      }),
    );
    await db.itaRoundStep.deleteMany({ where: { roundId: id } });
    await db.itaRoundStep.createMany({ data: steps.map((step) => ({ ...step, roundId: id })) });
    return { id };
  },
});
