import fc from 'fast-check';
import type { StoredOrderStatus } from '../orders/order-status.logic.ts';

const LAST_DAY = 20;

/** A world of small whole numbers: days from 0 to 20, ceilings in satang. The oracle reads nothing else. */
export type Span = { id: string; begins: number; ends: number | null; ceiling: number | null; isAsked: boolean };
type Law = Span & { holder: number };
type Pass = Span & {
  from: number;
  to: number;
  status: StoredOrderStatus;
  ended: number | null;
  revoked: number | null;
  sub: boolean;
};
type Stand = { id: string; who: number; forWhom: number; begins: number; ends: number | null; acts: boolean };
export type World = { laws: Law[]; passes: Pass[]; stands: Stand[]; target: number; on: number; amount: number | null };

const position = fc.nat({ max: 7 });
const dayNo = fc.nat({ max: LAST_DAY });
const rarely = (each: fc.Arbitrary<number>) =>
  fc.oneof({ arbitrary: fc.constant(null), weight: 4 }, { arbitrary: each, weight: 1 });
const satang = fc.constantFrom(0, 9_999, 10_000, 10_001, 25_050, 100_000);
const span = {
  begins: fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, { arbitrary: dayNo, weight: 1 }),
  ends: rarely(dayNo),
  ceiling: fc.option(satang, { freq: 2 }),
  isAsked: fc.integer({ min: 0, max: 19 }).map((roll) => roll > 0),
};
const statuses: StoredOrderStatus[] = ['ISSUED', 'ISSUED', 'ISSUED', 'ISSUED', 'REVOKED', 'SUPERSEDED', 'DRAFT'];

const wide: fc.Arbitrary<World> = fc.record({
  laws: fc
    .array(fc.record({ ...span, holder: position }), { minLength: 1, maxLength: 3, size: 'max' })
    .map((laws) => laws.map((law, index) => ({ ...law, id: `law ${index}` }))),
  passes: fc
    .array(
      fc.record({
        ...span,
        from: position,
        to: position,
        status: fc.constantFrom(...statuses),
        ended: dayNo,
        revoked: rarely(dayNo),
        sub: fc.integer({ min: 0, max: 3 }).map((roll) => roll > 0),
      }),
      { maxLength: 15, size: 'max' },
    )
    .map((passes) =>
      passes.map((pass, index) => ({
        ...pass,
        id: `line ${index}`,
        ended: pass.status === 'REVOKED' || pass.status === 'SUPERSEDED' ? pass.ended : null,
      })),
    ),
  stands: fc
    .array(
      fc.record({
        who: position,
        forWhom: position,
        begins: span.begins,
        ends: rarely(dayNo),
        acts: fc.integer({ min: 0, max: 3 }).map((roll) => roll > 0),
      }),
      { maxLength: 4, size: 'max' },
    )
    .map((stands) => stands.map((stand, index) => ({ ...stand, id: `stand ${index}` }))),
  target: position,
  on: dayNo,
  amount: fc.option(satang, { freq: 2 }),
});

/** In a narrow world lines meet more often: chains grow long, circles close, several chains lead to one position. */
export const world = fc.tuple(wide, fc.integer({ min: 2, max: 8 })).map(
  ([{ laws, passes, stands, target, ...rest }, width]): World => ({
    ...rest,
    laws: laws.map((law) => ({ ...law, holder: law.holder % width })),
    passes: passes.map((pass) => ({ ...pass, from: pass.from % width, to: pass.to % width })),
    stands: stands.map((stand) => ({ ...stand, who: stand.who % width, forWhom: stand.forWhom % width })),
    target: target % width,
  }),
);

type Path = { law: Law; passes: Pass[]; stand?: Stand };

/** Every way without repeated positions from a law to a position, sound or not. */
function pathsTo(target: number, { laws, passes }: World): Path[] {
  const walk = (path: Path, at: number, visited: number[]): Path[] =>
    at === target
      ? [path]
      : passes
          .filter(
            ({ isAsked, status, from, to }) => isAsked && status !== 'DRAFT' && from === at && !visited.includes(to),
          )
          .flatMap((pass) => walk({ ...path, passes: [...path.passes, pass] }, pass.to, [...visited, pass.to]));
  return laws.filter(({ isAsked }) => isAsked).flatMap((law) => walk({ law, passes: [] }, law.holder, [law.holder]));
}

/** Every way to the target itself, and to those that it acts for: not those on whose behalf it acts. */
const allPaths = (world: World): Path[] => [
  ...pathsTo(world.target, world),
  ...world.stands
    .filter(({ acts, who }) => acts && who === world.target)
    .flatMap((stand) => pathsTo(stand.forWhom, world).map((path) => ({ ...path, stand }))),
];

type Fault = { reason: string; days: number };

function faultOfDates(span: Pick<Span, 'begins' | 'ends'> & Partial<Pass>, on: number): Fault | null {
  const outs: [number, string][] = [];
  if (typeof span.revoked === 'number') outs.push([span.revoked, 'REVOKED']);
  if (typeof span.ended === 'number') outs.push([span.ended, span.status ?? '']);
  if (span.ends !== null) outs.push([span.ends + 1, 'EXPIRED']);
  const out = Math.min(...outs.map(([first]) => first));
  if (out <= on) return { reason: outs.find(([first]) => first === out)?.[1] ?? '', days: on - out + 1 };
  return on < span.begins ? { reason: 'NOT_YET_IN_FORCE', days: span.begins - on } : null;
}

function judge({ law, passes, stand }: Path, on: number) {
  const ofStand = stand === undefined ? null : faultOfDates(stand, on);
  const faults: (Fault & { at: string })[] = [law, ...passes].flatMap((each, index) => {
    const ofDates = faultOfDates(each, on);
    const before = passes[index - 2];
    const ofRight = before !== undefined && !before.sub ? [{ reason: 'NOT_SUBDELEGABLE', days: 0, at: each.id }] : [];
    return [...(ofDates === null ? [] : [{ ...ofDates, at: each.id }]), ...ofRight];
  });
  if (stand !== undefined && ofStand !== null) faults.push({ ...ofStand, at: stand.id });
  const ceilings = [law, ...passes].flatMap(({ ceiling }) => (ceiling === null ? [] : [ceiling]));
  return {
    ids: [law, ...passes, ...(stand === undefined ? [] : [stand])].map(({ id }) => id),
    ceiling: Math.min(Number.POSITIVE_INFINITY, ...ceilings),
    first: faults[0],
    rank: [
      faults.length,
      faults.reduce((sum, { days }) => sum + days, 0),
      passes.length + (stand === undefined ? 0 : 1),
    ],
  };
}

const compareRanks = (one: number[], other: number[]): number =>
  one.map((each, index) => each - (other[index] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** All right answers, as text: equal chains leave a choice to the logic. */
export function rightAnswers(given: World): string[] {
  const { passes, target, on, amount } = given;
  const judged = allPaths(given).map((path) => judge(path, on));
  const sound = judged.filter(({ first }) => first === undefined);
  if (sound.length > 0) {
    const ceiling = Math.max(...sound.map((path) => path.ceiling));
    const highest = sound.filter((path) => path.ceiling === ceiling);
    const length = Math.min(...highest.map(({ ids }) => ids.length));
    return amount !== null && amount > ceiling
      ? [`ABOVE_CEILING ${ceiling}`]
      : highest.filter(({ ids }) => ids.length === length).map(({ ids }) => `MAY ${ceiling} ${ids}`);
  }
  if (judged.length > 0) {
    const ranks = judged.map(({ rank }) => rank).sort(compareRanks);
    return judged
      .filter(({ rank }) => compareRanks(rank, ranks[0] ?? []) === 0)
      .map(({ first, ids }) => `${first?.reason} at ${first?.at} after ${ids.slice(0, ids.indexOf(first?.at ?? ''))}`);
  }
  const arriving = passes.filter(({ isAsked, status, to }) => isAsked && status !== 'DRAFT' && to === target);
  if (arriving.length === 0) return ['NO_LINE at null after '];
  const missed = (pass: Pass) => faultOfDates(pass, on)?.days ?? 0;
  const least = Math.min(...arriving.map(missed));
  return arriving.filter((pass) => missed(pass) === least).map(({ id }) => `DELEGATOR_LACKS_POWER at ${id} after `);
}
