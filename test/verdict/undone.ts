import { asSuperuser, type DatabaseCopy } from '../kit/database-copy.ts';

/** By which the server's log tells an act that was undone from a fault. */
export const UNDONE = 'undone by the test';

/**
 * Has the database undo every act at the last moment, when all of its work is done: whoever asks learns whether it would have been done, and
 * everything stays as it was.
 */
export async function undoEveryAct({ superuser }: DatabaseCopy) {
  await asSuperuser(
    superuser,
    `CREATE FUNCTION public.undo_act() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
     BEGIN
       IF current_setting('app.keeps', true) = 'yes' THEN RETURN NULL; END IF;
       RAISE EXCEPTION '${UNDONE}';
     END $$;
     CREATE CONSTRAINT TRIGGER undo_act AFTER INSERT ON "AuditEntry" DEFERRABLE INITIALLY DEFERRED
       FOR EACH ROW EXECUTE FUNCTION public.undo_act();`,
  );
  return {
    /** Changes that stay, as the registry's own service makes them. */
    keeping: (sql: string) =>
      asSuperuser(
        superuser,
        `SELECT set_config('app.keeps', 'yes', false);
         SELECT set_config('app.account', (SELECT id::text FROM "Account" WHERE sub LIKE 'service|%' LIMIT 1), false);
         ${sql}`,
      ),
  };
}
