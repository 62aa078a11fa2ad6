import { writeFileSync } from 'node:fs';
import { glossaryPage } from '@registry/schema/glossary/glossary-page.ts';
import { printedSchema } from '@registry/schema/print.ts';
import { schema } from '@registry/schema/schema.ts';

writeFileSync(new URL('../../schema/schema.graphql', import.meta.url), printedSchema(schema));
writeFileSync(new URL('../../../docs/glossary.md', import.meta.url), glossaryPage());
process.stdout.write('packages/schema/schema.graphql docs/glossary.md\n');
