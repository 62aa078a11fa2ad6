import { accountNameById } from '../agency/account.loader.ts';
import { Agency, AgencyWhere } from '../agency/agency.type.ts';
import { todayInBangkok } from '../base/today.logic.ts';
import { builder } from '../graphql/builder.ts';
import { RoleEnum } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { orderedArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';
import { keepingOfKey } from './kept-keys.ts';
import { ServiceKeyStatus } from './membership.enums.ts';
import { stateOfKey } from './service-key.logic.ts';

export const ServiceKey = builder.prismaNode('ServiceKey', {
  ...recordNode,
  fields: (t) => ({
    nameTh: t.exposeString('nameTh'),
    nameEn: t.exposeString('nameEn', { nullable: true }),
    role: t.expose('role', { type: RoleEnum }),
    agency: t.relation('agency', { nullable: true }),
    suffix: t.exposeString('suffix'),
    status: t.field({
      type: ServiceKeyStatus,
      description: 'สถานะของกุญแจ · State of the key now.',
      select: { id: true, endsOn: true, formerUntil: true, revokedAt: true },
      resolve: async (key, _args, context) => {
        const keeping = await keepingOfKey(context, key.id);
        const { isHeld = false, isKept = false } = keeping ?? {};
        return stateOfKey({ ...key, isHeld, isKept }, new Date(), todayInBangkok());
      },
    }),
    endsOn: t.expose('endsOn', { type: 'Date' }),
    formerUntil: t.expose('formerUntil', { type: 'DateTime', nullable: true }),
    rotatedAt: t.expose('rotatedAt', { type: 'DateTime', nullable: true }),
    documentsOnly: t.exposeBoolean('documentsOnly'),
    documentsOf: t.exposeString('documentsOf', { nullable: true }),
    pointsPerMinute: t.exposeInt('pointsPerMinute', { nullable: true }),
    lastUsedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'ใช้ล่าสุด (คลาดเคลื่อนราวสิบนาที) ยังไม่เคย = null · When it was last used, to some ten minutes; null when it was not.',
      select: { account: { select: { lastSignInAt: true } } },
      resolve: ({ account }) => account.lastSignInAt,
    }),
    keeperName: t.string({
      nullable: true,
      description:
        'ชื่อผู้รับผิดชอบ คือผู้สร้างหรือผู้หมุนเวียนล่าสุด · Name of who answers for it: who made it, or rotated it last; null where the viewer does not see them.',
      select: { keeperId: true },
      resolve: ({ keeperId }, _args, context) => accountNameById(context).load(keeperId),
    }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true }),
    version: t.exposeInt('version'),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'สร้างเมื่อใด · When it was made.' }),
  }),
});

export const ServiceKeyConnection = builder.connectionObject({ type: ServiceKey, name: 'ServiceKeyConnection' });

const subject = { th: 'กุญแจบริการ', en: 'service keys' };

export const ServiceKeyWhere = whereInput('ServiceKeyWhere', subject, { agency: AgencyWhere });

export const ServiceKeyOrder = orderInput('ServiceKeyOrder', subject, {});

export const serviceKeyList: ListPolicy = {
  model: 'ServiceKey',
  shape: shapeOf('ServiceKey'),
  defaultOrder: { createdAt: 'desc' },
};

builder.prismaObjectFields(Agency, (t) => ({
  serviceKeys: t.relatedConnection(
    'serviceKeys',
    {
      ...relatedList(serviceKeyList),
      nullable: true,
      description:
        'กุญแจบริการของหน่วยงาน ใหม่สุดก่อน · Service keys of the agency, newest first, also those that ended. For its own administrators; those of the city see none of an agency. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: orderedArguments(ServiceKeyWhere, ServiceKeyOrder),
    },
    ServiceKeyConnection,
  ),
}));
