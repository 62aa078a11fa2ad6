import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { correctDocuments, correctionName } from './documents/correct-documents.ts';
import { writeCrossAgencyFindings } from './documents/cross-agency-findings.ts';
import { writeDeclarations } from './documents/declarations.ts';
import { writeDocuments } from './documents/documents.ts';
import { writeGuidelines } from './documents/guidelines.ts';
import { writeItaResults } from './documents/ita.ts';
import { writeAccounts } from './people/accounts.ts';

import { writeSampleKeys } from './people/sample-keys.ts';
import { writeSampleQueries } from './people/sample-queries.ts';
import { writeCalendar } from './reference/calendar.ts';
import { rulesName, writeDocumentRules } from './reference/document-rules.ts';
import { writeIntegrityTargets } from './reference/integrity-targets.ts';
import { writeItaRuleSets } from './reference/ita-rule-sets.ts';
import { writeOitTopics } from './reference/oit-topics.ts';
import { writeOversight, writeSampleOversight } from './reference/oversight.ts';
import { writeReference } from './reference/reference-data.ts';
import { writeRegistryAccount } from './rows/registry-account.ts';
import { versioned } from './rows/version.ts';
import { writeSampleActivities } from './sample/activities.ts';
import { writeSampleCommittees } from './sample/committees.ts';
import { writeSampleDeclarations } from './sample/declarations.ts';
import { fillSampleAreas } from './sample/fill-areas.ts';
import { writeSampleGifts } from './sample/gifts.ts';
import { writeSampleGuidelines } from './sample/guidelines.ts';
import { writeSampleInternalAudits } from './sample/internal-audits.ts';
import { writeSampleInvitations } from './sample/invitations.ts';
import { writeSampleItaResults } from './sample/ita.ts';
import { writeSampleItaRound } from './sample/ita-round.ts';
import { writeLibrary } from './sample/library.ts';
import { writeSampleOitAnswers } from './sample/oit-answers.ts';
import { nameSampleCommittees } from './sample/register-committees.ts';
import { writeSampleCity } from './sample/sample-city.ts';
import { writeSampleLife } from './sample/sample-life.ts';
import { writeYearReports } from './sample/year-reports.ts';

/** A set of data that is loaded once, under its name. */
export type Dataset = {
  name: string;
  title: string;
  isSample: boolean;
  write: (tx: Prisma.TransactionClient) => Promise<number>;
};

/** In this order: each may refer to what the ones before it brought. */
export const datasets: readonly Dataset[] = [
  { name: 'reference', title: 'ข้อมูลอ้างอิง · reference data', isSample: false, write: writeReference },
  { name: 'calendar', title: 'วันหยุดและระยะเวลา · holidays and legal clocks', isSample: false, write: writeCalendar },
  {
    name: rulesName,
    title: 'กฎเกณฑ์ในเอกสาร · rules of the documents',
    isSample: false,
    write: writeDocumentRules,
  },
  { name: 'registry-account', title: 'บัญชีของระบบ · its own account', isSample: false, write: writeRegistryAccount },
  { name: 'oversight', title: 'การกำกับดูแล · oversight', isSample: false, write: writeOversight },
  { name: 'documents', title: 'ข้อมูลจากเอกสาร · the documents', isSample: false, write: writeDocuments },
  {
    name: correctionName,
    title: 'แก้ไขข้อมูลจากเอกสารที่โหลดไว้ก่อน · corrections of what was loaded from the documents before',
    isSample: false,
    write: correctDocuments,
  },
  {
    name: versioned('cross-agency-findings'),
    title: 'ข้อสังเกตข้ามหน่วยงาน · findings across agencies',
    isSample: false,
    write: writeCrossAgencyFindings,
  },
  {
    name: 'ita-rule-sets',
    title: 'เกณฑ์การประเมิน ITA · rules of the ITA',
    isSample: false,
    write: writeItaRuleSets,
  },
  {
    name: 'integrity-targets',
    title: 'เป้าหมายจากเอกสาร · targets of the documents',
    isSample: false,
    write: writeIntegrityTargets,
  },
  { name: 'oit-topics', title: 'หัวข้อ OIT จากเอกสาร · topics of the OIT', isSample: false, write: writeOitTopics },
  {
    name: 'ita-results',
    title: 'ผลการประเมิน ITA จากเอกสาร · ITA results of the documents',
    isSample: false,
    write: writeItaResults,
  },
  {
    name: 'declarations',
    title: 'ประกาศนโยบายและมาตรการในเอกสาร · declarations of the documents',
    isSample: false,
    write: writeDeclarations,
  },
  {
    name: 'guidelines',
    title: 'แนวทางและผลตามตัวชี้วัดในเอกสาร 004 · guidelines and results of document 004',
    isSample: false,
    write: writeGuidelines,
  },
  { name: 'sample-city', title: 'หน่วยงานตัวอย่าง · the sample city', isSample: true, write: writeSampleCity },
  {
    name: 'sample-areas',
    title: 'ด้านตามแบบประเมินของหน่วยงานตัวอย่าง · areas of the bribery form in the sample city',
    isSample: true,
    write: fillSampleAreas,
  },
  {
    name: 'sample-life',
    title: 'วงจรชีวิตของหน่วยงานตัวอย่าง · the life of the sample city',
    isSample: true,
    write: writeSampleLife,
  },
  {
    name: 'sample-guidelines',
    title: 'แนวทางและผลตามตัวชี้วัดของหน่วยงานตัวอย่าง · guidelines and results of the sample city',
    isSample: true,
    write: writeSampleGuidelines,
  },
  {
    name: 'sample-year-reports',
    title: 'รายงานผลของหน่วยงานตัวอย่าง · year reports of the sample city',
    isSample: true,
    write: writeYearReports,
  },
  { name: 'sample-library', title: 'คลังความเสี่ยงตัวอย่าง · the sample risk library', isSample: true, write: writeLibrary },
  {
    name: 'sample-oversight',
    title: 'การกำกับดูแลหน่วยงานตัวอย่าง · oversight of the sample city',
    isSample: true,
    write: writeSampleOversight,
  },
  {
    name: 'sample-declarations',
    title: 'ประกาศของหน่วยงานตัวอย่าง · declarations of the sample city',
    isSample: true,
    write: writeSampleDeclarations,
  },
  {
    name: 'sample-activities',
    title: 'กิจกรรมของหน่วยงานตัวอย่าง · activities of the sample city',
    isSample: true,
    write: writeSampleActivities,
  },
  {
    name: 'sample-ita-results',
    title: 'ผลการประเมิน ITA ของหน่วยงานตัวอย่าง · ITA results of the sample city',
    isSample: true,
    write: writeSampleItaResults,
  },
  {
    name: 'sample-committees',
    title: 'คณะกรรมการและข้อมูลที่เผยแพร่ของหน่วยงานตัวอย่าง · committees of the sample city, and what it makes public',
    isSample: true,
    write: writeSampleCommittees,
  },
  {
    name: 'sample-register-committees',
    title: 'คณะกรรมการของทะเบียนความเสี่ยงตัวอย่าง · committees of the sample registers',
    isSample: true,
    write: nameSampleCommittees,
  },
  {
    name: 'sample-gifts',
    title: 'รายงานของขวัญของหน่วยงานตัวอย่าง · gift reports of the sample city',
    isSample: true,
    write: writeSampleGifts,
  },
  {
    name: 'sample-internal-audits',
    title: 'การตรวจสอบภายในของหน่วยงานตัวอย่าง · internal audits of the sample city',
    isSample: true,
    write: writeSampleInternalAudits,
  },
  {
    name: 'sample-ita-round',
    title: 'แบบตรวจ OIT สมมติของหน่วยงานตัวอย่าง · invented OIT checklist of the sample city',
    isSample: true,
    write: writeSampleItaRound,
  },
  {
    name: 'sample-oit-answers',
    title: 'คำตอบและผลการตรวจ OIT ของหน่วยงานตัวอย่าง · answers to the OIT of the sample city, and how they were reviewed',
    isSample: true,
    write: writeSampleOitAnswers,
  },
  { name: 'accounts', title: 'บัญชีทดลองใช้ · demo accounts', isSample: true, write: writeAccounts },
  { name: 'sample-queries', title: 'คำถามที่บันทึกไว้ · saved queries', isSample: true, write: writeSampleQueries },
  {
    name: 'sample-invitations',
    title: 'คำเชิญตัวอย่าง · sample invitations',
    isSample: true,
    write: writeSampleInvitations,
  },
  { name: 'sample-keys', title: 'กุญแจบริการตัวอย่าง · service keys', isSample: true, write: writeSampleKeys },
];
