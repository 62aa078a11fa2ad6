/** What PostgreSQL or the socket says of a lost race (serialization failure, deadlock), or of a connection that is gone. */
const transientCodes = /^(40001|40P01|57P0[123]|08\w{3}|ECONNRESET|EPIPE)$/;

/** Whether the error means that a transaction lost a race, so that none of it happened. */
export const isSerializationFailure = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');

/** The driver's message, which has no code, for a connection that was lost during a transaction. */
const lostConnection = /^(Client has encountered a connection error|Connection terminated unexpectedly)/;

/** Whether an error says that a transaction did not happen and would do if it were tried again. */
export const isTransient = (error: unknown): boolean =>
  error instanceof Error &&
  (lostConnection.test(error.message) || ('code' in error && transientCodes.test(String(error.code))));

/** Classes of SQLSTATE that say nothing of the statement: of the connection, of who else is at work, of time, memory, disk or the server. */
const ofCircumstances = /^(08|25|40|53|55|57|58|F0|XX)/;

/** Whether PostgreSQL refused a statement for what it is, so that its neighbours may well succeed without it. */
export const isStatementError = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^[0-9A-Z]{5}$/.test(error.code) &&
  !ofCircumstances.test(error.code);

/** Whether PostgreSQL ended a statement because it was asked to, or because its time was over. */
export const isCancelled = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '57014';
