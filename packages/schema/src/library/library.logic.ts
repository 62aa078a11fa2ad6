import type { LibraryRiskStatus } from '@registry/prisma/generated/client/enums.ts';
import type { Lifecycle } from '../lifecycle/lifecycle.logic.ts';

export type LibraryStatusName = LibraryRiskStatus;
export type LibraryAct = 'PUBLISH' | 'WITHDRAW';

/**
 * Risks of the library. A risk that was offered never changes under its answers: it is withdrawn, and its replacement is drafted under a
 * new code.
 */
export const libraryLifecycle: Lifecycle<LibraryAct, LibraryStatusName> = {
  PUBLISH: { from: ['DRAFT'], to: 'PUBLISHED', by: 'CENTRE' },
  WITHDRAW: { from: ['PUBLISHED'], to: 'WITHDRAWN', by: 'CENTRE' },
};

/** The centre writes a risk of the library before others see it. */
export const isWritable = (status: LibraryStatusName): boolean => status === 'DRAFT';

/** Agencies answer, and change their answers, while a risk is offered. */
export const isOffered = (status: LibraryStatusName): boolean => status === 'PUBLISHED';
