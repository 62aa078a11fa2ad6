/** What a global id names: a type of the schema and one of its records. */
export type GlobalId = { readonly typename: string; readonly id: string };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const encodeGlobalId = (typename: string, id: string | number | bigint): string =>
  Buffer.from(`${typename}:${id}`, 'utf8').toString('base64url');

/** The parts of a global id; null where the registry cannot have written it. */
export function decodeGlobalId(globalId: string): GlobalId | null {
  const [typename, id, ...rest] = Buffer.from(globalId, 'base64url').toString('utf8').split(':');
  return typename && id && rest.length === 0 && uuid.test(id) ? { typename, id: id.toLowerCase() } : null;
}
