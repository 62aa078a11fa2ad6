import { isCentre } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { LibraryRiskPayload } from '../library.payload.ts';
import { LibraryRiskActInput, onLibraryStep, takeLibraryStep } from '../library-step.ts';

act({
  name: 'withdrawLibraryRisk',
  description:
    'ถอนความเสี่ยงออกจากคลัง คำตอบเดิมยังอยู่ · Withdraws a published risk of the library: it is answered no more, and its answers stay.',
  by: isCentre,
  on: onLibraryStep('WITHDRAW'),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: true },
  input: LibraryRiskActInput,
  payload: LibraryRiskPayload,
  work: (input, tx) => takeLibraryStep('WITHDRAW', input, tx),
});
