import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/**
 * How many characters of documents are kept, in all. What hangs on a document (its syntax tree, plans, costs, statements) takes some
 * hundreds of bytes for each character of it, and goes when the document goes.
 */
const TEXT_KEPT_MAX = 262_144;
/** No document pushes out more than this part of the others. */
const LARGEST_SHARE = 8;
/** How many hashes are remembered, to recognise repeated documents. */
const SEEN_MAX = 10_000;

const lengthOf = ({ loc }: DocumentNode): number => Math.max(1, loc?.source.body.length ?? LARGEST_SHARE);

/** The part of Apollo's cache interface that a document store implements. */
type Store = {
  get(key: string): Promise<DocumentNode | undefined>;
  set(key: string, document: DocumentNode): Promise<void>;
  delete(key: string): Promise<boolean>;
};

/**
 * Keeps repeated documents, parsed and validated, up to a size. A document that comes once leaves nothing, so that clients that write a new
 * one for every request cost no memory.
 */
export function createDocumentStore(): Store {
  const seen = new LRUCache<string, true>({ max: SEEN_MAX });
  const kept = new LRUCache<string, DocumentNode>({
    maxSize: TEXT_KEPT_MAX,
    maxEntrySize: TEXT_KEPT_MAX / LARGEST_SHARE,
    sizeCalculation: lengthOf,
  });
  return {
    get: async (key) => kept.get(key),
    async set(key, document) {
      if (seen.has(key)) kept.set(key, document);
      else seen.set(key, true);
    },
    delete: async (key) => kept.delete(key),
  };
}
