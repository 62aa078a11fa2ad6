import { Position } from '../../agency/agency.type.ts';
import { builder } from '../../graphql/builder.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { PowerVerb, ProcessArea } from '../../taxonomy/taxonomy.enums.ts';
import { ActingAppointment } from '../acting/acting-appointment.type.ts';
import { AuthorityRefusal, AuthorityStepKind } from '../delegation.enums.ts';
import {
  actingAppointmentById,
  delegatedPowerById,
  delegationOrderById,
  positionById,
  statutoryPowerById,
} from '../delegation.loader.ts';
import { DelegationOrder } from '../orders/order.type.ts';
import { DelegatedPower, StatutoryPower } from '../orders/power.type.ts';
import type { Authority } from './authority.logic.ts';
import { explanationOf } from './explanation.logic.ts';
import type { Baht } from './power-records.loader.ts';
import { holderOf, isActing, isLine, mayBePassedOn, type Step } from './power-records.logic.ts';
import type { HeldPower } from './powers-of.logic.ts';

const comesFrom = (step: Step<Baht>): string | null =>
  isLine(step) ? step.delegatorId : isActing(step) ? step.actsForId : null;

export const AuthorityStep = builder.objectRef<Step<Baht>>('AuthorityStep').implement({
  description:
    'ขั้นหนึ่งในสายอำนาจ · One step in a chain of authority: a statutory power, a line of an order, or an acting appointment.',
  fields: (t) => ({
    kind: t.field({
      type: AuthorityStepKind,
      description: 'ประเภท · Kind of the step.',
      resolve: (step) => (isLine(step) ? 'DELEGATED' : isActing(step) ? 'ACTING' : 'STATUTORY'),
    }),
    position: t.field({
      type: Position,
      nullable: true,
      description: 'ตำแหน่งที่ได้อำนาจในขั้นนี้ · The position that holds the power by this step.',
      resolve: (step, _args, context, info) => positionById(holderOf(step), context, info),
    }),
    from: t.field({
      type: Position,
      nullable: true,
      description:
        'ตำแหน่งผู้มอบอำนาจ หรือตำแหน่งที่ถูกแทน · The position that passes it on, or that is acted for; null for a statutory power.',
      resolve: (step, _args, context, info) => positionById(comesFrom(step), context, info),
    }),
    ceilingAmount: t.expose('ceilingAmount', {
      type: 'Decimal',
      nullable: true,
      description: 'วงเงินของขั้นนี้ (บาท) · Ceiling of this step in baht; null when it has none.',
    }),
    subDelegable: t.boolean({
      description: 'มอบอำนาจต่อได้หรือไม่ · Whether the position may pass it on; who holds it by law may.',
      resolve: mayBePassedOn,
    }),
    statutoryPower: t.field({
      type: StatutoryPower,
      nullable: true,
      description: 'อำนาจตามกฎหมาย · The statutory power, when it is one.',
      resolve: (step, _args, context, info) =>
        statutoryPowerById(isLine(step) || isActing(step) ? null : step.id, context, info),
    }),
    power: t.field({
      type: DelegatedPower,
      nullable: true,
      description: 'อำนาจที่มอบตามคำสั่ง · The line of the order, when it is one.',
      resolve: (step, _args, context, info) => delegatedPowerById(isLine(step) ? step.id : null, context, info),
    }),
    appointment: t.field({
      type: ActingAppointment,
      nullable: true,
      description: 'การรักษาราชการแทน · The acting appointment, when it is one.',
      resolve: (step, _args, context, info) => actingAppointmentById(isActing(step) ? step.id : null, context, info),
    }),
    order: t.field({
      type: DelegationOrder,
      nullable: true,
      description: 'คำสั่งของรายการนั้น · The order of the line; null for other steps.',
      resolve: (step, _args, context, info) => delegationOrderById(isLine(step) ? step.orderId : null, context, info),
    }),
  }),
});

export const AuthorityAnswer = builder.objectRef<Authority<Baht>>('AuthorityAnswer').implement({
  description: 'คำตอบว่าตำแหน่งมีอำนาจหรือไม่ · Whether a position may do something on a day, and why.',
  fields: (t) => ({
    may: t.exposeBoolean('may', { description: 'มีอำนาจหรือไม่ · Whether it may.' }),
    ceilingAmount: t.expose('ceiling', {
      type: 'Decimal',
      nullable: true,
      description:
        'วงเงินต่ำสุดในสาย (บาท) · Lowest ceiling of the chain in baht, also when the amount is above it; null when there is none or the position does not hold the power.',
    }),
    reason: t.field({
      type: AuthorityRefusal,
      nullable: true,
      description: 'เหตุที่ไม่มีอำนาจ · Why it may not; null when it may.',
      resolve: (answer) => (answer.may ? null : answer.reason),
    }),
    explanationTh: t.string({
      description: 'คำอธิบายภาษาไทย · The answer in a Thai sentence.',
      resolve: (answer) => explanationOf(answer).th,
    }),
    explanationEn: t.string({
      description: 'คำอธิบายภาษาอังกฤษ · The answer in an English sentence.',
      resolve: (answer) => explanationOf(answer).en,
    }),
    brokenAt: t.field({
      type: AuthorityStep,
      nullable: true,
      description: 'ขั้นที่ขาด · The step at which the chain breaks; null when it may, or nothing leads there.',
      resolve: (answer) => (answer.may ? null : answer.brokenAt),
    }),
    chain: t.field({
      type: [AuthorityStep],
      listSize: most.stepsOfAuthority,
      description:
        'สายอำนาจจากกฎหมายถึงตำแหน่ง · Steps from the statutory power on: to the position when it may, else those that hold before the break.',
      resolve: ({ chain }) => [...chain],
    }),
  }),
});

export const HeldPowerType = builder.objectRef<HeldPower<Baht>>('HeldPower').implement({
  description: 'อำนาจที่ตำแหน่งมีในวันหนึ่ง · A power that a position holds on a day.',
  fields: (t) => ({
    verb: t.expose('verb', { type: PowerVerb, description: 'อำนาจ · What may be done.' }),
    processArea: t.expose('processArea', { type: ProcessArea, description: 'กระบวนงาน · Process area.' }),
    ceilingAmount: t.expose('ceiling', {
      type: 'Decimal',
      nullable: true,
      description: 'วงเงินต่ำสุดในสาย (บาท) · Lowest ceiling of the chain in baht; null when there is none.',
    }),
    subDelegable: t.exposeBoolean('subDelegable', { description: 'มอบอำนาจต่อได้หรือไม่ · Whether it may pass it on.' }),
    subDelegableCeiling: t.expose('subDelegableCeiling', {
      type: 'Decimal',
      nullable: true,
      description:
        'วงเงินที่มอบอำนาจต่อได้ (บาท) · The most that it may pass on, in baht; null without a ceiling or without the right.',
    }),
    chain: t.field({
      type: [AuthorityStep],
      listSize: { each: most.stepsOfAuthority, all: most.stepsHeldInAgency, of: 'Agency' },
      description: 'สายอำนาจ · Steps from the statutory power to the position.',
      resolve: ({ chain }) => [...chain],
    }),
  }),
});
