/** SQLSTATE of a lost race (serialization failure, deadlock), or of a connection that went away before the work was done. */
const transientStates = /^(40001|40P01|57P0[123]|08\w{3})$/;
const transientCodes = new Set(['P2034', 'P1017', 'P1001', 'ECONNRESET', 'EPIPE']);

/** Whether a server says that a transaction lost a race: it did not happen, wherever in it that was said. */
export const hasLostRace = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');

/** What the driver says, without any code, of a connection that went away while a transaction held it. */
const lostConnection = /^(Client has encountered a connection error|Connection terminated unexpectedly)/;

/** Whether an error says that a transaction did not happen and would do if it were tried again. */
export function isTransient(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false;
  if (error instanceof Error && lostConnection.test(error.message)) return true;
  for (const [name, value] of Object.entries(error)) {
    if (name === 'code' && typeof value === 'string' && (transientCodes.has(value) || transientStates.test(value)))
      return true;
    if (name === 'originalCode' && typeof value === 'string' && transientStates.test(value)) return true;
    if (['cause', 'meta', 'driverAdapterError'].includes(name) && isTransient(value, depth + 1)) return true;
  }
  return 'cause' in error && isTransient(error.cause, depth + 1);
}
