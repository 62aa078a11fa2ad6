import { writeFileSync } from 'node:fs';
import { errorsPage } from '@registry/schema/glossary/errors-page.ts';
import { glossaryPage } from '@registry/schema/glossary/glossary-page.ts';
import { printedSchema } from '@registry/schema/print.ts';
import { schema } from '@registry/schema/schema.ts';

writeFileSync(new URL('../../schema/schema.graphql', import.meta.url), printedSchema(schema));
writeFileSync(new URL('../../../docs/glossary.md', import.meta.url), glossaryPage());
writeFileSync(new URL('../../../docs/errors.md', import.meta.url), errorsPage());
process.stdout.write('packages/schema/schema.graphql docs/glossary.md docs/errors.md\n');
