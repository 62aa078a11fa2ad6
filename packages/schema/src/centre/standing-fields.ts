import { AgencyKind } from '../agency/agency.enums.ts';
import { builder } from '../graphql/builder.ts';
import { enumOf } from '../graphql/enums.ts';
import { Centre } from './centre.type.ts';
import { agenciesMax } from './centre-filter.ts';
import { CountedRows } from './counted-rows.ts';
import { CentreFilterInput } from './filter.ts';
import { type MeasureName, measures, type Standing, standings } from './standing.ts';
import { yearArguments, yearsMax } from './years.ts';

const meaningOf = (measure: MeasureName): string => `${measures[measure].name.th} · ${measures[measure].name.en}.`;

const StandingMeasure = enumOf<MeasureName>('StandingMeasure', 'ตัววัดที่เทียบกัน · What agencies are compared by.', {
  HIGH_RISK_SHARE: meaningOf('HIGH_RISK_SHARE'),
  UNASSESSED_SHARE: meaningOf('UNASSESSED_SHARE'),
  MITIGATION_COMPLETION: meaningOf('MITIGATION_COMPLETION'),
  OVERDUE_SHARE: meaningOf('OVERDUE_SHARE'),
});

const AgencyStanding = builder.objectRef<Standing>('AgencyStanding').implement({
  description: 'ตำแหน่งของหน่วยงานเทียบกับหน่วยงานประเภทเดียวกัน · Where an agency stands among the agencies of its kind.',
  fields: (t) => ({
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear', description: 'ปีงบประมาณ · Fiscal year.' }),
    agencyCode: t.exposeString('agencyCode', { description: 'รหัสหน่วยงาน · Code of the agency.' }),
    agencyNameTh: t.exposeString('agencyNameTh', { description: 'ชื่อหน่วยงานภาษาไทย · Thai name of the agency.' }),
    agencyNameEn: t.exposeString('agencyNameEn', { description: 'ชื่อหน่วยงานภาษาอังกฤษ · English name of the agency.' }),
    agencyKind: t.expose('agencyKind', {
      type: AgencyKind,
      description: 'ประเภทหน่วยงานที่เทียบกัน · The kind of agency that it is compared with.',
    }),
    value: t.exposeFloat('value', { description: 'ค่าของหน่วยงาน (ร้อยละ) · Value of the agency, in percent.' }),
    percentile: t.exposeFloat('percentile', {
      description:
        'เปอร์เซ็นไทล์ 0-100: ร้อยละของหน่วยงานประเภทเดียวกันที่มีค่าน้อยกว่า ค่าเท่ากันนับครึ่งหนึ่ง · Percentile, 0 to 100: the share of its peers with a smaller value, equal ones, itself among them, counted half.',
    }),
    peerCount: t.exposeInt('peerCount', {
      description: 'จำนวนหน่วยงานที่เทียบ รวมหน่วยงานนี้ · How many agencies of the kind have a value, this one included.',
    }),
    peerMedian: t.exposeFloat('peerMedian', {
      description: 'มัธยฐานของหน่วยงานเหล่านี้ (ร้อยละ) · Their median, in percent.',
    }),
    rows: t.field({
      type: CountedRows,
      description: 'รายการที่ทำให้ได้ค่านี้ · The records that make up the share.',
      resolve: ({ rows }) => rows(),
    }),
    isSample: t.exposeBoolean('isSample', {
      description: 'เป็นหน่วยงานตัวอย่างที่แต่งขึ้น · Whether the agency is an invented one.',
    }),
  }),
});

builder.objectFields(Centre, (t) => ({
  standings: t.field({
    type: [AgencyStanding],
    description:
      'เปอร์เซ็นไทล์ของหน่วยงานเทียบกับหน่วยงานประเภทเดียวกัน · Percentile of agencies among those of their kind, by code, then by year. Agencies without anything to take a share of are absent. Errors: INVALID_INPUT.',
    listSize: ({ agencyCodes, filter, ...asked }, cityCounts) =>
      yearsMax(asked) * Math.min(agencyCodes?.length ?? cityCounts.agencies, agenciesMax(filter, cityCounts)),
    args: {
      measure: t.arg({ type: StandingMeasure, required: true, description: 'ตัววัด · What is compared.' }),
      ...yearArguments,
      agencyCodes: t.arg.stringList({
        description:
          'แสดงเฉพาะหน่วยงานเหล่านี้ โดยยังเทียบกับทุกหน่วยงาน · Agencies to show; they are compared with all of their kind.',
      }),
      filter: t.arg({ type: CentreFilterInput, description: 'หน่วยงานที่เทียบกัน · Which agencies are compared.' }),
    },
    resolve: (_centre, asked, context) => standings(context, asked),
  }),
}));
