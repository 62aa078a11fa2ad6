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
 * An agency may have half of all that is in work, and an account half of that, as long as nobody else asks. Who waits keeps most of the
 * time of his request for its work: one that never began is told to come again, not that it took too long.
 */
export const admissionLimits = ({ requestsInWork, requestWaitMs, requestTimeoutMs }: Settings): AdmissionLimits => ({
  total: requestsInWork,
  perAgency: Math.ceil(requestsInWork / 2),
  perAccount: Math.ceil(requestsInWork / 4),
  waitingTotal: requestsInWork * 32,
  waitingPerAccount: requestsInWork * 4,
  waitMs: Math.min(requestWaitMs, requestTimeoutMs / 3),
});
