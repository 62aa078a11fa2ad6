import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { authority } from './authority.logic.ts';
import { rightAnswers, type Span, type World, world } from './every-path.fixture.ts';
import { baht, day, line, statute } from './power-records.fixture.ts';
import { isActing } from './power-records.logic.ts';

const RUNS = 10_000;

const dateOf = (dayNumber: number) => day(`2026-01-${String(dayNumber + 1).padStart(2, '0')}`);
const dateOrNull = (dayNumber: number | null) => (dayNumber === null ? null : dateOf(dayNumber));
const bahtOf = (amount: number | null) => (amount === null ? null : baht(String(amount)).dividedBy(100));
const verbOf = ({ isAsked }: Span) => (isAsked ? ('APPROVE' as const) : ('SIGN' as const));

function givenAnswer({ laws, passes, stands, target, on, amount }: World) {
  const answer = authority(
    {
      statutoryPowers: laws.map((law) =>
        statute(`P${law.holder}`, {
          id: law.id,
          verb: verbOf(law),
          ceilingAmount: bahtOf(law.ceiling),
          validFrom: dateOf(law.begins),
          validTo: dateOrNull(law.ends),
        }),
      ),
      lines: passes.map((pass) =>
        line(`P${pass.from}`, `P${pass.to}`, {
          id: pass.id,
          verb: verbOf(pass),
          ceilingAmount: bahtOf(pass.ceiling),
          subDelegable: pass.sub,
          revokedOn: dateOrNull(pass.revoked),
          order: {
            status: pass.status,
            effectiveFrom: dateOf(pass.begins),
            effectiveTo: dateOrNull(pass.ends),
            endedOn: dateOrNull(pass.ended),
          },
        }),
      ),
      appointments: stands.map(({ id, who, forWhom, begins, ends, acts }) => ({
        id,
        positionId: `P${who}`,
        actsForId: `P${forWhom}`,
        capacity: acts ? 'ACTING' : 'ON_BEHALF',
        validFrom: dateOf(begins),
        validTo: dateOrNull(ends),
      })),
    },
    { positionId: `P${target}`, verb: 'APPROVE', processArea: 'PROCUREMENT', amount: bahtOf(amount), on: dateOf(on) },
  );
  const ids = answer.chain.map(({ id }) => id);
  const ceiling = answer.ceiling === null ? Number.POSITIVE_INFINITY : Number(answer.ceiling.times(100));
  const how = answer.chain.some(isActing) ? 'acting' : `${ids.length} steps`;
  if (answer.may) return { reason: `MAY by ${how}`, text: `MAY ${ceiling} ${ids}` };
  const { reason, brokenAt } = answer;
  return {
    reason,
    text: reason === 'ABOVE_CEILING' ? `${reason} ${ceiling}` : `${reason} at ${brokenAt?.id ?? null} after ${ids}`,
  };
}

it('authority answers as one who tries every path would, whatever the order of the records', () => {
  const counts = new Map<string, number>();
  fc.assert(
    fc.property(world, (given) => {
      const { reason, text } = givenAnswer(given);
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
      expect(rightAnswers(given)).toContain(text);
      const reversed = {
        ...given,
        laws: [...given.laws].reverse(),
        passes: [...given.passes].reverse(),
        stands: [...given.stands].reverse(),
      };
      expect(givenAnswer(reversed).text).toBe(text);
      const lawless = { ...given, laws: [] };
      expect(rightAnswers(lawless)).toContain(givenAnswer(lawless).text);
    }),
    { numRuns: RUNS },
  );
  const told = [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([reason, count]) => `${reason} ${count}`);
  process.stdout.write(`authority against every path, ${RUNS} worlds: ${told.join(', ')}\n`);
  for (const reason of [
    'MAY by 1 steps',
    'MAY by 2 steps',
    'MAY by 3 steps',
    'MAY by acting',
    'NO_LINE',
    'NOT_YET_IN_FORCE',
    'EXPIRED',
    'REVOKED',
    'SUPERSEDED',
    'ABOVE_CEILING',
    'NOT_SUBDELEGABLE',
    'DELEGATOR_LACKS_POWER',
  ]) {
    expect([...counts.keys()]).toContain(reason);
  }
});
