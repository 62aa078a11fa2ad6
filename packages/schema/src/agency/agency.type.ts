import { builder } from '../graphql/builder.ts';
import { Origin } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { recordNode } from '../graphql/nodes.ts';
import { AgencyKind, DistrictGroup, UnitKind } from './agency.enums.ts';

/** The longest code of a unit or position, in characters. */
export const CODE_MAX = 50;

export const Agency = builder.prismaNode('Agency', {
  ...recordNode,
  fields: (t) => ({
    code: t.exposeString('code'),
    dopaCode: t.exposeInt('dopaCode', { nullable: true }),
    nameTh: t.exposeString('nameTh'),
    nameEn: t.exposeString('nameEn'),
    kind: t.expose('kind', { type: AgencyKind }),
    districtGroup: t.expose('districtGroup', { type: DistrictGroup, nullable: true }),
    parent: t.relation('parent', { nullable: true }),
    closedOn: t.expose('closedOn', { type: 'Date', nullable: true }),
    successor: t.relation('successor', { nullable: true }),
    version: t.exposeInt('version'),
    oversight: t.relation('oversight', {
      description:
        'ศูนย์ปฏิบัติการต่อต้านการทุจริตที่กำกับหน่วยงานนี้ ว่างเมื่อไม่มี ตามลำดับเวลา · Which centre oversees the agency, in the order of time; empty when none does. Anybody may ask.',
      query: { orderBy: [{ validFrom: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }] },
      listSize: most.oversightOfAgency,
    }),
    inferred: t.exposeStringList('inferred', { listSize: most.inferredFields }),
    noteTh: t.exposeString('noteTh', { nullable: true }),
    units: t.relation('units', {
      description: 'ส่วนราชการภายใน · Units of the agency, by code.',
      query: { orderBy: { code: 'asc' } },
      listSize: most.unitsOfAgency,
    }),
    positions: t.relation('positions', {
      description: 'ตำแหน่งในหน่วยงาน · Positions of the agency, by code.',
      query: { orderBy: { code: 'asc' } },
      listSize: most.positionsOfAgency,
    }),
  }),
});

export const AgencyConnection = builder.connectionObject({ type: Agency, name: 'AgencyConnection' });

export const Unit = builder.prismaNode('Unit', {
  ...recordNode,
  fields: (t) => ({
    code: t.exposeString('code'),
    nameTh: t.exposeString('nameTh'),
    nameEn: t.exposeString('nameEn', { nullable: true }),
    kind: t.expose('kind', { type: UnitKind }),
    namePrinted: t.exposeString('namePrinted', { nullable: true }),
    inferred: t.exposeStringList('inferred', { listSize: most.inferredFields }),
    noteTh: t.exposeString('noteTh', { nullable: true }),
    parent: t.relation('parent', { nullable: true }),
    origin: t.expose('origin', { type: Origin }),
    sourceDocument: t.exposeString('sourceDocument', { nullable: true }),
    sourceSection: t.exposeString('sourceSection', { nullable: true }),
    version: t.exposeInt('version'),
  }),
});

export const Position = builder.prismaNode('Position', {
  ...recordNode,
  fields: (t) => ({
    code: t.exposeString('code'),
    titleTh: t.exposeString('titleTh'),
    titleEn: t.exposeString('titleEn', { nullable: true }),
    isHead: t.exposeBoolean('isHead'),
    inferred: t.exposeStringList('inferred', { listSize: most.inferredFields }),
    unit: t.relation('unit', { nullable: true }),
    statutoryPowers: t.relation('statutoryPowers', {
      query: { orderBy: { id: 'asc' } },
      listSize: { each: most.statutoryPowersOfPosition, all: most.statutoryPowersOfAgency, of: 'Agency' },
    }),
    origin: t.expose('origin', { type: Origin }),
    sourceDocument: t.exposeString('sourceDocument', { nullable: true }),
    sourceSection: t.exposeString('sourceSection', { nullable: true }),
    version: t.exposeInt('version'),
  }),
});

export const AgencyWhere = whereInput('AgencyWhere', { th: 'หน่วยงาน', en: 'agencies' }, {});

/** By what other records find a position that they name. */
export const PositionWhere = whereInput('PositionWhere', { th: 'ตำแหน่ง', en: 'positions' }, {});

export const AgencyOrder = orderInput(
  'AgencyOrder',
  { th: 'หน่วยงาน', en: 'agencies' },
  {
    code: 'รหัส · Code.',
    nameTh: 'ชื่อไทยตามพจนานุกรม · Thai name, by the Thai dictionary.',
    nameEn: 'ชื่ออังกฤษ · English name.',
    dopaCode: 'รหัสเขต · District code.',
  },
);
