import { builder } from '../graphql/builder.ts';
import { reusable } from '../graphql/reusable.ts';

/** The centre has no data of its own: every field asks the whole city one question, in one statement. */
export const Centre = builder.objectRef<Record<string, never>>('Centre').implement({
  description:
    'ภาพรวมหน่วยงานที่ ศปท.กทม. กำกับ สำหรับ ศปท.กทม. และนักวิเคราะห์ · Questions across all agencies, for the anti-corruption centre and analysts. The centre counts what is SUBMITTED or later, analysts what is IMPORTED, APPROVED or later; amending a record leaves none of its figures out. Totals are about the agencies that the centre oversees at the time, without samples, unless the filter asks for others; `extensions.notices` says so, and when invented figures are in an answer. Errors: UNAUTHENTICATED, FORBIDDEN.',
});

builder.queryFields((t) => ({
  centre: t.field({
    type: Centre,
    description:
      'ภาพรวมทุกหน่วยงาน · Questions across all agencies; for CENTRE and ANALYST. Errors: UNAUTHENTICATED, FORBIDDEN.',
    extensions: reusable('SCOPE'),
    resolve: () => ({}),
  }),
}));
