import { astFromValue, type GraphQLResolveInfo, type GraphQLSchema, valueFromASTUntyped } from 'graphql';
import { type GroupRow, readGroups } from '../../tenancy/grouped-read.ts';
import { groupColumns } from '../../tenancy/sql-builder/compile-groups.ts';
import { builder } from '../builder.ts';
import type { Where } from '../filters/where.logic.ts';
import { GROUP_KEYS_MAX, GROUPS_MAX } from '../limits.ts';
import { notice } from '../notices.ts';
import { askedOfGroups } from './asked-of-groups.ts';
import type { Grouping } from './grouping.ts';
import { groupOrderInput, havingInput } from './input-types.ts';
import type { Keyed } from './key.ts';
import { measuresOf } from './measures.ts';
import { type Group, keyEnum, outputTypes } from './output-types.ts';
import { type AskedKey, askedKeys, questionOf } from './question.ts';

const notStated = { th: 'ไม่ระบุ', en: 'Not stated' };

const plainIn = (value: unknown): string | number | null =>
  typeof value === 'string' || typeof value === 'number' ? value : null;

function keyedIn(row: GroupRow, { source }: AskedKey, place: number): Keyed {
  const titles = source.kind === 'COLUMN' ? (source.titles ?? []) : [];
  const titleAt = (index: number) => {
    const title = row[groupColumns.title(place, index)];
    return typeof title === 'string' ? title : null;
  };
  return { value: plainIn(row[groupColumns.key(place)]), titles: titles.map((_title, index) => titleAt(index)) };
}

type Asked = {
  readonly keys: readonly AskedKey[];
  readonly measures: readonly string[];
  /** The conditions of the grouping itself, as a client would write them. */
  readonly given: () => Where;
  readonly schema: GraphQLSchema;
};

/** What is worked out when it is first asked for, and then kept. */
function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const partsOf = ({ and }: Where): readonly unknown[] => (Array.isArray(and) ? and : []);

function groupOf(row: GroupRow, { keys, measures, given, schema }: Asked): Group {
  const found = keys.map((key, place) => ({ key, keyed: keyedIn(row, key, place) }));
  return {
    keys: Object.fromEntries(found.map(({ key, keyed }) => [key.name, keyed])),
    labels: () =>
      found.map(({ key, keyed }) => ({
        key: key.name,
        ...(keyed.value === null ? notStated : key.label(keyed, schema)),
      })),
    figures: Object.fromEntries(measures.map((place, index) => [place, plainIn(row[groupColumns.figure(index)])])),
    where: () => ({ ...given(), and: [...partsOf(given()), ...found.map(({ key, keyed }) => key.where(keyed.value))] }),
    isSample: row[groupColumns.isSample] === true,
  };
}

/** The filter of a grouping as a client would write it again. */
function whereAsGiven(where: Where | null | undefined, { parentType, fieldName }: GraphQLResolveInfo): Where {
  const type = parentType.getFields()[fieldName]?.args.find(({ name }) => name === 'where')?.type;
  const written = where && type ? astFromValue(where, type) : null;
  const given: unknown = written ? valueFromASTUntyped(written) : null;
  return typeof given === 'object' && given !== null ? { ...given } : {};
}

const describe = ({ th, en }: Grouping['subject']): string =>
  [
    `จัดกลุ่ม${th}ที่ผู้ใช้เห็นได้ · Groups of the ${en} that the viewer may see, by up to ${GROUP_KEYS_MAX} keys; rows without a value are a group of their own.`,
    'Ties are settled by the keys. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT.',
  ].join(' ');

/** Makes the types of a grouping and its field at the root. Who may ask is said by the rules of its slice. */
export function groupedField(grouping: Grouping): void {
  const KeyRef = keyEnum(grouping);
  const type = outputTypes(grouping, KeyRef);
  const Having = havingInput(grouping);
  const Order = groupOrderInput(grouping);
  const measures = measuresOf(grouping);
  builder.queryField(grouping.root, (t) =>
    t.field({
      type,
      description: describe(grouping.subject),
      // A number below 1 is refused by the resolver.
      listSize: ({ first }) => Math.max(0, first),
      args: {
        groupBy: t.arg({
          type: [KeyRef],
          required: true,
          description: 'จัดกลุ่มตาม · What to group by, the first key first.',
        }),
        where: t.arg({ type: grouping.where, description: 'เงื่อนไขของรายการ · Which rows are grouped.' }),
        having: t.arg({ type: Having, description: 'เงื่อนไขของกลุ่ม · Which groups are told.' }),
        orderBy: t.arg({
          type: [Order],
          description: 'ลำดับ รายการแรกสำคัญที่สุด · Order; the first entry counts most. By the keys when absent.',
        }),
        first: t.arg.int({
          required: true,
          description: `จำนวนกลุ่มแรก (1-${GROUPS_MAX}) · How many groups, 1 to ${GROUPS_MAX}.`,
        }),
      },
      resolve: async (_root, args, context, info) => {
        const places = askedOfGroups(info);
        const asked = {
          keys: askedKeys(args, grouping),
          measures: places.filter((place) => measures.has(place)),
          asksSamples: places.includes('isSample'),
          given: once(() => whereAsGiven(args.where, info)),
          schema: info.schema,
        };
        const { total, rows } = await readGroups(context, questionOf(args, asked, { grouping, measures }));
        const groups = rows.map((row) => groupOf(row, asked));
        if (rows[0]?.[groupColumns.hasSamples] === true) notice(context, 'BUILT_ON_SAMPLES');
        return { groupCount: total, groups };
      },
    }),
  );
}
