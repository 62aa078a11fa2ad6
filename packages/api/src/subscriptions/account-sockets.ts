import { RegistryError } from '@registry/schema/base/errors.ts';

const SOCKETS_PER_ACCOUNT_MAX = 20;

/** Counts the open sockets of each account, so that none takes them all. */
export class AccountSockets {
  readonly #open = new Map<string, number>();

  admit(accountId: string): void {
    const open = this.#open.get(accountId) ?? 0;
    if (open >= SOCKETS_PER_ACCOUNT_MAX) {
      throw new RegistryError('RATE_LIMITED', {
        th: `บัญชีหนึ่งเชื่อมต่อพร้อมกันได้ไม่เกิน ${SOCKETS_PER_ACCOUNT_MAX} ช่อง`,
        en: `An account holds at most ${SOCKETS_PER_ACCOUNT_MAX} sockets: close one first.`,
      });
    }
    this.#open.set(accountId, open + 1);
  }

  release(accountId: string): void {
    const left = (this.#open.get(accountId) ?? 0) - 1;
    if (left > 0) this.#open.set(accountId, left);
    else this.#open.delete(accountId);
  }
}
