import { builder } from '../../graphql/builder.ts';
import type { Context } from '../../tenancy/context.ts';
import { todayFor } from '../../tenancy/moment.ts';
import { LifecycleAct } from '../lifecycle.enums.ts';
import { actsOpen, type RecordAct, type RecordStatusName, recordLifecycle } from '../lifecycle.logic.ts';
import { isYearOver } from '../record/closing.logic.ts';
import { isRegisterLike, type RecordSlice } from '../record/record-slice.ts';

type Standing = { readonly status: RecordStatusName; readonly lastYear: number };

/**
 * What the viewer may do with a record of its own agency, or as the centre, along its life cycle. Steps that only the calendar allows are
 * not offered.
 */
const openRecordActs = (context: Context, { status, lastYear }: Standing): RecordAct[] =>
  actsOpen(recordLifecycle, status, context.viewer.roles).filter(
    (act) => act !== 'CLOSE' || isYearOver(lastYear, todayFor(context)),
  );

const type: [typeof LifecycleAct] = [LifecycleAct];
const description =
  'ขั้นตอนที่ผู้ใช้ทำได้ในวันนี้ (ปิดได้เมื่อสิ้นปีงบประมาณสุดท้าย) · Steps of the life cycle that the viewer may take today: CLOSE only once the last fiscal year has ended. What `missing` and `missingToClose` name is in the way of SUBMIT and CLOSE; APPROVE is refused to whoever wrote in the record.';

export function recordOpenActs({ model }: RecordSlice): void {
  if (model === 'Plan') {
    builder.prismaObjectFields(model, (t) => ({
      openActs: t.field({
        type,
        description,
        select: { status: true, fiscalYearTo: true },
        resolve: ({ status, fiscalYearTo }, _args, context) =>
          openRecordActs(context, { status, lastYear: fiscalYearTo }),
      }),
    }));
  } else if (isRegisterLike(model)) {
    builder.prismaObjectFields(model, (t) => ({
      openActs: t.field({
        type,
        description,
        select: { status: true, fiscalYear: true },
        resolve: ({ status, fiscalYear }, _args, context) => openRecordActs(context, { status, lastYear: fiscalYear }),
      }),
    }));
  }
}
