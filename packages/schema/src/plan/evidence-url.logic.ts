const URL_MAX = 2000;

/** Whether a text is a link that people can safely be shown: an https address without a name and password in it. */
export function isEvidenceUrl(text: string): boolean {
  if (text.length > URL_MAX || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === 'https:' && username === '' && password === '';
}
