import { Position } from '../../agency/agency.type.ts';
import { builder } from '../../graphql/builder.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { PowerVerb, ProcessArea } from '../../taxonomy/taxonomy.enums.ts';
import { positionById } from '../delegation.loader.ts';
import { AuthorityStep } from './authority.type.ts';
import type { Baht } from './power-records.loader.ts';
import type { ConflictOfDuties, ConflictSide } from './segregation.logic.ts';

const SegregationSide = builder.objectRef<ConflictSide<Baht>>('SegregationSide').implement({
  description: 'อำนาจด้านหนึ่งที่ขัดกัน · One of two conflicting powers.',
  fields: (t) => ({
    verb: t.expose('verb', { type: PowerVerb, description: 'อำนาจ · What may be done.' }),
    givenBy: t.field({
      type: [AuthorityStep],
      listSize: most.stepsOfAuthority,
      description: 'ที่มาของอำนาจ · Every line or statutory power that gives it.',
      resolve: ({ givenBy }) => [...givenBy],
    }),
  }),
});

export const SegregationConflict = builder.objectRef<ConflictOfDuties<Baht>>('SegregationConflict').implement({
  description:
    'ตำแหน่งที่มีอำนาจขัดกันในกระบวนงานเดียว · A position that holds conflicting powers on one process, such as collecting and recording.',
  fields: (t) => ({
    position: t.field({
      type: Position,
      nullable: true,
      description: 'ตำแหน่ง · The position.',
      resolve: ({ positionId }, _args, context, info) => positionById(positionId, context, info),
    }),
    processArea: t.expose('processArea', { type: ProcessArea, description: 'กระบวนงาน · Process area.' }),
    isByLaw: t.exposeBoolean('isByLaw', {
      description: 'กฎหมายให้ทั้งสองอำนาจเอง · Whether the law itself gives it both.',
    }),
    sides: t.field({
      type: [SegregationSide],
      description: 'อำนาจทั้งสองด้าน · The two powers.',
      listSize: 2,
      resolve: ({ sides }) => [...sides],
    }),
  }),
});
