import { createContextCache } from '@pothos/core';
import { builder } from '../graphql/builder.ts';
import type { Context } from '../tenancy/context.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { ServiceKey } from './service-key.type.ts';

export const ServiceKeyPayload = builder.objectRef<{ serviceKeyId: string }>('ServiceKeyPayload').implement({
  description: 'กุญแจบริการหลังการเปลี่ยนแปลง · The service key after the change.',
  fields: (t) => ({
    serviceKey: t.prismaField({
      type: ServiceKey,
      description: 'กุญแจบริการ · The service key.',
      resolve: (query, { serviceKeyId }, _args, context) =>
        agencyDb(context).serviceKey.findUniqueOrThrow({ ...query, where: { id: serviceKeyId } }),
    }),
  }),
});

/** Secrets that a request made, by key. They are in its memory alone: what a repeated request is answered from has none. */
export const newSecrets = createContextCache((_context: Context) => new Map<string, string>());

export const NewSecretPayload = builder.objectRef<{ serviceKeyId: string }>('NewSecretPayload').implement({
  description: 'กุญแจบริการและรหัสลับซึ่งแสดงครั้งเดียว · A service key and its secret, which is shown this once.',
  fields: (t) => ({
    serviceKey: t.prismaField({
      type: ServiceKey,
      description: 'กุญแจบริการ · The service key.',
      resolve: (query, { serviceKeyId }, _args, context) =>
        agencyDb(context).serviceKey.findUniqueOrThrow({ ...query, where: { id: serviceKeyId } }),
    }),
    secret: t.string({
      nullable: true,
      description:
        'รหัสลับ ส่งเป็น `Authorization: Bearer rk_…` แสดงครั้งเดียวและไม่มีเก็บไว้ที่ใด · The secret, sent as `Authorization: Bearer rk_…`. It is shown this once and kept nowhere; null when a request is repeated under its Idempotency-Key: rotate the key then.',
      resolve: ({ serviceKeyId }, _args, context) => newSecrets(context).get(serviceKeyId) ?? null,
    }),
  }),
});
