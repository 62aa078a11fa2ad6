import type { Client } from '../kit/client.ts';
import { givenTo } from './given.ts';
import type { Stage } from './stage.ts';
import type { Tried } from './tried.ts';
import { UNDONE } from './undone.ts';

export type Verdict = {
  readonly act: string;
  readonly allowed: boolean;
  readonly code: string | null;
  readonly reasonEn: string | null;
};

/** One act by one person on one record. */
export type Cell = {
  readonly persona: string | null;
  readonly ask: Client;
  readonly act: Tried;
  readonly record: string | null;
  readonly version: number;
  /** What `can` says; absent where the person does not see the record. */
  readonly verdict: Verdict | undefined;
  readonly stage: Stage;
};

type Line = { readonly correlationId?: string; readonly err?: { readonly message: string } };

type Refusal = Awaited<ReturnType<Client>>['errors'][number] | undefined;
/** What came of an act: `done`, or the code of its refusal. */
type Answer = { readonly refusal: Refusal; readonly outcome: string };

/** What became of the cells; `log` is what the server says of its faults, of which no client is told. */
export class Tally {
  readonly #log: readonly Line[];
  /** Done as said; refused as said; allowed, and refused for what was given; tried on what is not seen. */
  readonly counts = { done: 0, refused: 0, given: 0, unseen: 0 };
  /** The acts that were done at least once. */
  readonly done = new Set<string>();
  /** Those of them that nothing had to undo: they had nothing to change. */
  readonly idle = new Set<string>();
  readonly differences: string[] = [];

  constructor(log: readonly Line[]) {
    this.#log = log;
  }

  /** What an act answers: one that came to its end was undone by the trigger. */
  answerOf(refusal: Refusal): Answer {
    const code = refusal?.extensions.code ?? 'done';
    if (code !== 'INTERNAL_SERVER_ERROR') return { refusal, outcome: code };
    const fault = this.#log.find(({ correlationId }) => correlationId === refusal?.extensions.correlationId)?.err
      ?.message;
    return { refusal, outcome: fault?.includes(UNDONE) ? 'done' : `${code} (${fault})` };
  }
}

/** Acts of which more is known only once they are done (docs/decisions/0064), with what and why. */
const knownLater: Readonly<Record<string, { readonly code: string; readonly why: string }>> = {
  adoptLibraryRisk: { code: 'ILLEGAL_TRANSITION', why: 'the register that it is put into is given with it' },
  createServiceKey: { code: 'FORBIDDEN', why: 'which role the key is to hold is given with it' },
  copyProject: { code: 'ILLEGAL_TRANSITION', why: 'the plan that it is put into is given with it' },
  editOitChecklistItem: { code: 'INVALID_INPUT', why: 'answers of agencies are not the administrator’s to read' },
  removeOitChecklistItem: { code: 'INVALID_INPUT', why: 'answers of agencies are not the administrator’s to read' },
};

/** Whether a refusal is about what was given with the act, of which a verdict claims nothing. */
function isOfWhatIsGiven({ name, field }: Tried, { refusal, outcome }: Answer): boolean {
  if (outcome === knownLater[name]?.code) return true;
  const fields: { readonly field: string }[] = refusal?.extensions.fields ?? [];
  // What is wrong with the record itself is known before anything is given.
  if (field !== undefined && fields.some((each) => each.field === field)) return false;
  return outcome === 'INVALID_INPUT' || (outcome === 'NOT_FOUND' && fields.length > 0);
}

const unseenCodes = ['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED'];

/** How a verdict differs from what the act answered; null where it holds. */
function differenceOf({ act, verdict }: Cell, answer: Answer): string | null {
  const { refusal, outcome } = answer;
  if (!verdict) return unseenCodes.includes(outcome) ? null : `${outcome} on a record that is not seen`;
  if (verdict.allowed) return outcome === 'done' || isOfWhatIsGiven(act, answer) ? null : `allowed, but ${outcome}`;
  if (outcome !== verdict.code) return `${verdict.code} said (${verdict.reasonEn}), ${outcome} answered`;
  // An act names every wrong field at once, and among them what is known beforehand.
  return refusal?.message.includes(verdict.reasonEn ?? '') ? null : `says ${verdict.reasonEn}`;
}

const kindOf = ({ verdict }: Cell, isDone: boolean): keyof Tally['counts'] => {
  if (!verdict) return 'unseen';
  if (!verdict.allowed) return 'refused';
  return isDone ? 'done' : 'given';
};

/** Does an act of which the verdict is known, and notes where the two differ. */
export async function compare(tally: Tally, cell: Cell): Promise<void> {
  const { act, persona, record } = cell;
  const { errors } = await cell.ask(act.mutation.query, { input: await givenTo(cell) });
  const answer = tally.answerOf(errors[0]);
  const isDone = answer.outcome === 'done';
  const kind = kindOf(cell, isDone);
  tally.counts[kind] += 1;
  if (isDone) {
    tally.done.add(act.name);
    if (errors.length === 0) tally.idle.add(act.name);
  }
  const difference = differenceOf(cell, answer);
  if (difference)
    tally.differences.push(
      `${persona ?? 'nobody'} ${act.name} ${record ?? ''}: ${difference}: ${errors[0]?.message.slice(0, 300)}`,
    );
}
