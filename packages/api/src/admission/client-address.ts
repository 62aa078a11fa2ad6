import { isIPv6 } from 'node:net';

/** Hextets that a network gives to one customer (RFC 6177): an address stands for all addresses of its network. */
const HEXTETS_OF_A_NETWORK = 4;

/** The eight hextets of an IPv6 address. */
function hextetsOf(address: string): string[] {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  return [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after];
}

/** Under which name the requests of an address are counted: itself, or of IPv6 its network of 64 bits. */
export function addressKey(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const network = hextetsOf(address).slice(0, HEXTETS_OF_A_NETWORK);
  return `${network.map((hextet) => Number.parseInt(hextet, 16).toString(16)).join(':')}::/64`;
}
