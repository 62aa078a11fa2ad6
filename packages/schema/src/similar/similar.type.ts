import { builder } from '../graphql/builder.ts';
import { Check } from '../graphql/inputs/check.ts';
import type { CityCounts } from '../graphql/limits/list-size.ts';
import { libraryRiskById } from '../library/library.loader.ts';
import { projectById } from '../plan/plan.loader.ts';
import { Project } from '../plan/project.type.ts';
import { riskById } from '../risk/risk.loader.ts';
import { Risk } from '../risk/risk.type.ts';
import type { Similar } from '../tenancy/similar-read.ts';
import { SCORE_MIN, similarToProject, similarToRisk } from './similar.loader.ts';

const FIRST_MAX = 50;

/** One statement for all records of a kind, with what the client selected of each. */
const recordById = { RISK: riskById, PROJECT: projectById, LIBRARY_RISK: libraryRiskById } as const;
const typeNames = { RISK: 'Risk', PROJECT: 'Project', LIBRARY_RISK: 'LibraryRisk' } as const;

const SimilarRecord = builder.objectRef<Similar>('SimilarRecord').implement({
  description: 'ระเบียนที่ข้อความคล้ายกัน · A record whose text is like that of another.',
  fields: (t) => ({
    score: t.exposeFloat('score', {
      description: `ความคล้าย ${SCORE_MIN} ถึง 1 คือส่วนของอักษรสามตัวติดกันที่ทั้งสองข้อความมีร่วมกัน เทียบกับที่มีในข้อความใดข้อความหนึ่ง · How alike they are, from ${SCORE_MIN} to 1: of the runs of three letters that either text has, the share that both have, within a few hundredths.`,
    }),
    isIdentical: t.exposeBoolean('isIdentical', {
      description:
        'ข้อความเดียวกัน ต่างได้เพียงตัวพิมพ์ เลขไทยหรืออารบิก และเครื่องหมาย · Whether the texts are the same but for case, digits of either script, and signs.',
    }),
    node: t.field({
      type: builder.nodeInterfaceRef(),
      nullable: true,
      description: 'ระเบียน · The record; null when it is gone since it was found.',
      resolve: async ({ kind, id }, _args, context, info) => {
        const record = await recordById[kind](id, context, info, typeNames[kind]);
        return record && { ...record, __typename: typeNames[kind] };
      },
    }),
  }),
});

const similarArguments = builder.args((t) => ({
  first: t.int({ required: true, description: `จำนวนที่ขอ (1-${FIRST_MAX}) · How many, 1 to ${FIRST_MAX}.` }),
}));

/** What comparing costs besides what it brings back: a role of the city compares with the records of every agency. */
const listSize = ({ first }: { first: number }, { agencies }: CityCounts): number => Math.max(0, first) + agencies;

function requireFirst(first: number): void {
  const check = new Check();
  check.within('first', first, 1, FIRST_MAX);
  check.refuse();
}

const order =
  'Most alike first, then by id; not the record itself, nor those that it continues or that continue it through the years. Not as of a moment. Errors: INVALID_INPUT.';

builder.prismaObjectFields(Risk, (t) => ({
  similar: t.field({
    type: [SimilarRecord],
    nullable: true,
    listSize,
    description: `ความเสี่ยงที่มีเหตุการณ์คล้ายกัน ในหน่วยงานของผู้ใช้ หรือทุกหน่วยงานสำหรับบทบาทส่วนกลาง และในคลังความเสี่ยง · Risks whose Thai event is like this one’s, among those that the viewer may see: of the own agency, or of all for roles of the city; and those of the library. ${order}`,
    args: similarArguments,
    select: { id: true },
    resolve: ({ id }, { first }, context) => {
      requireFirst(first);
      return similarToRisk(context).load({ id, first });
    },
  }),
}));

builder.prismaObjectFields(Project, (t) => ({
  similar: t.field({
    type: [SimilarRecord],
    nullable: true,
    listSize,
    description: `โครงการที่ชื่อคล้ายกัน ในหน่วยงานของผู้ใช้ หรือทุกหน่วยงานสำหรับบทบาทส่วนกลาง · Projects whose Thai title is like this one’s, among those that the viewer may see: of the own agency, or of all for roles of the city. ${order}`,
    args: similarArguments,
    select: { id: true },
    resolve: ({ id }, { first }, context) => {
      requireFirst(first);
      return similarToProject(context).load({ id, first });
    },
  }),
}));
