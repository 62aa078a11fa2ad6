import { publicViewer } from '@registry/schema/base/viewer.logic.ts';
import { personas } from '@registry/seed/people/personas.ts';
import type { FastifyInstance } from 'fastify';
import { generateKeyPair, SignJWT } from 'jose';
import type { RequestGuard } from '../../admission/request-guard.ts';
import type { TokenIssuer } from '../../sign-in/authenticate.ts';
import { jsonOf } from '../json-body.ts';
import { sendError } from '../refusal.ts';

const ISSUER = 'urn:registry:demo';
const AUDIENCE = 'registry';
/** The application that these tokens are issued to: whoever tries the registry. */
const CLIENT = 'demo';
const TOKEN_LIFE = '2h';

/** Signs in without an identity provider, for trying the registry: tokens signed by a key that lives as long as the process. */
export type DemoSignIn = { readonly issuer: TokenIssuer; register(app: FastifyInstance, guard: RequestGuard): void };

export async function createDemoSignIn(): Promise<DemoSignIn> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA');
  const tokenFor = (sub: string) =>
    new SignJWT({ client_id: CLIENT })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(sub)
      .setIssuedAt()
      .setExpirationTime(TOKEN_LIFE)
      .sign(privateKey);

  return {
    issuer: { issuer: ISSUER, isDemo: true, audience: AUDIENCE, algorithms: ['EdDSA'], keys: async () => publicKey },
    register(app, guard) {
      app.get('/demo/personas', async () =>
        personas.map(({ id, name, nameTh, nameEn, role, agencyCode }) => ({
          id,
          name,
          nameTh,
          nameEn,
          role,
          agencyCode,
        })),
      );
      app.post('/demo/token', async (request, reply) => {
        await guard.count(publicViewer, request.ip);
        const wanted = personaOf(jsonOf(request.body));
        const persona = personas.find(({ id }) => id === wanted);
        if (!persona) {
          const message =
            'ไม่มีผู้ใช้สาธิตนี้ ดูรายชื่อได้ที่ GET /demo/personas · There is no such persona: GET /demo/personas lists them.';
          return sendError(reply, 400, 'INVALID_INPUT', message);
        }
        return { token: await tokenFor(persona.sub) };
      });
    },
  };
}

const personaOf = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'persona' in body ? body.persona : undefined;
