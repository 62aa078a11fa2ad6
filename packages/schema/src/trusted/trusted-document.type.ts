import { builder } from '../graphql/builder.ts';
import { storedEnum } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';

const OperationKind = storedEnum('OperationKind', 'ชนิดของคำสั่งที่โปรแกรมส่งมา · Kind of a GraphQL operation.', {
  QUERY: 'การสอบถาม · A query.',
  MUTATION: 'การสั่งทำ · A mutation.',
  SUBSCRIPTION: 'การติดตาม · A subscription.',
});

const newestUse = { take: 1, orderBy: { usedOn: 'desc' }, select: { lastAt: true } } as const;

export const TrustedDocument = builder.prismaNode('TrustedDocument', {
  ...recordNode,
  fields: (t) => ({
    hash: t.exposeString('hash'),
    operationName: t.exposeString('operationName'),
    kind: t.expose('kind', { type: OperationKind }),
    document: t.exposeString('document'),
    usesFields: t.exposeStringList('usesFields', { listSize: most.fieldsOfTrustedDocument }),
    cost: t.exposeInt('cost', { nullable: true }),
    registeredAt: t.expose('registeredAt', { type: 'DateTime' }),
    clients: t.relation('clients', {
      description:
        'โปรแกรมที่ลงทะเบียนไว้ ไม่มี = ถามด้วยรหัสนี้ไม่ได้ · The front ends that registered it, by name; where there is none, it is no longer served.',
      query: { orderBy: { client: 'asc' }, take: most.clientsOfTrustedDocument },
      listSize: most.clientsOfTrustedDocument,
    }),
    uses: t.relation('uses', {
      description:
        'จำนวนครั้งที่ใช้ในแต่ละวัน วันล่าสุดก่อน ไม่เกิน 90 วัน · How often it was asked for by day, the latest day first, 90 at the most.',
      query: { orderBy: { usedOn: 'desc' }, take: most.daysOfTrustedDocument },
      listSize: most.daysOfTrustedDocument,
    }),
    lastUsedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'ใช้ครั้งล่าสุดเมื่อ ยังไม่เคย = null · When it was last asked for, up to a minute late; null when never.',
      select: { uses: newestUse },
      resolve: ({ uses }) => uses[0]?.lastAt ?? null,
    }),
  }),
});

builder.prismaObject('TrustedDocumentClient', {
  fields: (t) => ({
    client: t.exposeString('client'),
    registeredAt: t.expose('registeredAt', { type: 'DateTime' }),
  }),
});

builder.prismaObject('TrustedDocumentUse', {
  fields: (t) => ({
    usedOn: t.expose('usedOn', { type: 'Date' }),
    times: t.exposeInt('times'),
    lastAt: t.expose('lastAt', { type: 'DateTime' }),
  }),
});

export const TrustedDocumentConnection = builder.connectionObject({
  type: TrustedDocument,
  name: 'TrustedDocumentConnection',
});

const subject = { th: 'คำถามที่ลงทะเบียน', en: 'trusted documents' };

export const TrustedDocumentWhere = whereInput('TrustedDocumentWhere', subject, {});

export const TrustedDocumentOrder = orderInput('TrustedDocumentOrder', subject, {
  operationName: 'ชื่อคำสั่ง · Name of the operation.',
});

export const trustedDocumentList: ListPolicy = {
  model: 'TrustedDocument',
  shape: shapeOf('TrustedDocument'),
  defaultOrder: { registeredAt: 'desc' },
};
