/** An answer as a client gets it. */
export type Answer = {
  readonly status: number;
  readonly data: any;
  readonly errors: readonly { message: string; extensions: Record<string, any>; path?: readonly (string | number)[] }[];
  readonly extensions: Record<string, any>;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
};

/** Somebody at the API: a persona by its id, or the public. */
export type Client = (
  query: string,
  variables?: Record<string, unknown>,
  headers?: Record<string, string>,
) => Promise<Answer>;
