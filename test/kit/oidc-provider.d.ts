declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  /** The little of the package that the tests use; its configuration is described in its own documentation. */
  export class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
    callback(): RequestListener;
  }
}
