import { fileURLToPath } from 'node:url';
import { readConfig } from '@registry/api/config.ts';
import { createServer } from '@registry/api/server.ts';
import { pino } from 'pino';

/**
 * The server of `npm start` without what goes on beside it: no migrations, no seeding, no daily round of findings, which would take longer
 * over thousands of agencies than all measuring.
 */
const config = readConfig();
if (!config.databaseUrl) throw new Error('DATABASE_URL is not set: this is started by `npm run bench -- --growth`.');
const app = await createServer({
  config,
  databaseUrl: config.databaseUrl,
  ideDir: fileURLToPath(new URL('../../packages/api/dist/ide', import.meta.url)),
  logger: pino({ level: config.logLevel }, pino.destination(2)),
});
await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
process.stdout.write(`ready http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}\n`);
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
