import { isCentre } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { notAtThisStatus } from '../../base/not-at-this-status.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { destination } from '../../lifecycle/lifecycle.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { type LibraryAct, libraryLifecycle } from '../library.logic.ts';
import { LibraryRiskPayload } from '../library.payloads.ts';
import { LibraryRisk } from '../library-risk.type.ts';

const LibraryRiskActInput = builder.inputType('LibraryRiskActInput', {
  description: 'ขั้นตอนหนึ่งของความเสี่ยงในคลัง · A step of a risk of the library along its life cycle.',
  fields: (t) => ({
    id: t.globalID({ for: LibraryRisk, required: true, description: 'ความเสี่ยงในคลัง · The risk of the library.' }),
    ...atVersion(t, 'risk'),
  }),
});

const step = (name: string, taken: LibraryAct, description: string) =>
  act({
    name,
    description,
    by: isCentre,
    errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: true },
    input: LibraryRiskActInput,
    payload: LibraryRiskPayload,
    work: async ({ id: { id }, expectedVersion }, { db }) => {
      const risk = await db.libraryRisk.findUnique({ where: { id }, select: { status: true } });
      if (!risk) throw notFound('id');
      const to = destination(libraryLifecycle, taken, risk.status);
      if (!to) {
        const subject = { th: 'ความเสี่ยงในคลัง', en: 'risk' };
        throw notAtThisStatus({ step: taken, subject, status: risk.status, from: libraryLifecycle[taken].from });
      }
      await requireVersion(
        db.libraryRisk.updateMany({
          where: { id, version: expectedVersion, status: risk.status },
          data: {
            status: to,
            publishedAt: taken === 'PUBLISH' ? new Date() : undefined,
            version: { increment: 1 },
          },
        }),
      );
      return { id };
    },
  });

step(
  'publishLibraryRisk',
  'PUBLISH',
  'เสนอความเสี่ยงในคลังต่อทุกหน่วยงาน · Offers a drafted risk of the library to every agency, to be adopted, adapted or declined.',
);
step(
  'withdrawLibraryRisk',
  'WITHDRAW',
  'ถอนความเสี่ยงออกจากคลัง คำตอบเดิมยังอยู่ · Withdraws a published risk of the library: it is answered no more, and its answers stay.',
);
