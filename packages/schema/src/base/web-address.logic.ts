const URL_MAX = 2000;
const PAGE_MAX = 500;

function isAddress(text: string, schemes: readonly string[]): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return schemes.includes(protocol) && username === '' && password === '';
}

/** Whether a text is a link that people can safely be shown: an https address without a name and password in it. */
export const isEvidenceUrl = (text: string): boolean => text.length <= URL_MAX && isAddress(text, ['https:']);

/** Whether people are led to a page: an http or https address without a name and a password in it. */
export const isPage = (text: string): boolean =>
  text.trim().length <= PAGE_MAX && isAddress(text.trim(), ['https:', 'http:']);
