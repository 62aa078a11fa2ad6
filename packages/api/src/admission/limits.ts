export type AdmissionLimits = {
  /** Requests in work at all, of one agency and of one account. */
  readonly total: number;
  readonly perAgency: number;
  readonly perAccount: number;
  /** Requests that wait at all, and of one account. */
  readonly waitingTotal: number;
  readonly waitingPerAccount: number;
  /** How long a request waits at most. */
  readonly waitMs: number;
};

type Settings = {
  readonly requestsInWork: number;
  readonly requestWaitMs: number;
  readonly requestTimeoutMs: number;
};

/**
 * An agency may use half of all places, and an account half of that, while others do not ask. Waiting is kept short against the deadline: a
 * request that never began is asked to come again, and not reported as too slow.
 */
export const admissionLimits = ({ requestsInWork, requestWaitMs, requestTimeoutMs }: Settings): AdmissionLimits => ({
  total: requestsInWork,
  perAgency: Math.ceil(requestsInWork / 2),
  perAccount: Math.ceil(requestsInWork / 4),
  waitingTotal: requestsInWork * 32,
  waitingPerAccount: requestsInWork * 4,
  waitMs: Math.min(requestWaitMs, requestTimeoutMs / 3),
});
