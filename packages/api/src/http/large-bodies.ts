import { RegistryError } from '@registry/schema/base/errors.ts';
import type { FastifyInstance } from 'fastify';
import { addressKey } from '../admission/client-address.ts';

/** A body is large above this; those of ordinary requests are a few kilobytes. */
const LARGE_BYTES = 65_536;
/** How many bytes of large bodies are held at a time, and of how many one address may be the sender. */
const TOTAL_BYTES_MAX = 67_108_864;
const PER_ADDRESS_BYTES_MAX = 16_777_216;

const noRoom = () =>
  new RegistryError(
    'UNAVAILABLE',
    { th: 'มีคำขอขนาดใหญ่มากเกินไปในขณะนี้ โปรดลองใหม่', en: 'Too many large requests at the moment: try again.' },
    [],
    { refusesRequest: true, retryAfterSeconds: 2 },
  );

/** Bounds the memory of bodies that are being sent, or wait for their turn: large ones need room before they are taken in. */
export function boundLargeBodies(app: FastifyInstance, bodyBytesMax: number): void {
  const held = new Map<string, number>();
  let total = 0;
  const take = (address: string, bytes: number) => {
    total += bytes;
    const now = (held.get(address) ?? 0) + bytes;
    if (now > 0) held.set(address, now);
    else held.delete(address);
  };
  app.addHook('onRequest', (request, reply, done) => {
    // A body that comes in pieces of unknown number may become as large as any.
    const isChunked = request.headers['transfer-encoding'] !== undefined;
    const bytes = isChunked ? bodyBytesMax : Number(request.headers['content-length'] ?? 0);
    if (bytes <= LARGE_BYTES || bytes > bodyBytesMax) return done();
    const address = addressKey(request.ip);
    if (total + bytes > TOTAL_BYTES_MAX || (held.get(address) ?? 0) + bytes > PER_ADDRESS_BYTES_MAX) {
      reply.header('connection', 'close');
      return done(noRoom());
    }
    take(address, bytes);
    reply.raw.once('close', () => take(address, -bytes));
    done();
  });
}
