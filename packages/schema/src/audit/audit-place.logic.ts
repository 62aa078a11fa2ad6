/** A place in the audit trail, newest first: the moment, the chain, and the number in it. */
export type AuditPlace = { readonly at: Date; readonly agencyId: string; readonly seq: bigint };

const form = /^AE:(\d{1,15}):([0-9a-f-]{36}):(\d{1,18})$/;

export const encodePlace = ({ at, agencyId, seq }: AuditPlace): string =>
  Buffer.from(`AE:${at.getTime()}:${agencyId}:${seq}`, 'utf8').toString('base64');

/** The place that a cursor names; null when it is no cursor of the audit trail. */
export function decodePlace(cursor: string): AuditPlace | null {
  const [, at, agencyId, seq] = form.exec(Buffer.from(cursor, 'base64').toString('utf8')) ?? [];
  return at && agencyId && seq ? { at: new Date(Number(at)), agencyId, seq: BigInt(seq) } : null;
}
