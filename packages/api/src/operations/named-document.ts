import type { HTTPGraphQLRequest } from '@apollo/server';
import { RegistryError } from '@registry/schema/base/errors.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

const unknownDocument = () =>
  new RegistryError(
    'UNKNOWN_DOCUMENT',
    {
      th: 'ไม่มีคำถามที่ลงทะเบียนไว้ด้วย "documentId" นี้ โปรดลงทะเบียนคำถามของโปรแกรมรุ่นนี้ก่อน',
      en: 'No document is registered under this documentId: register the documents of this build first.',
    },
    [],
    { refusesRequest: true },
  );

const eitherOr = () =>
  new RegistryError(
    'BAD_REQUEST',
    {
      th: 'ระบุ "documentId" หรือ "query" อย่างใดอย่างหนึ่ง และ "documentId" ต้องเป็นข้อความ',
      en: 'Send either documentId, which is a text, or query.',
    },
    [],
    { refusesRequest: true },
  );

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of a request with the text of the document that they name; as they are where they name none. */
export async function withNamedDocument<Given extends Fields>(
  fields: Given,
  documents: TrustedDocuments,
): Promise<Given> {
  const { documentId, ...others } = fields;
  if (documentId === undefined || documentId === null) return fields;
  if (typeof documentId !== 'string' || (fields.query ?? '') !== '') throw eitherOr();
  const query = await documents.find(documentId);
  if (query === null) throw unknownDocument();
  return { ...fields, ...others, documentId: undefined, query };
}

/** A request as Apollo knows it: one that names a document gets its text (GraphQL over HTTP, appendix "Persisted Documents"). */
export async function withText(asked: HTTPGraphQLRequest, documents: TrustedDocuments): Promise<HTTPGraphQLRequest> {
  if (asked.method === 'POST')
    return isFields(asked.body) ? { ...asked, body: await withNamedDocument(asked.body, documents) } : asked;
  if (!asked.search.includes('documentId')) return asked;
  const given = new URLSearchParams(asked.search);
  const { documentId, ...named } = await withNamedDocument(Object.fromEntries(given), documents);
  const search = new URLSearchParams(documentId === undefined ? named : { documentId, ...named });
  return { ...asked, search: `?${search}` };
}
