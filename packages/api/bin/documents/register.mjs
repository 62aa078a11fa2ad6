// @ts-check
// What `npm run documents` does, over the API: the registry checks each document, and says who may register them.

/** @typedef {{ readonly hash: string, readonly document: string }} Registered */

/** The most documents that one request registers, and letters of them: a request has at most a megabyte. */
const DOCUMENTS_MAX = 250;
const LETTERS_MAX = 300_000;

const REGISTER = `mutation RegisterTrustedDocuments($input: RegisterTrustedDocumentsInput!) {
  registerTrustedDocuments(input: $input) { documents { hash } }
}`;

/**
 * The documents of a manifest, hash by hash.
 *
 * @param {string} text
 * @returns {readonly Registered[]}
 */
export function documentsIn(text) {
  const manifest = JSON.parse(text);
  const entries = Object.entries(manifest);
  if (entries.length === 0 || entries.some(([, document]) => typeof document !== 'string'))
    throw new Error('The manifest is an object of hashes with the text of a document for each.');
  return entries.map(([hash, document]) => ({ hash, document }));
}

/**
 * Documents in parts that fit into a request.
 *
 * @param {readonly Registered[]} documents
 * @returns {readonly (readonly Registered[])[]}
 */
export function batchesOf(documents) {
  /** @type {Registered[][]} */
  const batches = [];
  let letters = 0;
  for (const each of documents) {
    const last = batches.at(-1);
    if (!last || last.length === DOCUMENTS_MAX || letters + each.document.length > LETTERS_MAX) {
      batches.push([each]);
      letters = each.document.length;
    } else {
      last.push(each);
      letters += each.document.length;
    }
  }
  return batches;
}

/**
 * Registers some documents; throws what the registry says of them.
 *
 * @param {{ readonly url: string, readonly client: string, readonly token: string }} options
 * @param {readonly Registered[]} documents
 */
export async function registerBatch({ url, client, token }, documents) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'accept-language': 'en' },
    body: JSON.stringify({ query: REGISTER, variables: { input: { client, documents } } }),
  });
  const { errors = [] } = await response.json();
  if (errors.length === 0) return;
  throw new Error(
    errors
      .flatMap((/** @type {any} */ { message, extensions }) => [
        message,
        ...(extensions?.fields ?? []).map(
          (/** @type {any} */ each) => `  ${nameOf(each.field, documents)}: ${each.message}`,
        ),
      ])
      .join('\n'),
  );
}

/**
 * A field of the input, with the operation of its document.
 *
 * @param {string} field
 * @param {readonly Registered[]} documents
 */
function nameOf(field, documents) {
  const index = /^documents\[(\d+)\]/.exec(field)?.[1];
  const document = index === undefined ? undefined : documents[Number(index)]?.document;
  const operation = document && /\b(?:query|mutation|subscription)\s+(\w+)/.exec(document)?.[1];
  return operation ? `${field} (${operation})` : field;
}
