#!/usr/bin/env node
// Registers the documents of a front end from its build: npm run documents -- register --client NAME manifest.json
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { batchesOf, documentsIn, registerBatch } from './documents/register.mjs';

const USAGE = `npm run documents -- register --client NAME [--url https://…/graphql] manifest.json
The manifest is that of the client preset of GraphQL Code Generator (persistedDocuments, hashAlgorithm: "sha256").
REGISTRY_TOKEN is the access token of an administrator of the city.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { client: { type: 'string' }, url: { type: 'string', default: 'http://127.0.0.1:4000/graphql' } },
});
const [command, file] = positionals;
const token = process.env.REGISTRY_TOKEN;

if (command !== 'register' || !file || !values.client || !token) {
  console.error(USAGE);
  process.exit(2);
}

try {
  const documents = documentsIn(await readFile(file, 'utf8'));
  for (const batch of batchesOf(documents)) await registerBatch({ ...values, client: values.client, token }, batch);
  console.log(`ลงทะเบียนแล้ว ${documents.length} รายการ · registered: ${documents.length} (${values.client})`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
