import { withSource } from '../base/legal-source.logic.ts';
import { encodeGlobalId } from '../graphql/global-id.logic.ts';
import type { ProjectStatusName } from '../lifecycle/lifecycle.logic.ts';
import type { MissingPart } from '../lifecycle/record/missing-part.logic.ts';

type Project = {
  readonly id: string;
  readonly sortOrder: number;
  readonly titleTh: string;
  readonly status: ProjectStatusName;
};

/** Whether nothing more happens to a project: it was finished, given up, or left unfinished for a stated reason. */
export const isEnded = (status: ProjectStatusName): boolean =>
  status === 'DONE' || status === 'CANCELLED' || status === 'NOT_DONE';

/** The projects of a plan that are in the way of closing it, each by its name. */
export const unfinishedProjects = (projects: readonly Project[]): MissingPart[] =>
  projects.flatMap(({ id, sortOrder, titleTh, status }, place) =>
    isEnded(status)
      ? []
      : [
          {
            code: 'PROJECT_NOT_ENDED',
            field: `projects[${place}].status`,
            nodeId: encodeGlobalId('Project', id),
            message: withSource(
              {
                th: `โปรดบันทึกว่าแล้วเสร็จ ยกเลิก หรือไม่แล้วเสร็จพร้อมเหตุผล ก่อนปิดแผน: โครงการลำดับที่ ${sortOrder} ${titleTh}`,
                en: `Say that it is done, cancelled, or not done and why, before the plan is closed: project ${sortOrder}, ${titleTh}.`,
              },
              'followUp',
            ),
          },
        ],
  );

/** The last fiscal year of a project; that of its plan where it names none. */
export const lastYearOf = (fiscalYears: readonly number[], plan: { readonly fiscalYearTo: number }): number =>
  fiscalYears.length > 0 ? Math.max(...fiscalYears) : plan.fiscalYearTo;
