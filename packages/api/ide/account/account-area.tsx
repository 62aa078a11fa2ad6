import type { FC } from 'react';
import type { Account } from '../session/account.ts';
import { roleNameOf } from '../session/persona.ts';
import { session, useSession } from '../session/use-session.ts';
import { useSwitchPersona } from '../session/use-switch-persona.ts';
import { InvitationForm } from './invitation-form.tsx';

const SignInLink: FC<{ readonly hasEnded: boolean }> = ({ hasEnded }) => (
  <div className="token-field">
    {hasEnded && (
      <span className="masthead-note" role="status">
        เซสชันสิ้นสุด · Session ended
      </span>
    )}
    <a
      className="masthead-button"
      href={`/sign-in?${new URLSearchParams({ to: `/${window.location.search}` })}`}
      title="ลงชื่อเข้าใช้ด้วยระบบยืนยันตัวตนของหน่วยงาน · Sign in at your identity provider"
    >
      ลงชื่อเข้าใช้ <span lang="en">Sign in</span>
    </a>
  </div>
);

const SignOutButton: FC = () => (
  <button type="button" className="masthead-button" onClick={() => void session.signOut()}>
    ออกจากระบบ <span lang="en">Sign out</span>
  </button>
);

/** In which agency the account acts: chosen where it holds roles in several. */
const PlaceOfWork: FC<{ readonly account: Account; readonly place: string | null }> = ({ account, place }) => {
  const { afterSwitch } = useSwitchPersona();
  const current = account.places.find(({ code }) => code === place) ?? account.places[0];
  const roles = current?.roles.map((role) => roleNameOf(role).th).join(' · ');
  if (account.places.length < 2)
    return (
      <span className="persona-role">
        {roles} · {current?.nameTh}
      </span>
    );
  return (
    <select
      className="account-place"
      aria-label="หน่วยงานที่ทำงาน · Act in"
      title={roles}
      value={current?.code}
      onChange={(event) => {
        session.choosePlace(event.target.value);
        afterSwitch();
      }}
    >
      {account.places.map(({ code, nameTh }) => (
        <option key={code} value={code}>
          {nameTh}
        </option>
      ))}
    </select>
  );
};

/** Says who is signed in with this browser, and in which agency they act; lets people sign in, accept an invitation and sign out. */
export const AccountArea: FC = () => {
  const { account, place, problem } = useSession();
  if (account === null || account.session === 'NONE' || account.session === 'ENDED')
    return <SignInLink hasEnded={account?.session === 'ENDED'} />;
  const hasRole = account.places.length > 0;
  return (
    <div className="account">
      <span className="persona-texts">
        <span className="persona-name">{account.name ?? 'ทะเบียนไม่รู้จักบัญชีนี้ · Account unknown here'}</span>
        {hasRole ? (
          <PlaceOfWork account={account} place={place} />
        ) : (
          <span className="persona-role">ยังไม่มีบทบาท · Holds no role yet</span>
        )}
      </span>
      {!hasRole && <InvitationForm />}
      <SignOutButton />
      <span className="persona-problem" role="alert">
        {problem}
      </span>
    </div>
  );
};
