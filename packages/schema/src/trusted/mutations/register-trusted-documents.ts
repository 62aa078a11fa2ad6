import { isCityAdministrator } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { onCity } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { checkMaxCount } from '../../graphql/limits/max-count.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { LIST_MAX } from '../../graphql/limits.ts';
import type { ActTransaction } from '../../tenancy/act-transaction.ts';
import { bareHash, hashOf } from '../document-hash.ts';
import { CLIENT_MAX, clientField, DOCUMENT_MAX } from '../trusted.inputs.ts';
import { TrustedDocumentsPayload } from '../trusted-document.payload.ts';

/** Digits of a SHA-256. */
const HASH_MAX = 64;

const TrustedDocumentInput = builder.inputType('TrustedDocumentInput', {
  description: 'คำถามหนึ่งที่จะลงทะเบียน · A document to register, as the build of a front end has it.',
  fields: (t) => ({
    hash: t.string({
      required: true,
      description:
        'ค่าแฮช SHA-256 ของข้อความ เลขฐานสิบหก มีชื่อวิธีนำหน้าได้ · SHA-256 of the document in hexadecimal digits, with or without `sha256:` before it.',
    }),
    document: t.string({
      required: true,
      description:
        'ข้อความของเอกสาร มีคำสั่งเดียวที่มีชื่อ ไม่เกิน 20,000 ตัวอักษร · The document: one operation, which has a name, at most 20,000 characters.',
    }),
  }),
});

const RegisterTrustedDocumentsInput = builder.inputType('RegisterTrustedDocumentsInput', {
  description: 'คำถามของโปรแกรมหน้าบ้านหนึ่ง · The documents of a front end.',
  fields: (t) => ({
    client: clientField(t),
    documents: t.field({
      type: [TrustedDocumentInput],
      required: true,
      description: 'คำถาม 1-250 รายการ แฮชไม่ซ้ำ · The documents, 1 to 250, each hash once.',
    }),
  }),
});

type Documents = typeof RegisterTrustedDocumentsInput.$inferInput.documents;

/** One document as it is kept; reports everything that is wrong with it, by the schema of today. */
async function describedDocument(check: Check, given: Documents[number], { context }: ActTransaction) {
  const document = check.text('document', given.document, { max: DOCUMENT_MAX });
  const hash = check.text('hash', bareHash(given.hash), { max: HASH_MAX });
  if (document === '' || hash === '') return null;
  if (document !== given.document || hash !== hashOf(document))
    check.add(
      'hash',
      'hash: ไม่ใช่ค่าแฮช SHA-256 ของข้อความที่ส่งมา',
      'hash: it is not the SHA-256 of the document as it is sent (`hashAlgorithm: "sha256"` of the client preset).',
      'HASH_DIFFERS',
    );
  const described = await context.nested.describe(document, context);
  if ('operationName' in described) return { hash, document, ...described };
  for (const { text } of described) check.add('document', `document: ${text.th}`, `document: ${text.en}`);
  return null;
}

/** The ids of documents by their hashes, of those that are registered. */
async function registered({ db }: ActTransaction, hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const known = await db.trustedDocument.findMany({
    where: { hash: { in: [...hashes] } },
    select: { id: true, hash: true },
  });
  return new Map(known.map(({ id, hash }) => [hash, id]));
}

act({
  name: 'registerTrustedDocuments',
  description:
    'ลงทะเบียนคำถามของโปรแกรมหน้าบ้านให้ถามด้วยรหัสแฮช ลงซ้ำได้ · Registers documents of a front end, so that it may ask for them by hash (`documentId`). Those that are registered already stay; all of them are registered, or none. INVALID_INPUT names every document that the schema or the limits refuse.',
  by: isCityAdministrator,
  on: onCity,
  errors: {},
  input: RegisterTrustedDocumentsInput,
  payload: TrustedDocumentsPayload,
  work: async (input, tx) => {
    const { db } = tx;
    const check = new Check();
    const client = check.text('client', input.client, { max: CLIENT_MAX });
    if (input.documents.length === 0) check.add('documents', 'ต้องมีอย่างน้อยหนึ่งรายการ', 'Name at least one.');
    check.list(
      'documents',
      input.documents.map(({ hash }) => bareHash(hash)),
      LIST_MAX,
    );
    const fitting = [];
    for (const [index, given] of input.documents.entries())
      fitting.push(await describedDocument(check.at(`documents[${index}]`), given, tx));
    const documents = fitting.flatMap((each) => each ?? []);
    const hashes = documents.map(({ hash }) => hash);
    const before = await registered(tx, hashes);
    const added = documents.filter(({ hash }) => !before.has(hash));
    const count = (await db.trustedDocument.count()) + added.length - 1;
    if (added.length > 0) checkMaxCount(check, 'documents', { count, max: most.trustedDocuments });
    check.refuse();
    if (added.length > 0) await db.trustedDocument.createMany({ data: added, skipDuplicates: true });
    const after = await registered(tx, hashes);
    const ids = [...after.values()];
    await db.trustedDocumentClient.createMany({
      data: ids.map((documentId) => ({ documentId, client })),
      skipDuplicates: true,
    });
    return { ids };
  },
});
