import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { transformSync } from '@swc/wasm-typescript';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { makeKey } from '../membership/service-key-kit.ts';

const guide = readFileSync(new URL('../../docs/guide-front-ends.md', import.meta.url), 'utf8');
const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));

type Step = { readonly title: string; readonly code: string; readonly printed: string };

/** The steps of the guide that run, each with what is written to be printed. */
const steps = guide
  .split('\n## ')
  .slice(1)
  .map((part): Step => {
    const blockOf = (language: string): string => part.split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? '';
    const [title = ''] = part.split('\n');
    return { title, code: blockOf('ts'), printed: blockOf('text') };
  })
  .filter(({ code }) => code !== '');

const mark = (title: string): string => `=== ${title}`;

let registry: Registry;
let folder = '';
beforeAll(async () => {
  registry = await startRegistry();
  // Within reach of the packages that the guide imports.
  mkdirSync(modules, { recursive: true });
  folder = mkdtempSync(`${modules}/.guide-`);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await registry.stop();
});

/** Registers the document that the last step asks for by its hash, as the command does for a build. */
async function registerDetail(): Promise<void> {
  const document = /riskDetail = document<Detail, \{ id: string \}>\(`([^`]+)`/.exec(guide)?.[1]?.trim() ?? '';
  const hash = createHash('sha256').update(document).digest('hex');
  await registry
    .person('city-admin')
    .does('registerTrustedDocuments', { client: 'guide', documents: [{ hash, document }] });
}

describe('the guide for front ends', () => {
  it('is titled in Thai and English', () => {
    expect(steps).toHaveLength(7);
    for (const { title } of steps) expect(title).toMatch(/^\d+\. .*[ก-๙].* · .*[a-z]/);
  });

  it('is a program that runs as it stands, and prints what is written', async () => {
    await registerDetail();
    const { secret } = await makeKey(registry.person('sample-1-agency-admin'));
    const source = steps.map(({ title, code }) => `console.log(${JSON.stringify(mark(title))});\n${code}`).join('\n');
    const { code } = transformSync(source, { filename: 'guide.ts', mode: 'strip-only' });
    const program = `${folder}/guide.mjs`;
    writeFileSync(program, code);
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [program], {
      env: {
        PATH: process.env.PATH,
        REGISTRY_URL: `${registry.base}/graphql`,
        REGISTRY_KEY: secret,
        REGISTRY_TOKEN: await registry.tokenOf('sample-1-editor'),
      },
    });
    expect(stderr).toBe('');
    expect(stdout).toBe(steps.map(({ title, printed }) => `${mark(title)}\n${printed}`).join(''));
  });
});
