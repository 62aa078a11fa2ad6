import { describe, expect, it } from '@jest/globals';
import { isAccessToken } from './access-token.ts';

const alg = 'RS256';
const base = { iss: 'https://id.example', sub: 'someone', exp: 1 };

describe('an access token', () => {
  it.each([
    ['RFC 9068', { typ: 'at+jwt' }, { aud: 'registry', client_id: 'portal' }],
    ['RFC 9068, with the whole media type', { typ: 'application/at+jwt' }, { aud: 'registry' }],
    ['Keycloak', { typ: 'JWT' }, { aud: ['registry', 'account'], typ: 'Bearer', azp: 'portal', nonce: 'n' }],
    ['Entra ID', { typ: 'JWT' }, { aud: 'app', azp: 'app', scp: 'access_as_user' }],
    ['Entra ID for a service', { typ: 'JWT' }, { aud: 'api', azp: 'service', roles: ['reader'] }],
    ['Auth0', { typ: 'JWT' }, { aud: ['registry', 'https://id.example/userinfo'], azp: 'portal', scope: 'openid' }],
    ['Okta', {}, { aud: 'registry', cid: 'portal', scp: ['openid'] }],
    ['a provider that says no more than it must', {}, { aud: 'registry' }],
  ])('of %s is one', (_provider, header, claims) => {
    expect(isAccessToken({ alg, ...header }, { ...base, ...claims })).toBe(true);
  });
});

describe('what is no access token', () => {
  it.each([
    ['an ID token with a nonce', { typ: 'JWT' }, { aud: 'registry', nonce: 'n' }],
    ['an ID token with the hash of an access token', { typ: 'JWT' }, { aud: 'registry', at_hash: 'h' }],
    ['an ID token of Keycloak', { typ: 'JWT' }, { aud: 'registry', typ: 'ID', azp: 'registry' }],
    ['a refresh token of Keycloak', { typ: 'JWT' }, { aud: 'registry', typ: 'Refresh' }],
    ['an ID token of Cognito', {}, { aud: 'registry', token_use: 'id' }],
    ['an ID token of Entra ID', { typ: 'JWT' }, { aud: 'registry', azp: 'registry' }],
    ['a logout token', { typ: 'logout+jwt' }, { aud: 'registry' }],
  ])('%s', (_name, header, claims) => {
    expect(isAccessToken({ alg, ...header }, { ...base, ...claims })).toBe(false);
  });
});
