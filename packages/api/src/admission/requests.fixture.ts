import { setTimeout as sleep } from 'node:timers/promises';
import { RegistryError } from '@registry/schema/base/errors.ts';
import { RequestDeadline } from '@registry/schema/tenancy/deadline.ts';
import type { Admission, Leave } from './admission.ts';
import type { AdmissionLimits } from './limits.ts';

/** Narrow enough to be reached. */
export const limits: AdmissionLimits = {
  total: 8,
  perAgency: 4,
  perAccount: 2,
  waitingTotal: 20,
  waitingPerAccount: 10,
  waitMs: 1_000,
};
/** What a client that leaves is told. */
export const left = () => new RegistryError('UNAVAILABLE', { th: 'ผู้ขอยกเลิกคำขอ', en: 'The client left.' });

/** Until everybody had a turn who comes at this moment. */
export const settled = () => sleep(0);

/** Requests that wait until the tests of a file are over. */
export class Requests {
  readonly stays = new RequestDeadline(60_000);
  /** Every request that was made, in work or refused by now or later. */
  readonly #all: Promise<void>[] = [];

  /** Requests of one account, and those of them that are in work. */
  of(admission: Admission, agency: string, account = agency) {
    const inWork: Leave[] = [];
    const refused: string[] = [];
    const ask = (deadline = this.stays) => {
      const asked = admission.enter({ agency, account }, deadline).then(
        (leave) => void inWork.push(leave),
        (error: { code: string }) => void refused.push(error.code),
      );
      this.#all.push(asked);
      return asked;
    };
    return { inWork, refused, ask, times: (count: number) => Array.from({ length: count }, () => ask()) };
  }

  async end() {
    this.stays.end(left());
    await Promise.all(this.#all);
  }
}
