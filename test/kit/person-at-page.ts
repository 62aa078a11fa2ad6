import type { Browser, Page, Response } from 'playwright-core';
import { choosePersona, openPage, originOf } from './ide-page.ts';
import { type Person, personOf } from './person.ts';
import type { Registry } from './registry.ts';

async function write(page: Page, editor: string, text: string): Promise<void> {
  await page.locator(`${editor} .monaco-editor`).first().click();
  await page.keyboard.press('ControlOrMeta+A');
  // The editors close a bracket that a text begins with.
  await page.keyboard.insertText(` ${text}`);
}

const isAnswerTo = (document: string) => (response: Response) =>
  response.request().postDataJSON()?.query.trim() === document;

/** Whoever asks in a page that is open: writes the operation and its variables into the editors, and runs it. */
export async function personOn(page: Page, database: Registry['database']): Promise<Person> {
  await page.getByRole('button', { name: 'Variables', exact: true }).click();
  return personOf(async (query, variables = {}) => {
    // In one line: the editor indents lines as they come.
    const document = query.replace(/\s+/g, ' ').trim();
    await write(page, '.graphiql-query-editor', document);
    await write(page, '.graphiql-editor-tool .graphiql-editor:not(.hidden)', JSON.stringify(variables));
    const [response] = await Promise.all([
      page.waitForResponse(isAnswerTo(document)),
      page.locator('.graphiql-execute-button').click(),
    ]);
    const text = await response.text();
    const { data = null, errors = [], extensions = {} } = JSON.parse(text);
    return { status: response.status(), data, errors, extensions, text, headers: response.headers() };
  }, database);
}

/** Somebody who reads and acts in the page alone, as a persona. */
export async function personAtPage(
  browser: Browser,
  registry: Registry,
  [search, name]: readonly [search: string, name: string],
): Promise<Person & { readonly problems: readonly string[] }> {
  const { page, problems } = await openPage(browser, originOf(registry));
  await choosePersona(page, search, name);
  return { ...(await personOn(page, registry.database)), problems };
}
