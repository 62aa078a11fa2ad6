import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Duplex, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** A file as it is, and as gzip has it. */
export type MadeFile = {
  /** SHA-256 of the bytes as they are. */
  readonly hash: string;
  readonly plain: { readonly path: string; readonly bytes: number };
  readonly gzip: { readonly path: string; readonly bytes: number };
};

async function written(path: string, source: Readable, through: Duplex): Promise<{ hash: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(
    source,
    through,
    async function* measured(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.byteLength;
        yield chunk;
      }
    },
    createWriteStream(path),
  );
  return { hash: hash.digest('base64url'), bytes };
}

/** Writes rows into a file of a folder, whole or not at all. */
export async function makeFile(folder: string, rows: Readable, writer: Duplex): Promise<MadeFile> {
  const path = join(folder, randomUUID());
  const gzipPath = `${path}.gz`;
  try {
    const { hash, bytes } = await written(path, rows, writer);
    const packed = await written(gzipPath, createReadStream(path), createGzip());
    return { hash, plain: { path, bytes }, gzip: { path: gzipPath, bytes: packed.bytes } };
  } catch (error) {
    await forgetFile(path, gzipPath);
    throw error;
  }
}

/** Removes files; whoever is reading one reads it to its end. */
export const forgetFile = (...paths: readonly string[]): Promise<unknown> =>
  Promise.all(paths.map((path) => rm(path, { force: true })));
