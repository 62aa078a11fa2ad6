import { builder } from '../graphql/builder.ts';
import { whereField } from './counted-rows.ts';
import type { Group } from './grouped-query.ts';

type Name = { readonly name: string; readonly description: string };

/** An object type for rows of groups: what all of them say, and the figures of this one. */
export const groupType = <Figures extends object>({ name, description }: Name) => {
  const ref = builder.objectRef<Group & Figures>(name).implement({ description });
  builder.objectFields(ref, (t) => ({
    key: t.string({
      resolve: ({ key }) => key,
      description:
        'รหัสของกลุ่ม เช่น รหัสหน่วยงาน · Key of the group: code of the agency, group of districts (NONE outside them), kind or process area.',
    }),
    nameTh: t.string({ resolve: ({ nameTh }) => nameTh, description: 'ชื่อกลุ่มภาษาไทย · Thai name of the group.' }),
    nameEn: t.string({ resolve: ({ nameEn }) => nameEn, description: 'ชื่อกลุ่มภาษาอังกฤษ · English name of the group.' }),
    fiscalYear: t.field({
      type: 'FiscalYear',
      resolve: ({ fiscalYear }) => fiscalYear,
      description: 'ปีงบประมาณ ทุกกลุ่มมีครบทุกปีที่ขอ · Fiscal year; a group has a row for every year that was asked about.',
    }),
    isSample: t.boolean({
      resolve: ({ isSample }) => isSample,
      description: 'มีข้อมูลตัวอย่างที่แต่งขึ้น · Whether invented figures of sample agencies are in it.',
    }),
    where: t.field({ ...whereField, resolve: ({ where }) => where() }),
  }));
  return ref;
};
