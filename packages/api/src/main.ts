import { fileURLToPath } from 'node:url';
import { seedDatabase } from '@registry/seed/seed-database.ts';
import { pino } from 'pino';
import { readConfig } from './config.ts';
import { openDatabase } from './database/open-database.ts';
import { createServer } from './server.ts';
import { StartupError } from './startup-error.ts';

const dist = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const say = (th: string, en: string) => process.stderr.write(`${th} · ${en}\n`);

/** Starts the registry: database, migrations, data, server; stops it in the reverse order on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const config = readConfig();
  const logger = pino({ level: config.logLevel, redact: ['req.headers.authorization'] }, pino.destination(2));
  const database = await openDatabase({
    databaseUrl: config.databaseUrl,
    migrationDatabaseUrl: config.migrationDatabaseUrl,
    dataDir: config.dataDir,
    migrationsDir: dist('../../../prisma/migrations'),
    log: say,
  });
  try {
    if (database.ownerUrl)
      await seedDatabase({
        ownerUrl: database.ownerUrl,
        onProgress: (message) => process.stderr.write(`${message}\n`),
      });
    const app = await createServer({ config, databaseUrl: database.appUrl, ideDir: dist('./ide'), logger });

    let stopping = false;
    const stop = async (signal: string) => {
      if (stopping) return;
      stopping = true;
      logger.info({ signal }, 'stopping');
      await app.close();
      await database.stop();
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        stop(signal).then(
          () => process.exit(0),
          (error) => {
            logger.fatal({ err: error }, 'could not stop cleanly');
            process.exit(1);
          },
        );
      });
    }
    await listen(app, config);
    const address = app.server.address();
    const port = typeof address === 'object' && address ? address.port : config.port;
    process.stdout.write(`ready http://${config.host}:${port}/graphql\n`);
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
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'EADDRINUSE') {
      throw new StartupError(
        `พอร์ต ${port} ถูกใช้อยู่ กรุณาปิดโปรแกรมนั้นหรือกำหนด PORT อื่น`,
        `Port ${port} is in use: stop the program that uses it, or set another PORT.`,
        { cause },
      );
    }
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new StartupError(
        `เปิด ${host}:${port} ไม่ได้ กรุณาตรวจ HOST และ PORT`,
        `Cannot listen on ${host}:${port}: check HOST and PORT.`,
        { cause },
      );
    }
    throw cause;
  }
}

main().catch((error: unknown) => {
  if (error instanceof StartupError) say(error.messageTh, error.messageEn);
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
