import { randomUUID } from 'node:crypto';
import { RegistryError } from '@registry/schema/base/errors.ts';
import { publicViewer } from '@registry/schema/base/viewer.logic.ts';
import type { Context } from '@registry/schema/tenancy/context.ts';
import { type RequestDeadline, withDeadline } from '@registry/schema/tenancy/deadline.ts';
import type { SignedInKey } from '@registry/schema/tenancy/key-sign-in.ts';
import { signIn } from '@registry/schema/tenancy/sign-in.ts';
import type { Identity, SignInRow } from '@registry/schema/tenancy/sign-in-row.ts';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { type Language, languageOf } from '../language/language.ts';
import { RequestTrace } from '../metrics/request-trace.ts';
import { authenticator, type Bearer, type TokenIssuer } from './authenticate.ts';
import type { Headers } from './headers.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import { onlyForKeys, rolesOfKey, rolesThroughKey, serviceKeys } from './service-key.ts';
import type { SessionOfRequest } from './session-of-request.ts';
import type { SignInNotes } from './sign-in-notes.ts';
import { viewerFrom } from './viewer-from.ts';

/** What signing in makes of a request: what the schema needs, the language of its answers and the id under which it is logged. */
export type SignedInContext = Context & {
  /** Whether it is signed by somebody whom the registry does not know. */
  readonly isStranger?: boolean;
  readonly language: Language;
  readonly requestId: string;
  readonly trace: RequestTrace | null;
  /** The application that the token was issued to; null where nobody says. */
  readonly client: string | null;
  /** The service key that asks, for itself or for the viewer; null where none does. */
  readonly key: SignedInKey | null;
};

/** What a request carries here, and for whom it is counted. */
export type RequestContext = SignedInContext & {
  readonly requester: { readonly agency: string; readonly account: string };
};

/** How long memberships are remembered. A socket asks as often, so that a change is noticed within twice as long everywhere. */
const MEMBERSHIPS_KEPT_MS = 5_000;
const SUBJECTS_MAX = 5_000;

/** In which a service key sends the access token of the person for whom it asks. */
const ON_BEHALF_OF = 'x-on-behalf-of';

const headerOf = (headers: Headers, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
};

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

/**
 * The context of a request: from its headers, and with its deadline. `isUse` says whether somebody asks for something, which keeps the session
 * of a browser, or is only looked after.
 */
export type ContextOf = (headers: Headers, deadline: RequestDeadline, isUse: boolean) => Promise<SignedInContext>;

type SignedIn = readonly SignInRow[];

/** What the credentials of a request say: whose token it has, by which key it comes, and the roles of both. */
type Asking = { readonly bearer: Bearer | null; readonly key: SignedInKey | null; readonly rows: SignedIn | null };
const nobody: Asking = { bearer: null, key: null, rows: null };
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
  const keyOf = serviceKeys(tenancy, signIns);
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

  /** Who asks by a token; or, where none is sent, whoever is signed in with the browser. */
  const bearerOf = async (headers: Headers, deadline: RequestDeadline, isUse: boolean): Promise<Bearer | null> => {
    const token = await authenticate(headerOf(headers, 'authorization'));
    const isBrowser = token === null && sessionOfRequest !== null && headers.cookie !== undefined;
    return isBrowser ? bearerIn(sessionOfRequest(headers, isUse), deadline) : token;
  };

  /** Who asks: a person, a key for itself, or a key for the person whose token it sends along. */
  const whoAsks = async (headers: Headers, deadline: RequestDeadline, isUse: boolean): Promise<Asking> => {
    const asked = keyOf(headerOf(headers, 'authorization'));
    const key = asked && (await withDeadline(asked, deadline));
    const person = headerOf(headers, ON_BEHALF_OF);
    if (!key && person !== undefined) throw onlyForKeys();
    if (key && person === undefined) return { bearer: null, key, rows: rolesOfKey(key) };
    const bearer = key ? await authenticate(`Bearer ${person ?? ''}`) : await bearerOf(headers, deadline, isUse);
    if (bearer === null) return nobody;
    const found = membershipsOf(bearer);
    const rows = found instanceof Promise ? await withDeadline(found, deadline) : found;
    if (key && rows.length === 0) throw unknownAccount();
    return { bearer, key, rows: key ? rolesThroughKey(rows, key) : rows };
  };

  return async (headers, deadline, isUse) => {
    const { bearer, key, rows } = await whoAsks(headers, deadline, isUse);
    return {
      viewer: rows === null ? publicViewer : viewerFrom(rows, headerOf(headers, 'x-agency')),
      identity: bearer,
      isStranger: rows?.length === 0,
      viaAccountId: bearer && key ? key.accountId : null,
      readsOnly: bearer !== null && key !== null && key.role !== 'EDITOR',
      key,
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
