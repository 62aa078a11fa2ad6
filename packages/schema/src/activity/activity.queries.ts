import { builder } from '../graphql/builder.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { rootList } from '../graphql/paging/record-lists.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import {
  activityList,
  IntegrityActivity,
  IntegrityActivityConnection,
  IntegrityActivityOrder,
  IntegrityActivityWhere,
} from './activity.type.ts';

type Asked = { readonly where?: object };

/** The same rows, of the kind TRAINING alone. */
const trainingsIn = ({ integrityActivity }: ScopedDb) => {
  const trainings = <Args extends Asked>(args: Args) => ({
    ...args,
    where: { AND: [args.where ?? {}, { kind: 'TRAINING' as const }] },
  });
  return {
    count: (args: { where: object }) => integrityActivity.count(trainings(args)),
    findMany: (args: object) => integrityActivity.findMany(trainings(args)),
  };
};

const activities = rootList((db) => db.integrityActivity, activityList);
const trainings = rootList(trainingsIn, activityList);

builder.queryFields((t) => ({
  activities: t.prismaConnection(
    {
      type: IntegrityActivity,
      ...activities,
      nullable: true,
      description:
        'กิจกรรมทุกชนิดที่ผู้ใช้เห็นได้ ล่าสุดก่อน · Activities of every kind that the viewer may see, latest first. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(IntegrityActivityWhere, IntegrityActivityOrder),
    },
    IntegrityActivityConnection,
  ),
  trainings: t.prismaConnection(
    {
      type: IntegrityActivity,
      ...trainings,
      nullable: true,
      description:
        'การอบรมที่ผู้ใช้เห็นได้ ล่าสุดก่อน เป็นส่วนหนึ่งของรายการกิจกรรม · Trainings that the viewer may see, latest first: those of `activities` that are of the kind TRAINING. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(IntegrityActivityWhere, IntegrityActivityOrder),
    },
    IntegrityActivityConnection,
  ),
}));
