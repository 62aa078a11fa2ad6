type Warning = readonly [messageTh: string, messageEn: string];

type SignInSettings = {
  readonly demoSignIn: boolean;
  readonly isDemoSignInExposed: boolean;
  readonly identityProviders: readonly object[];
  readonly host: string;
};

const demoSignInIsOpen = (host: string): Warning => [
  `คำเตือน: เปิดการลงชื่อเข้าใช้แบบทดลองที่ ${host} ใครก็ตามที่เข้าถึงเครื่องนี้ใช้ได้ทุกบทบาทโดยไม่ต้องมีรหัสผ่าน`,
  `WARNING: demo sign-in is open on ${host}: whoever reaches this machine acts in any role without a password`,
];

const nobodyCanSignIn: Warning = [
  'คำเตือน: ไม่มีใครลงชื่อเข้าใช้ได้ เพราะไม่ได้กำหนดระบบยืนยันตัวตน มีเพียงข้อมูลที่เผยแพร่แล้วที่อ่านได้ โปรดกำหนด OIDC_ISSUER และ OIDC_AUDIENCE แล้วเริ่มใหม่',
  'WARNING: nobody can sign in, because no identity provider is set; only what is published can be read. Set OIDC_ISSUER and OIDC_AUDIENCE and start again',
];

/**
 * What an operator should know although the registry starts. Without a way to sign in, it still serves what is published, which may be
 * intended for a while: a warning, no refusal.
 */
export function startWarnings({ demoSignIn, isDemoSignInExposed, identityProviders, host }: SignInSettings): Warning[] {
  const warnings: Warning[] = [];
  if (isDemoSignInExposed) warnings.push(demoSignInIsOpen(host));
  if (!demoSignIn && identityProviders.length === 0) warnings.push(nobodyCanSignIn);
  return warnings;
}
