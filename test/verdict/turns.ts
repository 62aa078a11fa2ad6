import { everyAct, type Tried } from './tried.ts';

/** Every role: in an agency, in another, in the city, and nobody's. */
export const personas = [
  'sample-1-viewer',
  'sample-1-editor',
  'sample-1-approver',
  'sample-1-case-officer',
  'sample-1-agency-admin',
  'sample-2-approver',
  'centre',
  'analyst',
  'auditor',
  'city-admin',
  null,
] as const;

export type Persona = (typeof personas)[number];

type Turn = { readonly world: number; readonly worlds: number };

/**
 * Whether an act is somebody's to try in a world. Those whose role may do it take turns, since what they are answered hangs on how the
 * record stands; whoever may not is answered the same everywhere, and tries it once.
 */
export function isTurnOf(
  persona: Persona,
  act: Tried,
  { world, worlds }: Turn,
  mayDo: ReadonlyMap<Persona, ReadonlySet<string>>,
): boolean {
  const place = everyAct.indexOf(act);
  const may = personas.filter((each) => mayDo.get(each)?.has(act.name));
  if (may.includes(persona)) return may.indexOf(persona) === (place + world) % may.length;
  return (place + personas.indexOf(persona)) % worlds === world;
}
