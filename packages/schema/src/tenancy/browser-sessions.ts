import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { Statement } from '@registry/prisma/statement-batch.ts';
import { RequestDeadline } from './deadline.ts';
import type { Identity } from './sign-in-row.ts';
import type { Tenancy } from './tenancy.ts';

/** How long a statement about a session may take. The requests of a browser share it, so it follows none of their deadlines. */
const SESSION_MS_MAX = 5_000;

const callerOfSession = () => ({ shareKey: 'sign-in', deadline: new RequestDeadline(SESSION_MS_MAX) });
const nobodyActs = { 'app.account': '', 'app.act': '', 'app.role': '', 'app.reason': '' };

const write = <Row>(tenancy: Tenancy, statement: Statement): Promise<Row[]> =>
  tenancy.transaction({ kind: 'none' }, nobodyActs, ({ query }) => query<Row>(statement), callerOfSession());

/** How long a session lasts while nobody uses it, and in all. */
export type SessionLimits = { readonly idleSeconds: number; readonly lifeSeconds: number };

/** A session that begins. */
export type BeginningSession = Identity & {
  /** SHA-256 of its token, in hexadecimal digits. */
  readonly tokenHash: string;
  readonly providerSession: string | null;
  readonly sealedIdToken: string;
  /** The hash of the session that the browser had before, which ends. */
  readonly replaced: string | null;
};

/** Begins the session of a browser. */
export async function beginSession(tenancy: Tenancy, begun: BeginningSession, limits: SessionLimits): Promise<void> {
  const { tokenHash, issuer, subject, providerSession, sealedIdToken, replaced } = begun;
  const { idleSeconds, lifeSeconds } = limits;
  await write(
    tenancy,
    Prisma.sql`SELECT app.begin_session(${tokenHash}, ${issuer}, ${subject}, ${providerSession}, ${sealedIdToken}, ${idleSeconds}::int, ${lifeSeconds}::int, ${replaced})`,
  );
}

/** Who is signed in by a session. */
export type FoundSession = Identity & { readonly unseenSeconds: number };

/** Who is signed in by the session whose token has a hash; null when it has ended, or never was. */
export async function sessionOf(tenancy: Tenancy, tokenHash: string): Promise<FoundSession | null> {
  const find = Prisma.sql`SELECT * FROM app.session_of(${tokenHash})`;
  const [found] = await tenancy.query<FoundSession>({ kind: 'none' }, find, callerOfSession());
  return found ?? null;
}

/** Notes that a session is used. */
export async function noteSessionUse(tenancy: Tenancy, tokenHash: string, idleSeconds: number): Promise<void> {
  await write(tenancy, Prisma.sql`SELECT app.use_session(${tokenHash}, ${idleSeconds}::int)`);
}

/** What is known of a session that was ended. */
export type EndedSession = Identity & { readonly sealedIdToken: string };

/** Ends a session; null when there was none. */
export async function endSession(tenancy: Tenancy, tokenHash: string): Promise<EndedSession | null> {
  const end = Prisma.sql`SELECT * FROM app.end_session(${tokenHash})`;
  const [ended] = await write<EndedSession>(tenancy, end);
  return ended ?? null;
}

/** What a provider says has ended there: one of its sessions, or all of a subject. */
export type EndedAtProvider = {
  readonly issuer: string;
  readonly subject: string | null;
  readonly providerSession: string | null;
};

/** Ends the sessions that have ended at their provider. */
export async function endSessionsAt(tenancy: Tenancy, ended: EndedAtProvider): Promise<void> {
  const { issuer, subject, providerSession } = ended;
  await write(tenancy, Prisma.sql`SELECT app.end_sessions_at(${issuer}, ${subject}, ${providerSession})`);
}
