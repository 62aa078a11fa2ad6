import { accountNameById } from '../agency/account.loader.ts';
import { builder } from '../graphql/builder.ts';
import { Origin } from '../graphql/enums.ts';
import { recordNode } from '../graphql/nodes.ts';
import { onTheDay } from '../graphql/on-the-day.ts';
import { isRiskLevel } from '../method/level.logic.ts';
import { RiskLevel, RiskMethod } from '../method/method.type.ts';
import { coversRisk } from './acceptance.logic.ts';
import { AssessmentPhase, ControlEffectiveness } from './risk.enums.ts';

builder.prismaNode('RiskCause', {
  ...recordNode,
  fields: (t) => ({
    sortOrder: t.exposeInt('sortOrder'),
    textTh: t.exposeString('textTh'),
    textEn: t.exposeString('textEn', { nullable: true }),
  }),
});

export const Assessment = builder.prismaNode('Assessment', {
  ...recordNode,
  fields: (t) => ({
    phase: t.expose('phase', { type: AssessmentPhase }),
    likelihood: t.exposeInt('likelihood'),
    impact: t.exposeInt('impact'),
    score: t.exposeInt('score'),
    level: t.expose('level', { type: RiskLevel }),
    colour: t.string({
      description: 'สีของระดับตามวิธีที่ใช้ · Colour of the level by the method used, as #rrggbb.',
      select: { cell: { select: { methodLevel: { select: { colour: true } } } } },
      resolve: ({ cell }) => cell.methodLevel.colour,
    }),
    method: t.field({
      type: RiskMethod,
      description: 'วิธีประเมินรุ่นที่ใช้ · The method version under which it was scored.',
      select: (_args, _context, nested) => ({ cell: { select: { method: nested(true) } } }),
      resolve: ({ cell }) => cell.method,
    }),
    cell: t.relation('cell', {
      description: 'ช่องในตารางของวิธีที่ใช้ · The cell that it falls into, in the matrix of the method used.',
    }),
    justificationTh: t.exposeString('justificationTh'),
    assessedOn: t.expose('assessedOn', { type: 'Date' }),
    assessedBy: t.string({
      nullable: true,
      description:
        'ชื่อบัญชีผู้ประเมิน เห็นเฉพาะหน่วยงานเดียวกัน · Name of the account that assessed; shown only within its agency.',
      select: { assessedById: true },
      resolve: ({ assessedById }, _args, context) =>
        assessedById === null ? null : accountNameById(context).load(assessedById),
    }),
    origin: t.expose('origin', { type: Origin }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'บันทึกเมื่อ · When it was recorded.' }),
  }),
});

export const Control = builder.prismaNode('Control', {
  ...recordNode,
  fields: (t) => ({
    sortOrder: t.exposeInt('sortOrder'),
    textTh: t.exposeString('textTh'),
    textEn: t.exposeString('textEn', { nullable: true }),
    effectiveness: t.expose('effectiveness', { type: ControlEffectiveness }),
    origin: t.expose('origin', { type: Origin }),
    version: t.exposeInt('version'),
  }),
});

builder.prismaNode('Acceptance', {
  ...recordNode,
  fields: (t) => ({
    level: t.expose('level', { type: RiskLevel }),
    reasonTh: t.exposeString('reasonTh'),
    acceptedOn: t.expose('acceptedOn', { type: 'Date' }),
    expiresOn: t.expose('expiresOn', { type: 'Date' }),
    isValid: t.boolean({
      description:
        'ยังมีผลในวันนี้และครอบคลุมระดับปัจจุบันหรือไม่ · Whether it holds today in Bangkok for the level that the risk has now.',
      select: { level: true, acceptedOn: true, expiresOn: true, risk: { select: { level: true } } },
      resolve: onTheDay(
        ({ risk, ...acceptance }, today) => isRiskLevel(risk.level) && coversRisk(acceptance, risk.level, today),
      ),
    }),
    origin: t.expose('origin', { type: Origin }),
  }),
});
