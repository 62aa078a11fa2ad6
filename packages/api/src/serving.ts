// What a server needs beyond its database: the schema and all that answers by it, a second's work to load.
export { refreshFindings, refreshFindingsDaily } from './findings/refresh-findings.ts';
export { createServer } from './server.ts';
