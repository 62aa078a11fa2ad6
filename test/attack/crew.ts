import { flood } from './crew-flood.ts';
import { hold } from './crew-hold.ts';
import type { Job, Report } from './jobs.ts';

const isJob = (message: unknown): message is Job =>
  typeof message === 'object' && message !== null && 'kind' in message;

const tell = (report: Report): void => void process.send?.(report);

/** The attackers: a process of their own, so that what they cost disturbs neither the measuring nor the server. */
process.once('message', async (message) => {
  if (!isJob(message)) process.exit(2);
  const onReady = () => tell({ ready: true });
  const result = message.kind === 'flood' ? await flood(message, onReady) : await hold(message, onReady);
  process.send?.({ result } satisfies Report, () => process.exit(0));
});
process.once('disconnect', () => process.exit(1));
