export const serverNames = ['ours', 'postgraphile', 'sql', 'apollo'] as const;
export type ServerName = (typeof serverNames)[number];

/** What each server is, for people. */
export const serverTitles: Readonly<Record<ServerName, string>> = {
  ours: 'this registry',
  postgraphile: 'PostGraphile 5 (Amber)',
  sql: 'hand-written SQL, bare Fastify',
  apollo: 'Apollo as most people set it up',
};
