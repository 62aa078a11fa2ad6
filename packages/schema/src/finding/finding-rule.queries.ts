import { builder } from '../graphql/builder.ts';
import { RuleBasis } from '../graphql/rule-basis.ts';
import { checkDomains } from './checks/catalog.ts';
import type { FindingCheck } from './checks/check.ts';
import { FindingSeverity } from './finding.enums.ts';

const FindingRule = builder.objectRef<FindingCheck>('FindingRule').implement({
  description: 'สิ่งที่ทะเบียนตรวจเอง · One thing that the registry checks by itself.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'รหัสข้อสังเกต · Code of the findings that it makes.' }),
    severity: t.expose('severity', { type: FindingSeverity, description: 'ความรุนแรง · Severity of its findings.' }),
    titleTh: t.exposeString('titleTh', { description: 'ชื่อภาษาไทย · What is checked, in Thai.' }),
    titleEn: t.exposeString('titleEn', { description: 'ชื่อภาษาอังกฤษ · What is checked, in English.' }),
    basis: t.expose('basis', {
      type: RuleBasis,
      description: 'สิ่งที่กำหนด · Whether a law, a document or the registry itself asks for it.',
    }),
    basisTh: t.exposeString('basisTh', {
      description: 'ฐานของการตรวจ · The law or document that it rests on, or that it is the registry’s own rule.',
    }),
  }),
});

const checks = checkDomains.flatMap((domain) => domain.checks);

builder.queryFields((t) => ({
  findingRules: t.field({
    type: [FindingRule],
    description: 'สิ่งที่ทะเบียนตรวจเองทั้งหมด · Everything that the registry checks by itself. For everybody.',
    listSize: checks.length,
    resolve: () => checks,
  }),
}));
