import { todayInBangkok } from '@registry/schema/base/today.logic.ts';
import type { Client } from './registry.ts';

/** The announcement by which an agency publishes something today: unnumbered, as most are, and signed by its head. */
export async function announcementOf(ask: Client): Promise<Record<string, unknown>> {
  const { data } = await ask('{ viewer { agency { positions { id isHead } } } }');
  const head = data.viewer.agency.positions.find(({ isHead }: { isHead: boolean }) => isHead);
  return {
    announcementKind: 'ANNOUNCEMENT',
    bearsNoNumber: true,
    announcedOn: todayInBangkok().toISOString().slice(0, 10),
    signedByPositionId: head.id,
    signerCapacity: 'HOLDER',
    announcementAddress: 'https://sample.example/announcements/1',
  };
}
