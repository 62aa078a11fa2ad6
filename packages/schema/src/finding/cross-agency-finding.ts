import { Agency } from '../agency/agency.type.ts';
import { builder } from '../core/builder.ts';
import { Origin } from '../core/enums.ts';
import { most } from '../core/limits/parts.logic.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { FindingSeverity } from './finding.type.ts';

builder.prismaObject('CrossAgencyEvidence', {
  fields: (t) => ({
    sortOrder: t.exposeInt('sortOrder'),
    agency: t.relation('about'),
    sourceDocument: t.exposeString('sourceDocument'),
    sourceSection: t.exposeString('sourceSection', { nullable: true }),
    printed: t.exposeString('printed', { nullable: true }),
  }),
});

const CrossAgencyFinding = builder.prismaObject('CrossAgencyFinding', {
  fields: (t) => ({
    code: t.exposeString('code'),
    severity: t.expose('severity', { type: FindingSeverity }),
    messageTh: t.exposeString('messageTh'),
    messageEn: t.exposeString('messageEn'),
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
