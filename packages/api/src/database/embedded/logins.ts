import { APP_ROLE, DATABASE, OWNER_ROLE } from '../provisioning/roles.ts';
import { SUPERUSER } from './cluster.ts';
import type { RolePasswords } from './data-directory.ts';

/** The addresses of the embedded server's database, one for each login. */
export type Logins = { readonly superuserUrl: string; readonly ownerUrl: string; readonly appUrl: string };

export function loginsAt(port: number, passwords: RolePasswords): Logins {
  const urlOf = (role: string, password: string, database: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
  return {
    superuserUrl: urlOf(SUPERUSER, passwords.superuser, 'postgres'),
    ownerUrl: urlOf(OWNER_ROLE, passwords.owner, DATABASE),
    appUrl: urlOf(APP_ROLE, passwords.app, DATABASE),
  };
}
