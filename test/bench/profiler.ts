import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/**
 * Loaded into each server before its own code: lets the bench, which holds the other end of the channel, take a CPU profile of a workload.
 * Until it asks, nothing of this runs.
 */
type Order = { readonly profile: 'start' } | { readonly profile: 'stop'; readonly file: string };

const session = new Session();

process.on('message', async (order: Order) => {
  if (order.profile === 'start') {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
  } else {
    const { profile } = await session.post('Profiler.stop');
    writeFileSync(order.file, JSON.stringify(profile));
    session.disconnect();
  }
  process.send?.('done');
});
process.channel?.unref();
