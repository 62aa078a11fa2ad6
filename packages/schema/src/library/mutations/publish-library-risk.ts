import { isCentre } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { LibraryRiskPayload } from '../library.payload.ts';
import { LibraryRiskActInput, onLibraryStep, takeLibraryStep } from '../library-step.ts';

act({
  name: 'publishLibraryRisk',
  description:
    'เสนอความเสี่ยงในคลังต่อทุกหน่วยงาน · Offers a drafted risk of the library to every agency, to be adopted, adapted or declined.',
  by: isCentre,
  on: onLibraryStep('PUBLISH'),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: true },
  input: LibraryRiskActInput,
  payload: LibraryRiskPayload,
  work: (input, tx) => takeLibraryStep('PUBLISH', input, tx),
});
