import { constants, setPriority } from 'node:os';
import { flood } from './crew-flood.ts';
import { hold } from './crew-hold.ts';
import { pace } from './crew-pace.ts';
import type { Answers, Held, Job, Report } from './jobs.ts';

const isJob = (message: unknown): message is Job =>
  typeof message === 'object' && message !== null && 'kind' in message;

function done(job: Job, onReady: () => void): Promise<Answers | Held> {
  switch (job.kind) {
    case 'flood':
      // Attackers share their core with the client whose waiting is measured: what it waits for is the server, not them.
      setPriority(constants.priority.PRIORITY_LOW);
      return flood(job, onReady);
    case 'pace':
      return pace(job, onReady);
    case 'hold':
      return hold(job, onReady);
  }
}

const tell = (report: Report): void => void process.send?.(report);

/** The attackers: a process of their own, so that what they cost disturbs neither the measuring nor the server. */
process.once('message', async (message) => {
  if (!isJob(message)) process.exit(2);
  const onReady = () => tell({ ready: true });
  const result = await done(message, onReady);
  process.send?.({ result } satisfies Report, () => process.exit(0));
});
process.once('disconnect', () => process.exit(1));
