import { type GraphQLSchema, isEnumType } from 'graphql';
import { namesIn } from '../base/meaning.logic.ts';
import type { Message } from '../base/message.logic.ts';

/** What people call the value of an enum: how its description begins. A text that is no value of it stands for itself. */
export function nameOfValue(schema: GraphQLSchema, type: string, value: string): Message {
  const found = schema.getType(type);
  const meaning = isEnumType(found) ? found.getValue(value)?.description : null;
  return meaning ? namesIn(meaning) : { th: value, en: value };
}
