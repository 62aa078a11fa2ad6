import type { FC } from 'react';
import { AccountArea } from './account/account-area.tsx';
import { PersonaMenu } from './session/persona-menu.tsx';
import { TokenField } from './session/token-field.tsx';
import { useSession } from './session/use-session.ts';

const Mark: FC = () => (
  <svg className="masthead-mark" viewBox="0 0 32 32" aria-hidden="true">
    <path d="M7 4h12.5L25 9.5V28H7z" fill="currentColor" />
    <path d="M19.5 4v5.5H25z" className="masthead-fold" />
    <path d="M10.5 11.5h5M10.5 15.5h11" className="masthead-lines" />
    <path d="M11 21.2l3 3 6.6-6.2" className="masthead-tick" />
  </svg>
);

const SignInArea: FC = () => {
  const { signIn } = useSession();
  if (signIn === 'personas') return <PersonaMenu />;
  if (signIn === 'account') return <AccountArea />;
  if (signIn === 'token') return <TokenField />;
  return (
    <span className="masthead-note" role="status">
      {signIn === 'loading' ? 'กำลังโหลดผู้ใช้…' : 'ติดต่อเซิร์ฟเวอร์ไม่ได้ · Server unreachable'}
    </span>
  );
};

export const Masthead: FC = () => (
  <>
    <div className="masthead-brand">
      <Mark />
      <h1>
        <span className="masthead-title">
          ทะเบียนแผนและความเสี่ยง <span className="masthead-city">กรุงเทพมหานคร</span>
        </span>
        <span className="masthead-subtitle" lang="en">
          Bangkok Plan and Risk Registry
        </span>
      </h1>
    </div>
    <SignInArea />
  </>
);
