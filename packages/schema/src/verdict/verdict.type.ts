import { declaredActs } from '../graphql/acts/declared-acts.ts';
import { builder } from '../graphql/builder.ts';
import { reusable } from '../graphql/reusable.ts';
import { Viewer } from '../viewer/viewer.type.ts';
import { type Verdict as VerdictShape, verdictsOfViewer, verdictsOn } from './verdict.ts';

const oneByOne = [...declaredActs].filter(([, { manyOf }]) => manyOf === null);

/** Every act on one record, or on none: the values are the names of the mutations, so that clients need no second list of them. */
const Act = builder.enumType('Act', {
  description:
    'การกระทำ ตามชื่อในทะเบียน · An act, by the name of its mutation. Acts on many records are asked about as the act on one.',
  values: Object.fromEntries(oneByOne.map(([name, { description }]) => [name, { value: name, description }])),
});

const Verdict = builder.objectRef<VerdictShape>('Verdict').implement({
  description:
    'ผลการถามล่วงหน้าว่าทำได้หรือไม่ · Whether an act may be done, asked beforehand: `allowed` means that it is not refused for who asks, whose the record is, its state and what stands in it. What will be given, and a change by somebody else in between, may still refuse it.',
  fields: (t) => ({
    act: t.field({ type: Act, description: 'การกระทำที่ถาม · The act.', resolve: ({ act }) => act }),
    allowed: t.boolean({ description: 'ทำได้หรือไม่ · Whether it may be done.', resolve: ({ refusal }) => !refusal }),
    code: t.string({
      nullable: true,
      description:
        'รหัสข้อผิดพลาดที่จะตอบ ว่างเมื่อทำได้ · Code that the act would be refused with, as in `extensions.code`; null where it is allowed. INVALID_INPUT also for an act that is not done on such a record.',
      resolve: ({ refusal }) => refusal?.code,
    }),
    reasonTh: t.string({
      nullable: true,
      description: 'เหตุที่ทำไม่ได้ ภาษาไทย ว่างเมื่อทำได้ · Why it is refused, in Thai; null where it is allowed.',
      resolve: ({ refusal }) => refusal?.text.th,
    }),
    reasonEn: t.string({
      nullable: true,
      description: 'เหตุที่ทำไม่ได้ ภาษาอังกฤษ ว่างเมื่อทำได้ · Why it is refused, in English; null where it is allowed.',
      resolve: ({ refusal }) => refusal?.text.en,
    }),
  }),
});

builder.interfaceField(builder.nodeInterfaceRef(), 'can', (t) =>
  t.field({
    type: [Verdict],
    listSize: ({ acts }) => acts.length,
    extensions: reusable('ACCOUNT'),
    description:
      'ผู้ใช้ทำสิ่งเหล่านี้กับข้อมูลนี้ได้หรือไม่ ตอบตามลำดับที่ถาม · Whether the viewer may do these acts on it now, one verdict for each in the order asked, by the rules that refuse the acts themselves. Lists answer it in a few statements, however long they are.',
    args: { acts: t.arg({ type: [Act], required: true, description: 'การกระทำที่ถาม · The acts.' }) },
    resolve: (node, { acts }, context, { parentType }) =>
      verdictsOn({ typeName: parentType.name, id: idOf(node) }, acts, context),
  }),
);

function idOf(node: unknown): string {
  if (typeof node === 'object' && node !== null && 'id' in node && typeof node.id === 'string') return node.id;
  throw new Error('A node is read with its id.');
}

builder.objectField(Viewer, 'can', (t) =>
  t.field({
    type: [Verdict],
    listSize: ({ acts }) => acts.length,
    description:
      'บทบาทของผู้ใช้ทำสิ่งเหล่านี้ได้หรือไม่ · Whether the roles of the viewer let them do these acts at all, on a record that allows it: what to show of menus and of buttons that add something. A record’s own `can` says whether it does.',
    args: { acts: t.arg({ type: [Act], required: true, description: 'การกระทำที่ถาม · The acts.' }) },
    resolve: (_viewer, { acts }, context) => verdictsOfViewer(acts, context),
  }),
);
