import { writeFileSync } from 'node:fs';
import { printedSchema } from '@registry/schema/print.ts';
import { schema } from '@registry/schema/schema.ts';

writeFileSync(new URL('../../schema/schema.graphql', import.meta.url), printedSchema(schema));
process.stdout.write('packages/schema/schema.graphql\n');
