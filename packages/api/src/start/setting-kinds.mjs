// What a variable may be: how its text is read (undefined where it makes no sense), and what is said of it then. Without packages, as
// settings.mjs is.
import { isIP } from 'node:net';

export const anyText = { read: (text) => text, th: '', en: '' };

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

export const aFlag = {
  read: (text) => ({ 0: false, 1: true })[text],
  th: 'ต้องเป็น 0 หรือ 1',
  en: 'is 0 or 1',
};

export const oneOf = (...values) => ({
  read: (text) => values.find((value) => value === text),
  th: `ต้องเป็นค่าใดค่าหนึ่งใน ${values.join(', ')}`,
  en: `is one of ${values.join(', ')}`,
});

const isWebAddress = (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

export const aWebAddress = {
  read: (text) => (isWebAddress(text) ? text : undefined),
  th: 'ต้องเป็นที่อยู่เว็บ เช่น https://login.example.go.th',
  en: 'is an address of the web, such as https://login.example.go.th',
};

/** Without slashes, or with an unescaped password, the password would be read as a host or name, and shown. */
export const isDatabaseAddress = (text) =>
  URL.canParse(text) && /^postgres(ql)?:\/\//.test(text) && !new URL(text).pathname.includes('@');

export const aDatabase = {
  read: (text) => (isDatabaseAddress(text) ? text : undefined),
  th: 'ต้องเป็นที่อยู่ฐานข้อมูลแบบ postgresql://ผู้ใช้:รหัสผ่าน@เครื่อง:5432/ฐานข้อมูล โดยเขียน @ / # ? ในรหัสผ่านเป็น %40 %2F %23 %3F',
  en: 'must look like postgresql://login:password@host:5432/database, with @ / # ? in a password written as %40 %2F %23 %3F',
};

/** A list in one variable, separated by commas. */
const listed = (text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** Origins of web pages, as browsers send them: no path, no slash at the end. */
export const origins = {
  read(text) {
    const each = listed(text);
    return each.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin) ? each : undefined;
  },
  th: 'ต้องเป็นที่มาของหน้าเว็บ เช่น https://plan.example.go.th คั่นด้วยจุลภาค',
  en: 'names origins such as https://plan.example.go.th, separated by commas',
};

function isNetwork(name) {
  if (/^(loopback|linklocal|uniquelocal)$/.test(name)) return true;
  const [, address = name, bits = '1'] = /^(.*)\/(\d{1,3})$/.exec(name) ?? [];
  const version = isIP(address);
  return version !== 0 && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128);
}

/** How many proxies stand before the server, or which addresses are theirs. */
export const proxies = {
  read(text) {
    const each = listed(text);
    return wholeNumber(0).read(text) ?? (each.every(isNetwork) ? each : undefined);
  },
  th: 'ต้องเป็นจำนวนพร็อกซี หรือที่อยู่ของพร็อกซี คั่นด้วยจุลภาค',
  en: 'is a number of proxies, or their addresses, separated by commas',
};
