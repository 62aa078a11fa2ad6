import type { PrismaClient } from '@registry/prisma/generated/client/client.ts';
import type { Scope } from './scope.ts';
import { scopeArguments } from './scope-arguments.ts';

/** The first wall of what Prisma itself reads: every operation carries the filter of its scope, at every depth of its selection. */
export function withScope(prisma: PrismaClient, scope: Scope): PrismaClient {
  const scoped = prisma.$extends({
    name: 'scope',
    query: {
      $allModels: {
        $allOperations: ({ model, operation, args, query }) =>
          query(scopeArguments(model, operation, args as Record<string, unknown>, scope) as typeof args),
      },
    },
  });
  // The extension changes arguments only; the client's interface stays what it was.
  return scoped as unknown as PrismaClient;
}
