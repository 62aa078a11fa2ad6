import { isCityAdministrator } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onCity } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { LIST_MAX } from '../../graphql/limits.ts';
import { bareHash } from '../document-hash.ts';
import { CLIENT_MAX, clientField } from '../trusted.inputs.ts';
import { TrustedDocumentsPayload } from '../trusted-document.payload.ts';

const WithdrawTrustedDocumentsInput = builder.inputType('WithdrawTrustedDocumentsInput', {
  description: 'คำถามที่โปรแกรมหน้าบ้านไม่ใช้แล้ว · Documents that a front end no longer asks for.',
  fields: (t) => ({
    client: clientField(t),
    hashes: t.stringList({
      required: true,
      description: 'ค่าแฮชของคำถาม 1-250 รายการ ไม่ซ้ำ · Hashes of the documents, 1 to 250, each once.',
    }),
  }),
});

act({
  name: 'withdrawTrustedDocuments',
  description:
    'ถอนคำถามของโปรแกรมหน้าบ้าน คำถามที่ไม่มีโปรแกรมใดใช้จะถามด้วยรหัสไม่ได้อีก · Withdraws documents of a front end. One that no front end has registered any more is not served; what it was and how often it was asked for stays.',
  by: isCityAdministrator,
  on: onCity,
  errors: { NOT_FOUND: 'โปรแกรมนี้ไม่ได้ลงทะเบียนคำถามนั้นไว้ · the front end has not registered one of them' },
  input: WithdrawTrustedDocumentsInput,
  payload: TrustedDocumentsPayload,
  work: async (input, { db }) => {
    const check = new Check();
    const client = check.text('client', input.client, { max: CLIENT_MAX });
    if (input.hashes.length === 0) check.add('hashes', 'ต้องมีอย่างน้อยหนึ่งรายการ', 'Name at least one.');
    const hashes = check.list('hashes', input.hashes.map(bareHash), LIST_MAX) ?? [];
    check.refuse();
    const found = await db.trustedDocument.findMany({
      where: { hash: { in: hashes }, clients: { some: { client } } },
      select: { id: true },
    });
    if (found.length < hashes.length) throw notFound('hashes');
    const ids = found.map(({ id }) => id);
    await db.trustedDocumentClient.deleteMany({ where: { documentId: { in: ids }, client } });
    return { ids };
  },
});
