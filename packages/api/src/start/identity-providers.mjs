// @ts-check
// Identity providers in one variable, in plain JavaScript without packages, as settings.mjs.
import { isSameIssuer, isWebAddress } from './setting-kinds.mjs';

/**
 * An identity provider of the registry: the tokens of an audience are accepted from it, people sign in there with a browser, or both.
 *
 * @typedef {{
 *   readonly key: string,
 *   readonly issuer: string,
 *   readonly audience: string | null,
 *   readonly client: { readonly id: string, readonly secret: string | null } | null,
 *   readonly nameTh: string,
 *   readonly nameEn: string,
 * }} IdentityProvider
 */

/** What an entry must say, and what it may. */
const REQUIRED = ['key', 'issuer', 'nameTh', 'nameEn'];
const NAMES = [...REQUIRED, 'audience', 'clientId', 'clientSecret'];

/** The key stands in addresses. */
const KEY = /^[a-z][a-z0-9-]{0,30}$/;
/** The key of the provider that has variables of its own. */
export const FIRST = 'main';

/**
 * @param {unknown} entry
 * @returns {IdentityProvider | undefined}
 */
function providerOf(entry) {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const pairs = Object.entries(entry);
  if (!pairs.every(([name, value]) => NAMES.includes(name) && typeof value === 'string' && value !== ''))
    return undefined;
  /** @type {Readonly<Record<string, string | undefined>>} */
  const { key, issuer, nameTh, nameEn, audience, clientId, clientSecret } = Object.fromEntries(pairs);
  if (!key || !issuer || !nameTh || !nameEn || !KEY.test(key) || key === FIRST || !isWebAddress(issuer))
    return undefined;
  if (audience === undefined && clientId === undefined) return undefined;
  const client = clientId === undefined ? null : { id: clientId, secret: clientSecret ?? null };
  return { key, issuer, audience: audience ?? null, client, nameTh, nameEn };
}

/** @param {string} text */
function listIn(text) {
  try {
    const list = JSON.parse(text);
    return Array.isArray(list) ? list : [undefined];
  } catch {
    return [undefined];
  }
}

/**
 * A list in JSON; no two entries have the same key or issuer.
 *
 * @type {import('./setting-kinds.mjs').Kind<readonly IdentityProvider[]>}
 */
export const identityProviders = {
  read(text) {
    const read = listIn(text).map(providerOf);
    const known = read.flatMap((each) => (each ? [each] : []));
    const isTwice = known.some(({ key, issuer }, at) =>
      known.slice(0, at).some((other) => other.key === key || isSameIssuer(other.issuer, issuer)),
    );
    return known.length === read.length && !isTwice ? known : undefined;
  },
  th: `ต้องเป็นรายการ JSON ของระบบยืนยันตัวตน แต่ละรายการมี ${REQUIRED.join(', ')} และ audience หรือ clientId (clientSecret มีหรือไม่ก็ได้) key เป็นตัวพิมพ์เล็ก และไม่ซ้ำกัน`,
  en: `is a JSON list of identity providers, each with ${REQUIRED.join(', ')}, and audience or clientId (with clientSecret or without); keys are small letters, and none is there twice`,
};
