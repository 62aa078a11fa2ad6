import { RegistryError } from '../base/errors.ts';
import type { Context } from '../tenancy/context.ts';

/** Why nothing is changed for a person through the service key that asks for them: it only reads. Null where it writes, and where no key asks. */
export const refusalThroughKey = ({ readsOnly }: Pick<Context, 'readsOnly'>): RegistryError | null =>
  readsOnly
    ? new RegistryError(
        'FORBIDDEN',
        {
          th: 'กุญแจบริการนี้อ่านได้อย่างเดียว จึงทำแทนบุคคลไม่ได้',
          en: 'This service key only reads: it changes nothing for a person either.',
        },
        [],
        { refusesRequest: true },
      )
    : null;
