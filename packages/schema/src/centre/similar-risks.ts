import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { Message } from '../base/message.logic.ts';
import { builder } from '../graphql/builder.ts';
import { Check } from '../graphql/inputs/check.ts';
import { reusable } from '../graphql/reusable.ts';
import { nameOfValue } from '../graphql/value-names.ts';
import { CurrentRiskLevel } from '../risk/risk.enums.ts';
import { riskById } from '../risk/risk.loader.ts';
import { Risk } from '../risk/risk.type.ts';
import { cityDb } from '../tenancy/city-db.ts';
import { todayFor } from '../tenancy/moment.ts';
import { notAsOfMoment } from '../tenancy/moment-refusals.ts';
import { dayAlone, fiscalYearOf, selectedAgencies, withSelectionNotices } from './agency-selection.ts';
import { Centre } from './centre.type.ts';
import { CentreFilterInput, processCondition } from './filter.ts';
import { CLUSTERS_MAX, type Cluster, clustersSql, RISKS_SHOWN, type SimilarRisk } from './similar-risk-clusters.ts';

const SCORE = { min: 0.3, max: 1, usual: 0.6 };

type LevelName = 'UNASSESSED' | 'LOW' | 'MEDIUM' | 'HIGH' | 'EXTREME';

const levels = [
  ['unassessed', 'UNASSESSED'],
  ['low', 'LOW'],
  ['medium', 'MEDIUM'],
  ['high', 'HIGH'],
  ['extreme', 'EXTREME'],
] as const;

const LevelCount = builder
  .objectRef<{ readonly level: LevelName; readonly name: Message; readonly count: number }>('SimilarRiskLevel')
  .implement({
    description: 'จำนวนความเสี่ยงในระดับหนึ่งของกลุ่ม · Risks of a cluster at one current level.',
    fields: (t) => ({
      level: t.expose('level', { type: CurrentRiskLevel, description: 'ระดับ · The level.' }),
      nameTh: t.string({ description: 'ชื่อภาษาไทย · Name in Thai.', resolve: ({ name }) => name.th }),
      nameEn: t.string({ description: 'ชื่อภาษาอังกฤษ · Name in English.', resolve: ({ name }) => name.en }),
      count: t.exposeInt('count', { description: 'จำนวน · How many.' }),
    }),
  });

const Member = builder.objectRef<SimilarRisk>('SimilarRiskOfCluster').implement({
  description: 'ความเสี่ยงหนึ่งในกลุ่มที่ข้อความคล้ายกัน · A risk of a cluster.',
  fields: (t) => ({
    score: t.exposeFloat('score', {
      description: 'ความคล้ายกับข้อความของกลุ่ม · How like the cluster’s text it is, as in `Risk.similar`.',
    }),
    isIdentical: t.exposeBoolean('isIdentical', {
      description:
        'ข้อความเดียวกับของกลุ่ม ต่างได้เพียงตัวพิมพ์ เลขไทยหรืออารบิก และเครื่องหมาย · Whether it is the cluster’s text but for case, digits of either script, and signs.',
    }),
    risk: t.field({
      type: Risk,
      nullable: true,
      extensions: reusable('ACCOUNT'),
      description: 'ความเสี่ยง · The risk; null when it is gone since it was found.',
      resolve: ({ id }, _args, context, info) => riskById(id, context, info),
    }),
  }),
});

const SimilarRisks = builder.objectRef<Cluster>('SimilarRisks').implement({
  description: 'ความเสี่ยงเดียวกันหรือคล้ายกันในหลายหน่วยงาน · The same or nearly the same risk in several agencies.',
  fields: (t) => ({
    titleTh: t.exposeString('titleTh', {
      description:
        'ข้อความของกลุ่ม ซึ่งเป็นของความเสี่ยงหนึ่งในกลุ่ม · The cluster’s text: that of one of its risks, which the others are like.',
    }),
    agencyCount: t.exposeInt('agencyCount', { description: 'จำนวนหน่วยงาน · In how many agencies it is.' }),
    riskCount: t.exposeInt('riskCount', { description: 'จำนวนความเสี่ยง · How many risks are in it.' }),
    copiedAgencyCount: t.exposeInt('copiedAgencyCount', {
      description:
        'จำนวนหน่วยงานที่ข้อความเหมือนของหน่วยงานอื่นทุกตัวอักษร ที่เหลือเพียงคล้ายกัน · Agencies whose text is the same as that of another agency in the cluster (but for case, digits of either script, and signs); those of the others are nearly the same.',
    }),
    levels: t.field({
      type: [LevelCount],
      listSize: levels.length,
      description: 'จำนวนตามระดับปัจจุบัน ครบทุกระดับ · Its risks by current level, every level with those that have none.',
      resolve: (cluster, _args, _context, { schema }) =>
        levels.map(([column, level]) => ({
          level,
          name: nameOfValue(schema, 'CurrentRiskLevel', level),
          count: cluster[column],
        })),
    }),
    risks: t.field({
      type: [Member],
      listSize: RISKS_SHOWN,
      description: `ความเสี่ยงในกลุ่ม คล้ายที่สุดก่อน (ไม่เกิน ${RISKS_SHOWN}) · Its risks, most alike first, the first ${RISKS_SHOWN}.`,
      resolve: ({ risks }) => [...risks],
    }),
    isSample: t.exposeBoolean('isSample', {
      description: 'มีข้อมูลตัวอย่างที่แต่งขึ้น · Whether invented risks of sample agencies are in it.',
    }),
  }),
});

/** The newest register of each agency that the viewer may see, unless a year is asked for. */
const inYear = (year: number | null | undefined, floor: number): Prisma.Sql =>
  year
    ? Prisma.sql`r."fiscalYear" = ${year}`
    : Prisma.sql`(r."agencyId", r."fiscalYear") IN (SELECT "agencyId", max("fiscalYear") FROM "RiskRegister" WHERE disclosure >= ${floor} GROUP BY 1)`;

builder.objectFields(Centre, (t) => ({
  similarRisks: t.field({
    type: [SimilarRisks],
    description: [
      'ความเสี่ยงเดียวกันหรือคล้ายกันที่อยู่ในหลายหน่วยงาน ในทะเบียนล่าสุดของแต่ละหน่วยงานหรือของปีที่ระบุ หน่วยงานมากที่สุดก่อน · The same or nearly the same risk in several agencies (a systemic risk), in the newest register of each, or in those of a year; most agencies first, then most risks.',
      `A cluster is a text and all that is like it; a risk that is like the texts of two is in both. The ${CLUSTERS_MAX} most widespread are looked for; one in few agencies whose texts differ much may be missed. Not as of a moment. Errors: INVALID_INPUT.`,
    ].join(' '),
    // Every risk is compared with the text of each cluster, however many are asked for.
    listSize: ({ first }, { agencies }) => Math.max(0, first) + agencies,
    args: {
      minScore: t.arg.float({
        description: `ความคล้ายขั้นต่ำ ${SCORE.min} ถึง ${SCORE.max} ค่าเริ่มต้น ${SCORE.usual} · How alike risks of a cluster are at least, from ${SCORE.min} to ${SCORE.max} (the same text); ${SCORE.usual} unless given.`,
      }),
      first: t.arg.int({
        required: true,
        description: `จำนวนกลุ่มที่ขอ (1-${CLUSTERS_MAX}) · How many clusters, 1 to ${CLUSTERS_MAX}.`,
      }),
      fiscalYear: t.arg({
        type: 'FiscalYear',
        description: 'ปีงบประมาณของทะเบียน · Fiscal year of the registers; the newest of each agency when absent.',
      }),
      filter: t.arg({ type: CentreFilterInput, description: 'ขอบเขต · What to compare.' }),
    },
    resolve: async (_centre, { minScore: given, first, fiscalYear, filter }, context) => {
      const minScore = given ?? SCORE.usual;
      const check = new Check();
      check.within('minScore', minScore, SCORE.min, SCORE.max);
      check.within('first', first, 1, CLUSTERS_MAX);
      check.refuse();
      if (context.tenancy.moment) throw notAsOfMoment();
      const { floor, query } = cityDb(context);
      const seen = Prisma.sql`
        SELECT f.id, f."agencyId", f.identity, f.size, f.bits, f.bands, r.level, "Agency".kind = 'SAMPLE' AS "isSample"
        FROM "TextFingerprint" f JOIN "Risk" r ON r."agencyId" = f."agencyId" AND r.id = f.id JOIN "Agency" ON "Agency".id = r."agencyId"
        WHERE f.kind = 'RISK' AND f.size > 0 AND f.disclosure >= ${floor} AND r.disclosure >= ${floor} AND ${inYear(fiscalYear, floor)}
          AND ${selectedAgencies(filter, fiscalYear ? fiscalYearOf(fiscalYear) : dayAlone(todayFor(context)))} AND ${processCondition(filter, Prisma.sql`r."processArea"`)}`;
      const rows = await query<Cluster>(clustersSql(seen, minScore, first));
      return withSelectionNotices(context, filter, rows);
    },
  }),
}));
