import { models, type Relation } from '@registry/prisma/generated/model.ts';
import { invalidInput } from '../../base/errors.ts';
import type { FieldProblem } from '../../base/message.logic.ts';
import { compileWhere, type Field, type Shape, type State, type Where } from './where.logic.ts';

/** The condition that holds for rows in some states. */
export type StateFilter<Value extends string> = (states: readonly Value[]) => Where;

/** A state that follows from the day, as a field to filter by: its values, and the rows in some of them. */
export function stateOf<Value extends string>(states: readonly Value[], where: StateFilter<Value>): State {
  return { kind: 'STATE', states, where: (chosen) => where(states.filter((each) => chosen.includes(each))) };
}

function modelOf(name: string) {
  const model = models[name];
  if (!model) throw new Error(`There is no model ${name}.`);
  return model;
}

/**
 * What a filter on a model can name: its columns and relations. Other fields are given: computed states, and related records that have such
 * fields.
 */
export function shapeOf(name: string, own: Readonly<Record<string, State | Shape>> = {}): Shape {
  const { columns, relations } = modelOf(name);
  const isRequired = ({ from }: Relation): boolean => from.every((column) => columns[column]?.isRequired);
  const values = Object.entries(columns).map(([column, facts]): [string, Field] => [
    column,
    facts.isList ? { kind: 'LIST' } : { kind: 'VALUE', isRequired: facts.isRequired },
  ]);
  const related = Object.entries(relations)
    .filter(([, { isList }]) => !isList)
    .map(([relation, facts]): [string, Field] => {
      const given = own[relation];
      let shape = given && 'fields' in given ? given : null;
      return [
        relation,
        {
          kind: 'RELATED',
          isRequired: isRequired(facts),
          shape: () => {
            shape ??= shapeOf(facts.model);
            return shape;
          },
        },
      ];
    });
  const states = Object.entries(own).filter((entry): entry is [string, State] => 'kind' in entry[1]);
  const always = Object.entries(columns).find(([, column]) => column.isRequired && column.type === 'String');
  if (!always) throw new Error(`No text of ${name} always has a value.`);
  return {
    fields: Object.fromEntries([...values, ...related, ...states]),
    nothing: { [always[0]]: { in: [] } },
  };
}

/** A filter as a client gives it, in Prisma's words. Texts that no record can hold are the client's mistake. */
export function conditionsOf(where: Where | null | undefined, shape: Shape): Where {
  const problems: FieldProblem[] = [];
  const conditions = compileWhere(where, shape, problems);
  if (problems.length > 0) throw invalidInput(...problems);
  return conditions;
}
