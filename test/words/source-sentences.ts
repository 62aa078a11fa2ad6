import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from '@swc/core';
import { isThai, type Sentence, thaiIn } from './sentence.ts';

const root = new URL('../../', import.meta.url);

/** Where the programs stand that say something, and what of it is called. */
const folders: readonly (readonly [folder: string, place: string])[] = [
  ['packages/schema/src', 'source of the schema'],
  ['packages/api/src', 'source of the server'],
  ['packages/api/bin', 'source of the server'],
  ['packages/api/ide', 'IDE'],
  ['packages/seed/src', 'source of the seed data'],
  ['prisma', 'source of the database'],
];

/** A file of documents' words, in which only data of the documents stand; the glossary says the discouraged words themselves. */
const isElsewhere = (path: string): boolean =>
  /node_modules|\/generated\/|\/dist\/|\.test\.tsx?$|\.fixture\.ts$|\/glossary\/|core\/text\.logic\.ts$/.test(path);

/** Where a hole of a template stands; what fills it is read where it is rendered. */
export const HOLE = '\u25a1';

/** A template's text and what fills its holes. */
export type Template = { readonly where: string; readonly text: string; readonly holes: readonly string[] };

type Node = { readonly type?: string; readonly [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** The name that an expression ends in: `level` of `risk.level`, and of `level`. */
function lastName(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier') return String(node.value);
  if (node.type === 'MemberExpression') return lastName(node.property);
  if (node.type === 'CallExpression') return `${lastName(node.callee)}()`;
  if (node.type === 'TsNonNullExpression' || node.type === 'ParenthesisExpression') return lastName(node.expression);
  return '';
}

/** The strings of SQL in a statement: what it says, without its names. */
const isStatement = (text: string): boolean => /\b(SELECT|INSERT|UPDATE|VALUES|CREATE|concat_ws)\b/.test(text);
const quotedIn = (text: string): string[] => [...text.matchAll(/'((?:[^']|'')*)'/g)].map(([, said = '']) => said);

/** A document of GraphQL says its Thai in comments and in strings. */
const isDocument = (text: string): boolean =>
  /^\s*(query|mutation|subscription|\{|#)/m.test(text) && text.includes('{');
const saidInDocument = (text: string): string[] =>
  [...text.matchAll(/#(.*)$|"([^"\n]*)"/gm)].map(([, comment, value]) => comment ?? value ?? '');

function textsIn(text: string): string[] {
  if (isStatement(text)) return quotedIn(text);
  return isDocument(text) ? saidInDocument(text) : [text];
}

function filesIn(folder: string): string[] {
  return readdirSync(new URL(`${folder}/`, root), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (isElsewhere(`${path}${entry.isDirectory() ? '/' : ''}`)) return [];
    if (entry.isDirectory()) return filesIn(path);
    return /\.(ts|tsx|mjs|html)$/.test(entry.name) ? [path] : [];
  });
}

/** Every Thai text that the programs of the project hold, found by reading them: a new one cannot be forgotten. */
export function sourceSentences(): { sentences: Sentence[]; templates: Template[] } {
  const sentences: Sentence[] = [];
  const templates: Template[] = [];
  for (const [folder, place] of folders) {
    for (const path of filesIn(folder)) {
      const source = readFileSync(new URL(path, root), 'utf8');
      if (!isThai(source)) continue;
      const where = path.replace(/^packages\//, '');
      const say = (text: string) => {
        for (const said of textsIn(text)) for (const th of thaiIn(said)) sentences.push({ place, where, th });
      };
      if (path.endsWith('.html')) say(source.replace(/<[^>]*>/g, '\n'));
      else
        walk(parseSync(source, { syntax: 'typescript', tsx: path.endsWith('x'), target: 'es2022' }), say, (template) =>
          templates.push({ where, ...template }),
        );
    }
  }
  return { sentences, templates };
}

function walk(node: unknown, say: (text: string) => void, note: (template: Omit<Template, 'where'>) => void): void {
  if (Array.isArray(node)) {
    for (const each of node) walk(each, say, note);
    return;
  }
  if (!isNode(node)) return;
  if (node.type === 'StringLiteral' || node.type === 'JSXText') {
    say(String(node.value));
    return;
  }
  if (node.type === 'TemplateLiteral' && Array.isArray(node.quasis) && Array.isArray(node.expressions)) {
    const text = node.quasis.map((quasi: { cooked?: string; raw: string }) => quasi.cooked ?? quasi.raw).join(HOLE);
    say(text);
    if (isThai(text) && !isStatement(text)) note({ text, holes: node.expressions.map(lastName) });
    walk(node.expressions, say, note);
    return;
  }
  for (const [key, value] of Object.entries(node)) if (key !== 'span') walk(value, say, note);
}
