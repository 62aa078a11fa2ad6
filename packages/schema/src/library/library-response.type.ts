import { Agency } from '../agency/agency.type.ts';
import { builder } from '../graphql/builder.ts';
import { Origin } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';
import { riskById } from '../risk/risk.loader.ts';
import { Risk } from '../risk/risk.type.ts';
import { LibraryDecision } from './library.enums.ts';
import { LibraryRisk } from './library-risk.type.ts';

export const LibraryResponse = builder.prismaNode('LibraryResponse', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานที่ตอบ · The agency that answers.' }),
    libraryRisk: t.relation('libraryRisk'),
    decision: t.expose('decision', { type: LibraryDecision }),
    reasonTh: t.exposeString('reasonTh', { nullable: true }),
    risk: t.field({
      type: Risk,
      nullable: true,
      description:
        'ความเสี่ยงของหน่วยงานที่มาจากหรือแทนรายการนี้ · The agency’s risk that stands for it; null when declined or the viewer may not see it.',
      select: { riskId: true },
      resolve: ({ riskId }, _args, context, info) => riskById(riskId, context, info),
    }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime' }),
    origin: t.expose('origin', { type: Origin }),
    version: t.exposeInt('version'),
  }),
});

export const LibraryResponseConnection = builder.connectionObject({
  type: LibraryResponse,
  name: 'LibraryResponseConnection',
});

const LibraryResponseWhere = whereInput(
  'LibraryResponseWhere',
  { th: 'คำตอบต่อคลังความเสี่ยง', en: 'answers to the library' },
  {},
  { loaded: ['risk'] },
);

const LibraryResponseOrder = orderInput(
  'LibraryResponseOrder',
  { th: 'คำตอบต่อคลังความเสี่ยง', en: 'answers to the library' },
  { decidedAt: 'เวลาที่ตอบ · When it was decided.', decision: 'คำตอบ · Answer.' },
);

const responseList: ListPolicy = {
  model: 'LibraryResponse',
  shape: shapeOf('LibraryResponse'),
  defaultOrder: { decidedAt: 'desc' },
  searched: (wordsOf) => ({ libraryRisk: wordsOf('LibraryRisk') }),
};

/** No agency has this id: who acts for none has no answer of its own. */
const noAgency = '00000000-0000-0000-0000-000000000000';

builder.prismaObjectFields(LibraryRisk, (t) => ({
  myResponse: t.field({
    type: LibraryResponse,
    nullable: true,
    description: 'คำตอบของหน่วยงานของผู้ใช้ · The answer of the viewer’s agency; null while there is none.',
    select: (_args, { viewer }, nested) => ({
      responses: nested({ where: { agencyId: viewer.agency?.id ?? noAgency }, take: 1 }),
    }),
    resolve: ({ responses }) => responses[0] ?? null,
  }),
  responses: t.relatedConnection(
    'responses',
    {
      ...relatedList(responseList),
      description:
        'คำตอบที่ผู้ใช้เห็นได้ ใหม่สุดก่อน · Answers that the viewer may see, newest first: all for the centre, its own for an agency.',
      args: listArguments(LibraryResponseWhere, LibraryResponseOrder),
    },
    LibraryResponseConnection,
  ),
}));

builder.prismaObjectFields(Agency, (t) => ({
  libraryResponses: t.relatedConnection(
    'libraryResponses',
    {
      ...relatedList(responseList),
      nullable: true,
      description:
        'คำตอบของหน่วยงานต่อคลังความเสี่ยง ใหม่สุดก่อน · Answers of the agency to the library that the viewer may see, newest first.',
      args: listArguments(LibraryResponseWhere, LibraryResponseOrder),
    },
    LibraryResponseConnection,
  ),
}));
