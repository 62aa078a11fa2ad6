import type { Dialect } from '../dialect.ts';
import type { ServerName } from '../server-names.ts';
import { ours } from './ours.ts';
import { postgraphile } from './postgraphile.ts';
import { sql } from './sql.ts';

export const dialects: Readonly<Record<ServerName, Dialect>> = { ours, postgraphile, sql, apollo: ours };
