import { describe, expect, it } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { mayAskForCursors } from './may-ask-for-cursors.ts';

function infoOf(document: string) {
  const { definitions } = parse(document);
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return { operation, fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])) };
}

const asks = (document: string): boolean => mayAskForCursors(infoOf(document));

describe('the columns of an order are read', () => {
  it.each([
    'query { risks { edges { cursor node { id } } } }',
    'query { risks { pageInfo { endCursor } } }',
    'query { agency { plans { edges { node { projects { list: pageInfo { hasNextPage } } } } } } }',
    'query { risks { ...Page } } fragment Page on QueryRisksConnection { pageInfo { endCursor } }',
    'query ($more: Boolean!) { risks { pageInfo @include(if: $more) { endCursor } } }',
  ])('where cursors may be shown: %s', (document) => {
    expect(asks(document)).toBe(true);
  });

  it('not where they are not', () => {
    expect(asks('query { risks { totalCount edges { node { id } } } }')).toBe(false);
    expect(asks('query { risks { nodes: edges { node { ...Row } } } } fragment Row on Risk { pageInfo: code }')).toBe(
      false,
    );
  });

  it('where what is asked for is not known', () => {
    expect(mayAskForCursors({ fragments: {} })).toBe(true);
  });
});
