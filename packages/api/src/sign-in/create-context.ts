import { randomUUID } from 'node:crypto';
import { RegistryError } from '@registry/schema/base/errors.ts';
import { publicViewer, type Viewer } from '@registry/schema/base/viewer.logic.ts';
import type { Context } from '@registry/schema/tenancy/context.ts';
import { type RequestDeadline, withDeadline } from '@registry/schema/tenancy/deadline.ts';
import { signIn } from '@registry/schema/tenancy/sign-in.ts';
import type { Identity, SignInRow } from '@registry/schema/tenancy/sign-in-row.ts';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { type Language, languageOf } from '../language/language.ts';
import { RequestTrace } from '../metrics/request-trace.ts';
import { authenticator, type Bearer, type TokenIssuer } from './authenticate.ts';
import type { Headers } from './headers.ts';
import type { SessionOfRequest } from './session-of-request.ts';
import type { SignInNotes } from './sign-in-notes.ts';

type Membership = SignInRow & { role: NonNullable<SignInRow['role']> };

/** What signing in makes of a request: what the schema needs, the language of its answers and the id under which it is logged. */
export type SignedInContext = Context & {
  /** Whether it is signed by somebody whom the registry does not know. */
  readonly isStranger?: boolean;
  readonly language: Language;
  readonly requestId: string;
  readonly trace: RequestTrace | null;
  /** The application that the token was issued to; null where nobody says. */
  readonly client: string | null;
};

/** What a request carries here, and for whom it is counted. */
export type RequestContext = SignedInContext & {
  readonly requester: { readonly agency: string; readonly account: string };
};

/** How long memberships are remembered. A socket asks as often, so that a change is noticed within twice as long everywhere. */
const MEMBERSHIPS_KEPT_MS = 5_000;
const SUBJECTS_MAX = 5_000;

/** What X-Agency says to act in a city role rather than in an agency. */
const CITY = 'CITY';

const headerOf = (headers: Headers, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** The client's name for a change that it may have to send again. */
function idempotencyKeyOf(header: string | undefined): string | null {
  if (header === undefined) return null;
  if (/^[\x21-\x7e]{1,200}$/.test(header)) return header;
  throw new RegistryError(
    'INVALID_INPUT',
    {
      th: 'Idempotency-Key ต้องเป็นอักขระ ASCII ไม่มีช่องว่าง ยาว 1 ถึง 200 ตัว',
      en: 'An Idempotency-Key is 1 to 200 printable ASCII characters without blanks.',
    },
    [],
    { refusesRequest: true },
  );
}

/** What somebody is told whom the registry does not know, whatever they ask but to accept an invitation. */
export const unknownAccount = () =>
  new RegistryError(
    'UNAUTHENTICATED',
    {
      th: 'ทะเบียนไม่รู้จักบัญชีนี้ หรือบัญชีถูกระงับ โปรดติดต่อผู้ดูแลระบบของหน่วยงาน',
      en: 'The registry does not know this account, or it is disabled: ask an administrator.',
    },
    [],
    { refusesRequest: true },
  );

const noRoleThere = () =>
  new RegistryError(
    'FORBIDDEN',
    { th: 'บัญชีนี้ไม่มีบทบาทในหน่วยงานที่ระบุ', en: 'The account has no role in the agency named by X-Agency.' },
    [],
    { refusesRequest: true },
  );

const holdsRole = (row: SignInRow): row is Membership => row.role !== null;

/**
 * The viewer that an account's memberships make, in the agency asked for, else in the first. Without any it reads as the public does, as
 * whom the registry does not know does.
 */
export function viewerFrom(rows: readonly SignInRow[], agencyCode: string | undefined): Viewer {
  const [known] = rows;
  if (!known) return publicViewer;
  const memberships = rows.filter(holdsRole);
  const wanted = agencyCode?.trim().toUpperCase() || undefined;
  const chosen =
    wanted === undefined
      ? memberships[0]
      : memberships.find((each) => (each.agencyCode ?? CITY).toUpperCase() === wanted);
  if (!chosen && wanted !== undefined) throw noRoleThere();
  return {
    account: { id: known.accountId, name: known.name },
    roles: chosen ? memberships.filter((each) => each.agencyId === chosen.agencyId).map((each) => each.role) : [],
    agency: chosen?.agencyId && chosen.agencyCode ? { id: chosen.agencyId, code: chosen.agencyCode } : null,
  };
}

/**
 * The context of a request: from its headers, and with its deadline. `isUse` says whether somebody asks for something, which keeps the session
 * of a browser, or is only looked after.
 */
export type ContextOf = (headers: Headers, deadline: RequestDeadline, isUse: boolean) => Promise<SignedInContext>;

type SignedIn = readonly SignInRow[];
/** What signing in found for a subject, and when. */
type Kept = { readonly at: number; rows: SignedIn | Promise<SignedIn> };

/** Whoever is signed in with a browser; the pages of the registry are no application of somebody else's. */
async function bearerIn(session: Promise<Identity | null>, deadline: RequestDeadline): Promise<Bearer | null> {
  const identity = await withDeadline(session, deadline);
  return identity && { ...identity, client: null };
}

/** Makes the context of each request from its headers. */
export function contextFactory(
  {
    tenancy,
    nested,
    statusChanges,
    logger,
    signIns,
    sessionOfRequest,
  }: Pick<Context, 'tenancy' | 'nested' | 'statusChanges'> & {
    readonly logger: Logger;
    readonly signIns: SignInNotes;
    /** Null where nobody signs in with a browser. */
    readonly sessionOfRequest: SessionOfRequest | null;
  },
  issuers: readonly TokenIssuer[],
): ContextOf {
  const authenticate = authenticator(issuers);
  const kept = new LRUCache<string, Kept>({ max: SUBJECTS_MAX });

  const membershipsOf = (identity: Identity): SignedIn | Promise<SignedIn> => {
    const key = `${identity.issuer} ${identity.subject}`;
    const known = kept.get(key);
    const now = Date.now();
    if (known && now - known.at < MEMBERSHIPS_KEPT_MS) return known.rows;
    const asked = signIn(tenancy, identity);
    const entry: Kept = { at: now, rows: asked };
    asked.then(
      (rows) => {
        entry.rows = rows;
        // Whoever is not known yet may be the moment after.
        const [account] = rows;
        if (account) signIns.note(account.accountId);
        else kept.delete(key);
      },
      () => kept.delete(key),
    );
    kept.set(key, entry);
    return asked;
  };

  return async (headers, deadline, isUse) => {
    // A token that is sent counts, whoever is signed in with the browser.
    const token = await authenticate(headerOf(headers, 'authorization'));
    const isBrowser = token === null && sessionOfRequest !== null && headers.cookie !== undefined;
    const bearer = isBrowser ? await bearerIn(sessionOfRequest(headers, isUse), deadline) : token;
    const found = bearer === null ? null : membershipsOf(bearer);
    const rows = found instanceof Promise ? await withDeadline(found, deadline) : found;
    return {
      viewer: rows === null ? publicViewer : viewerFrom(rows, headerOf(headers, 'x-agency')),
      identity: bearer,
      isStranger: rows?.length === 0,
      tenancy,
      nested,
      statusChanges,
      deadline,
      idempotencyKey: idempotencyKeyOf(headerOf(headers, 'idempotency-key')),
      language: languageOf(headerOf(headers, 'accept-language')),
      requestId: randomUUID(),
      trace: logger.isLevelEnabled('debug') ? new RequestTrace() : null,
      client: bearer?.client ?? null,
    };
  };
}
