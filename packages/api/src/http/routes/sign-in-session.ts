import { RegistryError } from '@registry/schema/base/errors.ts';
import { publicViewer } from '@registry/schema/base/viewer.logic.ts';
import type { RequestDeadline } from '@registry/schema/tenancy/deadline.ts';
import { signIn as membershipsOf } from '@registry/schema/tenancy/sign-in.ts';
import type { Identity, SignInRow } from '@registry/schema/tenancy/sign-in-row.ts';
import { agencyDb, type Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { InFlightRequests } from '../../admission/in-flight-requests.ts';
import type { RequestGuard } from '../../admission/request-guard.ts';
import type { BrowserSignIn } from '../../sign-in/browser-sign-in.ts';

type Parts = {
  readonly signIn: BrowserSignIn;
  readonly tenancy: Tenancy;
  readonly guard: RequestGuard;
  readonly open: InFlightRequests;
};

/** Where somebody holds roles: an agency, or the city, as `X-Agency` names them. */
type Place = { readonly code: string; readonly nameTh: string; readonly nameEn: string; readonly roles: string[] };

const CITY = { code: 'CITY', nameTh: 'กรุงเทพมหานคร', nameEn: 'City-wide' };

/** The places of an account in the order of its memberships: without `X-Agency` it acts in the first. */
async function placesOf(rows: readonly SignInRow[], tenancy: Tenancy, deadline: RequestDeadline): Promise<Place[]> {
  const held = rows.flatMap(({ role, agencyCode }) => (role === null ? [] : [{ role, code: agencyCode ?? CITY.code }]));
  const codes = [...new Set(held.map(({ code }) => code))];
  const agencies = await agencyDb({ viewer: publicViewer, tenancy, deadline }).agency.findMany({
    where: { code: { in: codes } },
    select: { code: true, nameTh: true, nameEn: true },
  });
  return codes.map((code) => {
    const names = agencies.find((agency) => agency.code === code);
    const roles = held.flatMap((each) => (each.code === code ? [each.role] : []));
    return { code, nameTh: names?.nameTh ?? CITY.nameTh, nameEn: names?.nameEn ?? CITY.nameEn, roles };
  });
}

/** Tells the registry's own pages where people may sign in, and who has. */
export function serveSession(app: FastifyInstance, { signIn, tenancy, guard, open }: Parts): void {
  const { clients, cookies, sessionOfRequest } = signIn;
  const providers = clients.map(({ provider: { key, nameTh, nameEn } }) => ({ key, nameTh, nameEn }));

  /** Who is signed in; null when nobody is, and `ENDED` when somebody was. */
  const identityIn = (request: FastifyRequest): Promise<Identity | null | 'ENDED'> =>
    sessionOfRequest(request.headers, true).catch((error) => {
      if (error instanceof RegistryError && error.code === 'UNAUTHENTICATED') return 'ENDED';
      throw error;
    });

  app.get('/sign-in/session', async (request, reply) => {
    await guard.count(publicViewer, request.ip);
    reply.header('cache-control', 'no-store');
    const identity = await identityIn(request);
    // A session that has ended would have every further question refused.
    if (identity === 'ENDED') reply.header('set-cookie', cookies.removing('session'));
    if (identity === null || identity === 'ENDED')
      return { providers, session: identity ?? 'NONE', name: null, places: [] };
    const rows = await membershipsOf(tenancy, identity);
    const places = await placesOf(rows, tenancy, open.deadlineOf(reply.raw));
    return { providers, session: rows.length === 0 ? 'STRANGER' : 'OPEN', name: rows[0]?.name ?? null, places };
  });
}
