import { freePort } from '../kit/debian-postgres.ts';
import { type IdentityProvider, startIdentityProvider } from '../kit/identity-provider.ts';
import { type Options, type Registry, startRegistry } from '../kit/registry.ts';

export const AUDIENCE = 'registry';

/** A registry whose people sign in at a provider. */
export type Stage = {
  readonly publicUrl: string;
  readonly provider: IdentityProvider;
  readonly registry: Registry;
  /** How further instances serve the same database. */
  readonly options: Options;
  stop(): Promise<void>;
};

export async function openStage(more: Options = {}): Promise<Stage> {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const provider = await startIdentityProvider(AUDIENCE, { publicUrl });
  const oidc = { issuer: provider.issuer, audience: AUDIENCE, client: provider.client };
  const options: Options = { oidc, browserSignIn: { publicUrl }, ...more };
  const registry = await startRegistry({ ...options, port });
  return {
    publicUrl,
    provider,
    registry,
    options: { ...options, database: registry.database },
    async stop() {
      await registry.stop();
      await provider.stop();
    },
  };
}
