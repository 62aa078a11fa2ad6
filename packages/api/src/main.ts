import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { fail, openRegistryDatabase, say, sayBoth, seedRegistry } from './commands/registry-database.ts';
import { type Config, readConfig, requireServable } from './config.ts';
import type { createServer } from './server.ts';
import { explainStart } from './start/explain-start.ts';
import { listenProblem } from './start/places.mjs';
import { startWarnings } from './start/start-warnings.ts';
import { codeOf, StartupError } from './start/startup-error.ts';

const ideDir = fileURLToPath(new URL('./ide', import.meta.url));

/** `npm run dev` keeps the database, and its findings up to date, from one server to the next. */
const isBeside = process.argv.includes('--beside');

type Running = { stop(): Promise<void> };

/** What may follow the time to stop: letting go of connections that were interrupted. */
const GRACE_MS = 2_000;

/** Waits for some work, but only for so long. */
function within(ms: number, work: Promise<unknown>): Promise<unknown> {
  const late = new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });
  return Promise.race([work, late]);
}

/** What a browser on this machine opens: an address that stands for every interface is none that it can go to. */
function hostForPeople(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

async function start(): Promise<Running> {
  const config = readConfig();
  try {
    return await startWith(config);
  } catch (error) {
    throw await explainStart(error, config);
  }
}

/** Starts the registry: database, migrations, data, server. It stops in the reverse order. */
async function startWith(config: Config): Promise<Running> {
  requireServable(config);
  const logger = pino({ level: config.logLevel }, pino.destination(2));
  const database = await openRegistryDatabase(config, { onLost: fail, beside: isBeside });
  try {
    const { appUrl } = database;
    const isFresh = await seedRegistry(database);
    // Loaded when there is something to serve: a start that is refused is refused at once.
    const { createServer, refreshFindings, refreshFindingsDaily } = await import('./serving.ts');
    // Records that were just loaded get their findings before the server takes requests; otherwise the round runs beside the server.
    if (isFresh) await refreshFindings({ databaseUrl: appUrl, onProgress: say });
    const app = await createServer({ config, databaseUrl: appUrl, ideDir, logger });
    await listen(app, config);
    for (const warning of startWarnings(config)) sayBoth(...warning);
    const address = app.server.address();
    const port = typeof address === 'object' && address ? address.port : config.port;
    const findings = refreshFindingsDaily({ databaseUrl: appUrl, onProgress: say, isDoneToday: isFresh || isBeside });
    process.stdout.write(`ready http://${config.host}:${port}/graphql\n`);
    process.stdout.write(`open http://${hostForPeople(config.host)}:${port}/ (หน้าเขียนคำถาม · the query editor)\n`);
    return {
      async stop() {
        sayBoth('กำลังปิดระบบ', 'Stopping: requests in flight finish first');
        // Whatever keeps these from ending must not keep the database from being stopped in order.
        await within(config.http.stopTimeoutMs + GRACE_MS, Promise.all([app.close(), findings.stop()]));
        await database.stop();
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function listen(
  app: Awaited<ReturnType<typeof createServer>>,
  { port, host }: { port: number; host: string },
): Promise<void> {
  try {
    await app.listen({ port, host });
  } catch (cause) {
    await app.close();
    const problem = listenProblem(codeOf(cause), { port, host });
    if (problem) throw new StartupError(...problem, { cause });
    throw cause;
  }
}

const running = start();
let isStopping = false;

function stopOnce(): void {
  if (isStopping) return;
  isStopping = true;
  running.then(({ stop }) => stop()).then(() => process.exit(0), fail);
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  // Requests in flight finish first, then the database stops; a signal during the start is obeyed when the start is over. Some send it
  // twice (npm passes on what a terminal has sent already): a second one must not cut off the orderly end.
  process.on(signal, stopOnce);
}
running.catch(fail);
