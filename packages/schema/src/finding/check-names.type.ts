import type { Message } from '../base/message.logic.ts';
import { checkDomains } from './checks/catalog.ts';

const checks = checkDomains.flatMap((domain) => domain.checks);

const names = new Map(
  checks.map(({ code, titleTh, titleEn }): [string, Message] => [code, { th: titleTh, en: titleEn }]),
);

/** What people call that which a check finds. */
export function nameOfCheck(code: string): Message {
  const name = names.get(code);
  if (!name) throw new Error(`The registry has no check ${code}.`);
  return name;
}
