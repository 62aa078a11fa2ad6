import type { LibraryRiskStatus } from '@registry/prisma/generated/client/enums.ts';
import type { Lifecycle } from '../lifecycle/lifecycle.logic.ts';

export type LibraryStatusName = LibraryRiskStatus;
export type LibraryAct = 'PUBLISH' | 'WITHDRAW';

/**
 * Risks of the library. What agencies have been offered is never changed under their answers: it is withdrawn, and what replaces it is
 * drafted anew under a code of its own.
 */
export const libraryLifecycle: Lifecycle<LibraryAct, LibraryStatusName> = {
  PUBLISH: { from: ['DRAFT'], to: 'PUBLISHED', by: 'CENTRE' },
  WITHDRAW: { from: ['PUBLISHED'], to: 'WITHDRAWN', by: 'CENTRE' },
};

/** The centre writes a risk of the library before others see it. */
export const isWritable = (status: LibraryStatusName): boolean => status === 'DRAFT';

/** Agencies answer, and change their answers, while a risk is offered. */
export const isOffered = (status: LibraryStatusName): boolean => status === 'PUBLISHED';
