const thaiZero = 0x0e50;

/** Thai digits (๐-๙) as Arabic ones; every other character as it is. */
export const arabicDigits = (text: string): string =>
  text.replace(/[๐-๙]/g, (digit) => String((digit.codePointAt(0) ?? thaiZero) - thaiZero));

/** Arabic digits as Thai ones; every other character as it is. */
export const thaiDigits = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCodePoint(thaiZero + Number(digit)));
