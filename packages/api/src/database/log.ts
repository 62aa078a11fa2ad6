/** Says in both languages what the database is doing while it starts, is prepared or migrated. */
export type Log = (messageTh: string, messageEn: string) => void;
