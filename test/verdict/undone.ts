import { asSuperuser, type DatabaseCopy } from '../kit/database-copy.ts';

/**
 * Has the database undo every act at the last moment, when all of its work is done: whoever asks learns whether it would have been done, and
 * everything stays as it was. A sequence, which nothing undoes, counts them.
 */
export async function undoEveryAct({ superuser }: DatabaseCopy) {
  await asSuperuser(
    superuser,
    `CREATE SEQUENCE public.acts_undone;
     CREATE FUNCTION public.undo_act() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
     BEGIN
       IF current_setting('app.keeps', true) = 'yes' THEN RETURN NULL; END IF;
       PERFORM nextval('public.acts_undone');
       RAISE EXCEPTION 'undone by the test';
     END $$;
     CREATE CONSTRAINT TRIGGER undo_act AFTER INSERT ON "AuditEntry" DEFERRABLE INITIALLY DEFERRED
       FOR EACH ROW EXECUTE FUNCTION public.undo_act();`,
  );
  return {
    /** How many acts came to their end. */
    async count(): Promise<number> {
      const [row] = await asSuperuser<{ count: number }>(
        superuser,
        'SELECT CASE WHEN is_called THEN last_value ELSE 0 END::int AS count FROM public.acts_undone',
      );
      return row?.count ?? 0;
    },
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
