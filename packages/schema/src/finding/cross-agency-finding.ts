import { Agency } from '../agency/agency.type.ts';
import { builder } from '../graphql/builder.ts';
import { Origin } from '../graphql/enums.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { RuleBasis } from '../graphql/rule-basis.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { basisOf } from './basis.type.ts';
import { FindingSeverity } from './finding.enums.ts';

builder.prismaObject('CrossAgencyEvidence', {
  fields: (t) => ({
    sortOrder: t.exposeInt('sortOrder'),
    agency: t.relation('about'),
    sourceDocument: t.exposeString('sourceDocument'),
    sourceSection: t.exposeString('sourceSection', { nullable: true }),
    printed: t.exposeString('printed', { nullable: true }),
  }),
});

type Compared = { readonly sourceDocument: string; readonly sourceSection: string | null };

/** What was compared, by the Thai names of its parts. */
const comparedTh = (evidence: readonly Compared[]): string => {
  const parts = evidence.map(({ sourceDocument, sourceSection }) =>
    ['เอกสาร', sourceDocument, sourceSection?.split(' · ')[0]].filter((each) => each).join(' '),
  );
  return `เปรียบเทียบ${parts.join(' กับ')}`;
};

const CrossAgencyFinding = builder.prismaObject('CrossAgencyFinding', {
  fields: (t) => ({
    code: t.exposeString('code'),
    severity: t.expose('severity', { type: FindingSeverity }),
    messageTh: t.exposeString('messageTh'),
    messageEn: t.exposeString('messageEn'),
    basis: t.field({
      type: RuleBasis,
      description:
        'สิ่งที่กำหนด · Whether a law, a document or the registry itself asks for it; what was transcribed is by the documents that were compared.',
      select: { code: true },
      resolve: ({ code }) => basisOf({ code, ruleKey: null }),
    }),
    basisTh: t.string({
      description: 'เอกสารที่นำมาเปรียบเทียบ และส่วนของเอกสาร · The documents that were compared and their parts, in Thai.',
      select: { evidence: { orderBy: { sortOrder: 'asc' }, select: { sourceDocument: true, sourceSection: true } } },
      resolve: ({ evidence }) => comparedTh(evidence),
    }),
    origin: t.expose('origin', { type: Origin }),
    evidence: t.relation('evidence', {
      query: { orderBy: { sortOrder: 'asc' } },
      listSize: most.agenciesOfFinding,
    }),
    agencies: t.field({
      type: [Agency],
      description: 'หน่วยงานที่เกี่ยวข้อง ตามลำดับหลักฐาน · The agencies concerned, in the order of the evidence.',
      listSize: most.agenciesOfFinding,
      select: (_args, _context, nested) => ({
        evidence: { orderBy: { sortOrder: 'asc' }, select: { about: nested(true) } },
      }),
      resolve: ({ evidence }) => evidence.map(({ about }) => about),
    }),
  }),
});

builder.queryFields((t) => ({
  crossAgencyFindings: t.prismaField({
    type: [CrossAgencyFinding],
    nullable: true,
    description: `ข้อสังเกตที่หลักฐานมาจากเอกสารของหลายหน่วยงาน รุนแรงที่สุดก่อน (ไม่เกิน ${most.findingsShown}) หน่วยงานไม่เห็น เพราะจะบอกว่าหน่วยงานอื่นเขียนอะไร · Findings whose evidence spans the documents of several agencies, the ${most.findingsShown} most severe. For CENTRE alone: to an agency they would tell what another has written. Errors: UNAUTHENTICATED, FORBIDDEN.`,
    listSize: most.findingsShown,
    resolve: (query, _root, _args, context) =>
      agencyDb(context).crossAgencyFinding.findMany({
        ...query,
        orderBy: [{ severity: 'asc' }, { id: 'asc' }],
        take: most.findingsShown,
      }),
  }),
}));
