import { enumOf } from './enums.ts';

export type RuleBasisName = 'LAW' | 'DOCUMENT' | 'REGISTRY_RULE';

/** What asks for a task or a finding: agencies are bound by laws and by their own documents, not by the customs of the registry. */
export const RuleBasis = enumOf<RuleBasisName>('RuleBasis', 'สิ่งที่กำหนดให้ทำ · What asks for something.', {
  LAW: 'กฎหมายหรือระเบียบ · A law or regulation.',
  DOCUMENT: 'เอกสารของหน่วยงานหรือของกรุงเทพมหานคร · A document of the agency or of the city.',
  REGISTRY_RULE:
    'หลักเกณฑ์ของทะเบียนเอง ไม่มีกฎหมายหรือเอกสารกำหนด · A rule of the registry’s own: no law or document sets it.',
});

/** How the basis of a rule of the registry's own begins. */
export const ownRule = 'หลักเกณฑ์ของทะเบียน';
