import { type Column, type Model, models, type Relation } from '@registry/prisma/generated/model.ts';
import { invalidInput } from '../../base/errors.ts';
import type { FieldProblem } from '../../base/message.logic.ts';
import { linkBehind, renamedLinks } from './links.ts';
import { recordLabels } from './record-labels.ts';
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

/** What can be filtered of the records of models that have states; those of all others follow from the model. */
const shapes = new Map<string, Shape>();

const knownShapeOf = (name: string): Shape => {
  const known = shapes.get(name) ?? makeShape(name, {});
  shapes.set(name, known);
  return known;
};

function relatedField(columns: Model['columns'], name: string, relation: Relation): Field {
  const { model, isList, from } = relation;
  const link = linkBehind(relation);
  if (link) return { kind: 'RELATED_LIST', relation: name, through: link.name, shape: () => knownShapeOf(link.model) };
  const shape = () => knownShapeOf(model);
  if (isList) return { kind: 'RELATED_LIST', relation: name, shape };
  return { kind: 'RELATED', isRequired: from.every((column) => columns[column]?.isRequired), shape };
}

function columnField(model: string, name: string, facts: Column): Field {
  if (name === 'id') return { kind: 'ID', type: model, labelOf: (type) => recordLabels.get(type) ?? '' };
  return facts.isList ? { kind: 'LIST', ...facts } : { kind: 'VALUE', ...facts };
}

function makeShape(name: string, states: Readonly<Record<string, State>>): Shape {
  const { columns, relations } = modelOf(name);
  const values = Object.entries(columns).map(([column, facts]): [string, Field] => [
    column,
    columnField(name, column, facts),
  ]);
  const named = [
    ...Object.keys(relations).map((relation) => [relation, relation]),
    ...Object.entries(renamedLinks(name)),
  ];
  const related = named.flatMap(([field = '', relation = '']): [string, Field][] => {
    const facts = relations[relation];
    return facts ? [[field, relatedField(columns, relation, facts)]] : [];
  });
  const always = Object.entries(columns).find(([, column]) => column.isRequired && column.type === 'String');
  if (!always) throw new Error(`No text of ${name} always has a value.`);
  return {
    fields: { ...Object.fromEntries([...values, ...related]), ...states },
    nothing: { [always[0]]: { in: [] } },
  };
}

/**
 * What can be filtered of the records of a model: its columns, what they belong to, and what belongs to them. States, which no column has,
 * are given, once for a model: wherever its records are related, their states can be filtered too.
 */
export function shapeOf(name: string, states?: Readonly<Record<string, State>>): Shape {
  if (!states) return knownShapeOf(name);
  const shape = makeShape(name, states);
  shapes.set(name, shape);
  return shape;
}

/** A filter as a client gives it, in Prisma's words. Texts that no record can hold are the client's mistake. */
export function conditionsOf(where: Where | null | undefined, shape: Shape): Where {
  const problems: FieldProblem[] = [];
  const conditions = compileWhere(where, shape, problems);
  if (problems.length > 0) throw invalidInput(...problems);
  return conditions;
}
