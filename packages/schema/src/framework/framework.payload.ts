import { builder } from '../graphql/builder.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Framework } from './framework.type.ts';

export const FrameworkPayload = builder.objectRef<{ id: string }>('FrameworkPayload').implement({
  description: 'กรอบแผนที่เพิ่มหรือเพิ่มเติม · The framework that was added, or to which something was added.',
  fields: (t) => ({
    framework: t.prismaField({
      type: Framework,
      description: 'กรอบแผน · The framework.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).framework.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

/** Whether a framework of the version exists, so that an unknown part is told apart from an unknown version. */
export const hasFramework = async (db: ScopedDb, version: string): Promise<boolean> =>
  (await db.framework.findUnique({ where: { version }, select: { id: true } })) !== null;
