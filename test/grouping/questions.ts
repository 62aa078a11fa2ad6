import { type Client, nodes } from '../kit/registry.ts';
import { placesOf } from './generated.ts';
import { numberFields } from './plain-groups.ts';
import { keptId, recordKeys, type Spec, type Value } from './specs.ts';

/** Everything that a group can show. */
export function groupSelection({ keys, numbers, distinct }: Spec): string {
  const shown = Object.keys(keys).map((key) => {
    if (key === 'agency') return 'agency { code nameTh nameEn }';
    return recordKeys.has(key) ? `${key} { id nameTh nameEn }` : key;
  });
  const figures = numberFields.map((field) => `${field} { ${Object.keys(numbers).join(' ')} }`).join(' ');
  return [
    `keys { ${shown.join(' ')} } labels { key th en } count where countDistinct { ${Object.keys(distinct).join(' ')} }`,
    Object.keys(numbers).length > 0 ? figures : '',
  ].join(' ');
}

export const groupedQuery = (spec: Spec): string => `
  query ($groupBy: [${spec.name}GroupKey!]!, $where: ${spec.name}Where, $having: ${spec.name}GroupHaving, $orderBy: [${spec.name}GroupOrder!], $first: Int!) {
    ${spec.root}(groupBy: $groupBy, where: $where, having: $having, orderBy: $orderBy, first: $first) {
      groupCount groups { ${groupSelection(spec)} }
    }
  }`;

/** All rows of a list that a client sees, with what the groups are made of. */
export async function rowsOf(ask: Client, { list, name, rows }: Spec, where: object | null = null): Promise<any[]> {
  const query = `query ($where: ${name}Where, $after: String) {
    ${list}(first: 100, after: $after, where: $where) { pageInfo { hasNextPage endCursor } edges { node { id ${rows} } } }
  }`;
  const found: any[] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors } = await ask(query, { where, after });
    if (errors.length > 0) throw new Error(JSON.stringify([where, errors]));
    const page = data[list];
    found.push(...nodes(page));
    if (!page.pageInfo.hasNextPage) return found;
    after = page.pageInfo.endCursor;
  }
}

function keyIn(name: string, keys: any): Value {
  if (name === 'agency') return keys.agency?.code ?? null;
  return recordKeys.has(name) ? keptId(keys[name]) : keys[name];
}

/** A group of an answer as keys and figures by their names. */
export function toldOf(spec: Spec, groupBy: readonly string[], group: any) {
  const figureIn = (place: string) => place.split('.').reduce((part, name) => part[name], group);
  return {
    keys: Object.fromEntries(groupBy.map((name) => [name, keyIn(name, group.keys)])),
    figures: Object.fromEntries(placesOf(spec).map((place) => [place, figureIn(place)])),
  };
}
