// @ts-check
// The kinds of settings, in plain JavaScript without packages, as settings.mjs.
import { isIP } from 'node:net';

/**
 * What a variable may be: how its text is read (undefined for a wrong one), and what the message about a wrong one says.
 *
 * @template Value
 * @typedef {{ readonly read: (text: string) => Value | undefined, readonly th: string, readonly en: string }} Kind
 */

/** @type {Kind<string>} */
export const anyText = { read: (text) => text, th: '', en: '' };

/**
 * @param {number} least
 * @returns {Kind<number>}
 */
export function wholeNumber(least, most = Number.MAX_SAFE_INTEGER) {
  const isOpen = most === Number.MAX_SAFE_INTEGER;
  return {
    read(text) {
      const value = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
      return value >= least && value <= most ? value : undefined;
    },
    th: `ต้องเป็นเลขจำนวนเต็มตั้งแต่ ${least} ${isOpen ? 'ขึ้นไป' : `ถึง ${most}`}`,
    en: `is a whole number from ${least} ${isOpen ? 'on' : `to ${most}`}`,
  };
}

const flags = new Map([
  ['0', false],
  ['1', true],
]);

/** @type {Kind<boolean>} */
export const aFlag = {
  read: (text) => flags.get(text),
  th: 'ต้องเป็น 0 หรือ 1',
  en: 'is 0 or 1',
};

/**
 * @template {string} Name
 * @param {readonly Name[]} values
 * @returns {Kind<Name>}
 */
export const oneOf = (...values) => ({
  read: (text) => values.find((value) => value === text),
  th: `ต้องเป็นค่าใดค่าหนึ่งใน ${values.join(', ')}`,
  en: `is one of ${values.join(', ')}`,
});

/** @param {string} text */
export const isWebAddress = (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** @type {Kind<string>} */
export const aWebAddress = {
  read: (text) => (isWebAddress(text) ? text : undefined),
  th: 'ต้องเป็นที่อยู่เว็บ เช่น https://login.example.go.th',
  en: 'is an address of the web, such as https://login.example.go.th',
};

/**
 * Whether a host is this machine alone.
 *
 * @param {string} host
 */
export const isLoopback = (host) => /^(localhost|127(\.\d+){3}|::1|\[::1\])$/.test(host);

/**
 * Where people open the registry: an origin, by HTTPS where others can listen.
 *
 * @type {Kind<string>}
 */
export const aPublicAddress = {
  read(text) {
    if (!isWebAddress(text)) return undefined;
    const { origin, pathname, search, hash, protocol, hostname } = new URL(text);
    const isOrigin = pathname === '/' && search === '' && hash === '' && !text.includes('@');
    return isOrigin && (protocol === 'https:' || isLoopback(hostname)) ? origin : undefined;
  },
  th: 'ต้องเป็นที่อยู่ HTTPS ที่ไม่มีเส้นทางต่อท้าย เช่น https://registry.example.go.th',
  en: 'is an address by HTTPS without a path, such as https://registry.example.go.th',
};

/**
 * Whether two addresses name one issuer: a slash at the end makes no difference.
 *
 * @param {string} one
 * @param {string | undefined} other
 */
export const isSameIssuer = (one, other) => one.replace(/\/$/, '') === other?.replace(/\/$/, '');

/**
 * Without slashes, or with an unescaped password, the password would be read as a host or name, and shown.
 *
 * @param {string} text
 */
export const isDatabaseAddress = (text) =>
  URL.canParse(text) && /^postgres(ql)?:\/\//.test(text) && !new URL(text).pathname.includes('@');

/** @type {Kind<string>} */
export const aDatabase = {
  read: (text) => (isDatabaseAddress(text) ? text : undefined),
  th: 'ต้องเป็นที่อยู่ฐานข้อมูลแบบ postgresql://ผู้ใช้:รหัสผ่าน@เครื่อง:5432/ฐานข้อมูล โดยเขียน @ / # ? ในรหัสผ่านเป็น %40 %2F %23 %3F',
  en: 'must look like postgresql://login:password@host:5432/database, with @ / # ? in a password written as %40 %2F %23 %3F',
};

/**
 * A list in one variable, separated by commas.
 *
 * @param {string} text
 */
const listed = (text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/**
 * Origins of web pages, as browsers send them: no path, no slash at the end.
 *
 * @type {Kind<readonly string[]>}
 */
export const origins = {
  read(text) {
    const each = listed(text);
    return each.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin) ? each : undefined;
  },
  th: 'ต้องเป็นที่มาของหน้าเว็บ เช่น https://plan.example.go.th คั่นด้วยจุลภาค',
  en: 'names origins such as https://plan.example.go.th, separated by commas',
};

/**
 * A number for some of the names that there are, as `NAME=number`, separated by commas.
 *
 * @template {string} Name
 * @param {...Name} names
 * @returns {Kind<ReadonlyMap<Name, number>>}
 */
export const numbersOf = (...names) => ({
  read(text) {
    const entries = listed(text).map((part) => {
      const [, given, digits] = /^([A-Z_]+) *= *(\d+)$/.exec(part) ?? [];
      const name = names.find((each) => each === given);
      const number = wholeNumber(0).read(digits ?? '');
      return name && number !== undefined ? /** @type {const} */ ([name, number]) : undefined;
    });
    const known = entries.flatMap((entry) => (entry ? [entry] : []));
    return known.length === entries.length ? new Map(known) : undefined;
  },
  th: `ต้องเป็นเลขจำนวนเต็มตั้งแต่ 0 ของชื่อที่มี เช่น ${names[0]}=1000 คั่นด้วยจุลภาค ชื่อที่มีคือ ${names.join(', ')}`,
  en: `gives whole numbers from 0 on to names, such as ${names[0]}=1000, separated by commas; the names are ${names.join(', ')}`,
});

/** @param {string} name */
function isNetwork(name) {
  if (/^(loopback|linklocal|uniquelocal)$/.test(name)) return true;
  const [, address = name, bits = '1'] = /^(.*)\/(\d{1,3})$/.exec(name) ?? [];
  const version = isIP(address);
  return version !== 0 && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128);
}

/**
 * The number of proxies before the server, or their addresses.
 *
 * @type {Kind<number | readonly string[]>}
 */
export const proxies = {
  read(text) {
    const each = listed(text);
    return wholeNumber(0).read(text) ?? (each.every(isNetwork) ? each : undefined);
  },
  th: 'ต้องเป็นจำนวนพร็อกซี หรือที่อยู่ของพร็อกซี คั่นด้วยจุลภาค',
  en: 'is a number of proxies, or their addresses, separated by commas',
};
