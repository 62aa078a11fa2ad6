import type { Context } from '../tenancy/context.ts';
import { EntryAct } from './entry.enums.ts';
import { type EntryStatusName, entryActsOpen } from './entry.logic.ts';

const type: [typeof EntryAct] = [EntryAct];

/** The field `openActs` of a kind of entry: `openActs: t.field(entryOpenActs)`. */
export const entryOpenActs = {
  type,
  description: 'ขั้นตอนที่ผู้ใช้ทำได้ในวันนี้ · Steps of its life cycle that the viewer may take today.',
  select: { status: true },
  resolve: ({ status }: { readonly status: EntryStatusName }, _args: object, { viewer }: Context) =>
    entryActsOpen(status, viewer.roles),
} as const;

/** The same of what is confidential, and so never published. */
export const confidentialOpenActs = {
  ...entryOpenActs,
  resolve: (entry: { readonly status: EntryStatusName }, args: object, context: Context) =>
    entryOpenActs.resolve(entry, args, context).filter((act) => act !== 'PUBLISH'),
} as const;

/** Descriptions of the columns that every kind of entry has, for its type. */
export const entryTexts = {
  publishedOn: 'วันที่เผยแพร่ · Day on which it was published.',
  publicationChannels: 'ช่องทางที่เผยแพร่ · Channels through which it was published.',
  publicationAddress: 'ที่อยู่ที่อ่านได้ · Where it is read: the address of a page, or a place.',
} as const;
