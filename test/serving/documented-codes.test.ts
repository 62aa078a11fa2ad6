import { readFileSync } from 'node:fs';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { describe, expect, it } from '@jest/globals';
import { httpCodes } from '@registry/api/http/refusal.ts';
import { errorMeanings } from '@registry/schema/base/error-meanings.logic.ts';
import { errorCodes } from '@registry/schema/base/errors.ts';
import { errorsPage } from '@registry/schema/glossary/errors-page.ts';

const documented = readFileSync(new URL('../../docs/http.md', import.meta.url), 'utf8');

/** What Apollo says of a request, and what is masked; the registry has its own codes for the rest. */
const apollos = [
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.PERSISTED_QUERY_NOT_SUPPORTED,
  ApolloServerErrorCode.INTERNAL_SERVER_ERROR,
];
const codes = new Set<string>([...errorCodes, ...httpCodes, ...apollos]);

describe('the codes of errors', () => {
  it('all have a meaning, and nothing else has one', () => {
    expect(Object.keys(errorMeanings)).toEqual([...codes].sort());
  });

  it('are the checked-in docs/errors.md: run `npm run schema` when they are not', () => {
    expect(errorsPage()).toBe(readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8'));
  });

  it('are all explained to front ends, and no others are', () => {
    // A cell begins with them; what is named later in a sentence is explained by it.
    const cells = documented.split('\n').flatMap((line) => (line.startsWith('|') ? line.split('|') : []));
    const begin = cells.map((cell) => /^ *((?:, )?`[A-Z_]+`)+/.exec(cell)?.[0] ?? '');
    const explained = begin.flatMap((names) => names.match(/[A-Z_]+/g) ?? []);
    const variables = /^(?:ALLOWED_ORIGINS|TRUST_PROXY|OIDC_\w+|REQUEST_TIMEOUT_MS)$/;
    expect([...new Set(explained)].filter((name) => !variables.test(name)).sort()).toEqual([...codes].sort());
  });
});
