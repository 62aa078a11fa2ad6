import { builder } from '../graphql/builder.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { scoringMethodById } from '../method/method.loader.ts';
import { RiskLevel } from '../method/method.type.ts';
import { type CountedCell, type MatrixMethod, type RegisterMatrix, registerMatrix } from './matrix.logic.ts';
import { RiskRegister } from './register.type.ts';
import { scoredRisksByRegisterId } from './register-risks.loader.ts';

const RegisterMatrixCell = builder.objectRef<CountedCell>('RegisterMatrixCell').implement({
  description: 'ช่องของตารางความเสี่ยงของทะเบียน · A cell of a register’s risk matrix.',
  fields: (t) => ({
    likelihood: t.exposeInt('likelihood', { description: 'โอกาส · Likelihood.' }),
    impact: t.exposeInt('impact', { description: 'ผลกระทบ · Impact.' }),
    score: t.exposeInt('score', { description: 'คะแนน = โอกาส x ผลกระทบ · Score = likelihood x impact.' }),
    level: t.expose('level', { type: RiskLevel, description: 'ระดับของช่อง · Level of the cell.' }),
    colour: t.exposeString('colour', { description: 'สีของระดับ (#rrggbb) · Colour of the level, as #rrggbb.' }),
    riskCount: t.exposeInt('riskCount', { description: 'จำนวนความเสี่ยงในช่อง · Number of risks in the cell.' }),
  }),
});

const RegisterMatrixType = builder.objectRef<RegisterMatrix>('RegisterMatrix').implement({
  description:
    'ตารางความเสี่ยงของทะเบียน ทุกความเสี่ยงถูกนับครั้งเดียว · The risk matrix of a register; every risk is counted exactly once.',
  fields: (t) => ({
    cells: t.field({
      type: [RegisterMatrixCell],
      description:
        'ทุกช่องของวิธีประเมิน ช่องว่างเป็น 0 · Every cell of the register’s method, empty ones with 0, by likelihood and then impact.',
      listSize: most.stepsOfScale ** 2,
      resolve: ({ cells }) => cells,
    }),
    unassessedCount: t.exposeInt('unassessedCount', { description: 'ยังไม่ประเมิน · Risks that are not assessed.' }),
    otherMethodCount: t.exposeInt('otherMethodCount', {
      description: 'ประเมินด้วยวิธีอื่นซึ่งไม่มีช่องในตารางนี้ · Risks that were scored under another method and have no cell here.',
    }),
  }),
});

/** Taken from a document that names no method: nothing is assessed yet. */
const noMethod: MatrixMethod = { cells: [], levels: [] };

builder.prismaObjectFields(RiskRegister, (t) => ({
  riskMatrix: t.field({
    type: RegisterMatrixType,
    description:
      'ตารางความเสี่ยงตามวิธีของทะเบียน · The register’s risks on the matrix of its method; without cells while it has none.',
    select: { id: true, methodId: true },
    resolve: async ({ id, methodId }, _args, context) => {
      const [risks, method] = await Promise.all([
        scoredRisksByRegisterId(context).load(id),
        methodId === null ? noMethod : scoringMethodById(context).load(methodId),
      ]);
      return registerMatrix(risks, method);
    },
  }),
}));
