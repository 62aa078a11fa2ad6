import { readFileSync } from 'node:fs';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { describe, expect, it } from '@jest/globals';
import { httpCodes } from '@registry/api/http/refusal.ts';
import { errorCodes } from '@registry/schema/core/errors.ts';

const documented = readFileSync(new URL('../../docs/http.md', import.meta.url), 'utf8');

/** What Apollo says of a request, and what is masked; the registry has its own codes for the rest. */
const apollos = [
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.PERSISTED_QUERY_NOT_SUPPORTED,
  ApolloServerErrorCode.INTERNAL_SERVER_ERROR,
];
const codes = new Set<string>([...errorCodes, ...httpCodes, ...apollos]);

describe('the codes of errors', () => {
  it('are all explained to front ends, and no others are', () => {
    const explained = new Set(
      documented.match(/(?<=`)[A-Z]+(?:_[A-Z]+)+(?=`)|(?<=`)(?:CONFLICT|FORBIDDEN|UNAVAILABLE|UNAUTHENTICATED)(?=`)/g),
    );
    const variables = /^(?:ALLOWED_ORIGINS|TRUST_PROXY|OIDC_\w+|REQUEST_TIMEOUT_MS)$/;
    expect([...explained].filter((name) => !variables.test(name)).sort()).toEqual([...codes].sort());
  });
});
