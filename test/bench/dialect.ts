import type { Variables, WorkloadName } from './workloads.ts';

/** One request as a server wants it: always a POST of JSON. */
export type Ask = { readonly path: string; readonly body: unknown };

/** How one workload is put to one server, and how its answer is read: into the shape in which our own server gives it. */
export type Phrase<Name extends WorkloadName> = {
  ask(variables: Variables[Name]): Ask;
  read(data: unknown): unknown;
};

export type Dialect = { readonly [Name in WorkloadName]: Phrase<Name> };
