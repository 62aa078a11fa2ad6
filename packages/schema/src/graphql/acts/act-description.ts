import { audienceOf } from '../../access/access.rules.ts';
import { bilingual } from '../../base/meaning.logic.ts';
import type { Message } from '../../base/message.logic.ts';
import { type ActErrors, codesOf } from './act-errors.ts';
import type { ActOptions } from './act-options.ts';

type Described = Pick<ActOptions<object, object>, 'description' | 'by' | 'errors'>;

/** When an act is refused, by the code of the refusal. */
const reasonsIn = (errors: ActErrors): ReadonlyMap<string, Message> =>
  new Map(Object.entries(errors).flatMap(([code, when]) => (when === true ? [] : [[code, bilingual(when)] as const])));

/** The description of a mutation: what it does, who may do it, when it is refused, and with which codes. */
export function describeAct({ description, by, errors }: Described, many: Message = { th: '', en: '' }): string {
  const what = bilingual(description);
  const who = audienceOf(by);
  const reasons = reasonsIn(errors);
  const codes = codesOf(errors).map((code) => {
    const reason = reasons.get(code);
    return reason ? `${code} (${reason.en})` : code;
  });
  // In brackets: what stands before them is what people call the act, in the audit trail too.
  const refused = [...reasons.values()].map(({ th }) => th).join(' หรือ');
  const thai = `${what.th}${many.th} (${who.th}${refused && ` ทำไม่ได้เมื่อ${refused}`})`;
  return `${thai} · ${what.en} ${who.en}. Errors: ${codes.join(', ')}.${many.en}`;
}
