import { createHash } from 'node:crypto';
import type { Viewer } from '@registry/schema/base/viewer.logic.ts';
import type { Sharing } from '@registry/schema/graphql/reusable.ts';
import { keyOf, scopeOf } from '@registry/schema/tenancy/scope.ts';
import type { Language } from '../language/language.ts';

/** One question: who asks, and what. */
export type Question = {
  readonly viewer: Viewer;
  /** Whether a service key that only reads asks for the viewer. */
  readonly readsOnly: boolean;
  readonly sharing: Sharing;
  readonly language: Language;
  /** The text of the document, or its hash. */
  readonly document: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
};

/**
 * The key of a query. Two queries have the same key only if they are equal and both viewers have the same scope and roles (and account
 * and key, where answers are not shared): JSON separates the parts unambiguously.
 */
export function reuseKey({
  viewer,
  readsOnly,
  sharing,
  language,
  document,
  operationName,
  variables,
}: Question): string {
  const who = [
    keyOf(scopeOf(viewer)),
    [...viewer.roles].sort(),
    sharing === 'ACCOUNT' ? [viewer.account?.id ?? null, readsOnly] : null,
  ];
  const what = [sharing, language, document, operationName, variables];
  return createHash('sha256')
    .update(JSON.stringify([who, what]))
    .digest('base64');
}
