import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { requireEach } from '../../graphql/inputs/references.ts';
import { requireWritten } from '../../lifecycle/record-state.ts';
import { notWritten, whileWritten } from '../../lifecycle/written.logic.ts';
import { type ActTransaction, requireVersion } from '../../tenancy/act-transaction.ts';
import { Mitigation } from '../mitigation.type.ts';
import { Risk } from '../risk.type.ts';
import { Control } from '../risk-parts.type.ts';
import { RiskPayload } from '../risk-payload.type.ts';
import { lockRisk } from './lock-risk.ts';

const risk = 'ความเสี่ยง · The risk.';

const ReorderControlsInput = builder.inputType('ReorderControlsInput', {
  description: 'ลำดับใหม่ของการควบคุม · A new order of the controls of a risk.',
  fields: (t) => ({
    riskId: t.globalID({ for: Risk, required: true, description: risk }),
    ...atVersion(t, 'risk'),
    controlIds: t.globalIDList({
      for: Control,
      required: true,
      description: 'ทุกการควบคุมตามลำดับใหม่ · Every control of the risk, in the new order.',
    }),
  }),
});

const ReorderMitigationsInput = builder.inputType('ReorderMitigationsInput', {
  description: 'ลำดับใหม่ของมาตรการ · A new order of the mitigations of a risk.',
  fields: (t) => ({
    riskId: t.globalID({ for: Risk, required: true, description: risk }),
    ...atVersion(t, 'risk'),
    mitigationIds: t.globalIDList({
      for: Mitigation,
      required: true,
      description: 'ทุกมาตรการตามลำดับใหม่ · Every mitigation of the risk, in the new order.',
    }),
  }),
});

type Part = { readonly id: string; readonly sortOrder: number };

/** The parts whose place changes when all are put in the order of the given ids. */
function moved(field: string, wanted: readonly { id: string }[], parts: readonly Part[]): Part[] {
  const places = new Map(parts.map(({ id, sortOrder }) => [id, sortOrder]));
  const ids = wanted.map(({ id }) => id);
  requireEach(
    ids,
    (id) => places.has(id),
    (index) => `${field}[${index}]`,
  );
  const check = new Check();
  check.list(field, ids, parts.length);
  if (new Set(ids).size < parts.length)
    check.add(field, `${field} ต้องระบุครบทั้ง ${parts.length} รายการ`, `${field} must name all ${parts.length} entries.`);
  check.refuse();
  return ids
    .map((id, index) => ({ id, sortOrder: index + 1 }))
    .filter((part) => places.get(part.id) !== part.sortOrder);
}

const requireRiskVersion = ({ db }: ActTransaction, id: string, version: number) =>
  requireVersion(db.risk.updateMany({ where: { id, version }, data: { version: { increment: 1 } } }));

act({
  name: 'reorderControls',
  description: `จัดลำดับการควบคุมของความเสี่ยง ${whileWritten.th} · Puts the controls of a risk of a register in a new order ${whileWritten.en}.`,
  by: isEditorOfAgency,
  errors: {
    NOT_FOUND: true,
    INVALID_INPUT: 'ระบุไม่ครบหรือซ้ำ · not every one is named, or one twice',
    ILLEGAL_TRANSITION: notWritten.register,
  },
  input: ReorderControlsInput,
  payload: RiskPayload,
  work: async (input, tx) => {
    const { id: riskId } = await lockRisk(tx, input.riskId.id, requireWritten);
    await requireRiskVersion(tx, riskId, input.expectedVersion);
    const controls = await tx.db.control.findMany({ where: { riskId }, select: { id: true, sortOrder: true } });
    for (const { id, sortOrder } of moved('controlIds', input.controlIds, controls))
      await tx.db.control.updateMany({ where: { id }, data: { sortOrder } });
    return { riskId };
  },
});

act({
  name: 'reorderMitigations',
  description: `จัดลำดับมาตรการของความเสี่ยง ${whileWritten.th} · Puts the mitigations of a risk of a register in a new order ${whileWritten.en}.`,
  by: isEditorOfAgency,
  errors: {
    NOT_FOUND: true,
    INVALID_INPUT: 'ระบุไม่ครบหรือซ้ำ · not every one is named, or one twice',
    ILLEGAL_TRANSITION: notWritten.register,
  },
  input: ReorderMitigationsInput,
  payload: RiskPayload,
  work: async (input, tx) => {
    const { id: riskId } = await lockRisk(tx, input.riskId.id, requireWritten);
    await requireRiskVersion(tx, riskId, input.expectedVersion);
    const mitigations = await tx.db.mitigation.findMany({
      where: { riskId },
      select: { id: true, sortOrder: true },
    });
    for (const { id, sortOrder } of moved('mitigationIds', input.mitigationIds, mitigations))
      await tx.db.mitigation.updateMany({ where: { id }, data: { sortOrder } });
    return { riskId };
  },
});
