import { type GraphQLSchema, isScalarType } from 'graphql';
import { AS_OF } from '../execution/by-moment.ts';
import type { Context } from '../tenancy/context.ts';

const description =
  'ณ เวลานี้ในอดีต ตอบจากบันทึกการเปลี่ยนแปลง ด้วยสิทธิของผู้ถามในปัจจุบัน และเฉพาะสิ่งที่เปิดเผยแก่ผู้ถามทั้งในเวลานั้นและในปัจจุบัน ข้อสังเกต หน่วยงาน บัญชี คลังความเสี่ยง ข้อมูลอ้างอิง และคำที่ใช้ค้นหาเป็นของปัจจุบัน · As of this moment, with everything below: answered from the audit trail, with the rights of the viewer now, and of other agencies only what was disclosed to the viewer then and is now. What did not exist then is absent. Days are counted from that day, but in filters from today, and `search` looks for the words of now; `version` is that of the record without its parts, and not for acts. Findings, agencies, accounts, the library and reference data are those of now. Costs three times as much; at most 4 moments in a request. Errors: INVALID_INPUT (อนาคต หรือก่อนบันทึกแรกของทะเบียน · in the future, or before the first entry of the trail).';

/** The root fields that can be asked as of a moment. */
const fieldNames = ['node', 'nodes', 'agency', 'centre'];

/**
 * Gives root fields the argument `asOf`. Their resolvers never read it: the executor gives them a context of that moment. One that is called without
 * it would answer from now, so it fails instead.
 */
export function withMoments(schema: GraphQLSchema): GraphQLSchema {
  const type = schema.getType('DateTime');
  if (!isScalarType(type)) throw new Error('The schema has no DateTime.');
  for (const name of fieldNames) {
    const field = schema.getQueryType()?.getFields()[name];
    if (!field?.resolve) throw new Error(`There is no Query.${name}.`);
    field.args = [
      ...field.args,
      {
        name: AS_OF,
        type,
        description,
        defaultValue: undefined,
        deprecationReason: undefined,
        extensions: {},
        astNode: undefined,
      },
    ];
    const { resolve } = field;
    field.resolve = (root, args, context: Context, info) => {
      if (args[AS_OF] && !context.tenancy.moment)
        throw new Error(`${name} was asked as of a moment, in a context of now.`);
      return resolve(root, args, context, info);
    };
  }
  return schema;
}
