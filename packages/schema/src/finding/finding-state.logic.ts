export type FindingStateName = 'OPEN' | 'DISMISSED' | 'ACKNOWLEDGED' | 'RESOLVED';

type Closure = { readonly dismissedAt: Date | null; readonly closedAs: 'ACKNOWLEDGED' | 'RESOLVED' | null };

/** A finding that was closed in no other way was dismissed. */
export const findingStateOf = ({ dismissedAt, closedAs }: Closure): FindingStateName =>
  dismissedAt === null ? 'OPEN' : (closedAs ?? 'DISMISSED');
