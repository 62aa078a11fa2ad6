import { createRequire } from 'node:module';

// The ESM build of graphql-shield imports `util.isUndefined`, which Node 23 removed; its CommonJS build does not.
const shieldModule: typeof import('graphql-shield') = createRequire(import.meta.url)('graphql-shield');

export const { allow, deny, rule, shield } = shieldModule;

export type Rule = typeof allow | ReturnType<ReturnType<typeof rule>>;
