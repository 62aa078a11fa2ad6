import { refusalThroughKey } from '@registry/schema/access/through-key.ts';
import { RegistryError } from '@registry/schema/base/errors.ts';
import { OperationTypeNode } from 'graphql';
import type { RequestContext } from '../sign-in/create-context.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

const notRegistered = (client: string | null): RegistryError =>
  new RegistryError(
    'DOCUMENT_REQUIRED',
    client === null
      ? {
          th: 'กุญแจบริการนี้ถามได้เฉพาะคำถามที่ลงทะเบียนไว้ โปรดส่ง "documentId"',
          en: 'This service key asks registered documents alone: send documentId.',
        }
      : {
          th: `กุญแจบริการนี้ถามได้เฉพาะคำถามที่ "${client}" ลงทะเบียนไว้`,
          en: `This service key asks the documents of ${client} alone.`,
        },
    [],
    { refusesRequest: true },
  );

/**
 * Why a service key may not have an operation run, for itself or for a person; null where it may. A key that is bound to documents asks those
 * alone, and one whose role reads lets nobody write through it.
 */
export async function refusalOfKey(
  { key, readsOnly }: Pick<RequestContext, 'key' | 'readsOnly'>,
  { hash, kind }: { readonly hash: string; readonly kind: OperationTypeNode },
  documents: TrustedDocuments,
): Promise<RegistryError | null> {
  if (!key) return null;
  if (key.documentsOnly && !(await documents.has(hash, key.documentsOf))) return notRegistered(key.documentsOf);
  return kind === OperationTypeNode.MUTATION ? refusalThroughKey({ readsOnly }) : null;
}
