import { escapeHtml } from '@zero-distance/kernel';
import qrcode from 'qrcode-generator';
import { PASSWORD } from '../account/account.js';
import type { PasswordFault } from '../account/password.js';
import { page } from './pages.js';

/** Why a page is shown again. */
export type LogInNotice = 'none' | 'wrong' | 'wrong-code' | 'refused' | 'expired' | 'void' | PasswordFault;

const alert = (zh: string, en: string): string => `<p role="alert" id="login-error">${zh}<span lang="en">${en}</span></p>`;
const NOTICES: Readonly<Record<LogInNotice, string>> = {
  none: '',
  wrong: alert('用户名或密码不正确。', 'Wrong username or password.'),
  'wrong-code': alert('动态口令不正确，或已用过。', 'This code is wrong, or was used before.'),
  refused: alert('尝试次数过多，请稍后再试。', 'Too many attempts; please try again later.'),
  expired: alert(
    '一次性密码已过期，请联系管理员重新发放。',
    'This one-time password has expired; please ask an administrator for another.',
  ),
  void: alert(
    '登录期间该账号的登录方式已变更，请重新登录。',
    'How this account is logged in to has changed meanwhile; please log in again.',
  ),
  short: alert(`新密码至少 ${PASSWORD.min} 个字符。`, `At least ${PASSWORD.min} characters, please.`),
  long: alert(`新密码最多 ${PASSWORD.max} 个字符。`, `At most ${PASSWORD.max} characters, please.`),
  'names-user': alert('新密码不得包含用户名。', 'The new password may not hold the username.'),
  differs: alert('两次输入不一致。', 'The two are not alike.'),
  same: alert('新密码不得与原密码相同。', 'The new password is the one before.'),
};
export const STATUS: Readonly<Record<LogInNotice, number>> = {
  none: 200,
  wrong: 401,
  'wrong-code': 401,
  refused: 429,
  expired: 401,
  void: 401,
  short: 422,
  long: 422,
  'names-user': 422,
  differs: 422,
  same: 422,
};

const form = (uid: string, fields: string, button: { zh: string; en: string }): string =>
  `<form method="post" action="/oidc/interaction/${encodeURIComponent(uid)}">
${fields}
<button type="submit" id="login">${button.zh} <span lang="en">${button.en}</span></button>
</form>`;

/** The first page: who it is. */
export const logInPage = (uid: string, clientName: string, username: string, notice: LogInNotice): string =>
  page(
    { zh: '登录', en: 'Log in' },
    `<p>登录以使用 <span lang="en">Log in to use</span>：<strong>${escapeHtml(clientName)}</strong></p>
${NOTICES[notice]}
${form(
  uid,
  `<label for="username">用户名 <span lang="en">Username</span></label>
<input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="64" value="${escapeHtml(username)}">
<label for="password">密码 <span lang="en">Password</span></label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="${PASSWORD.max}">
<label class="choice"><input type="checkbox" id="change-password" name="change-password" value="yes"> 登录后修改密码 <span lang="en">Change my password</span></label>
<label class="choice"><input type="checkbox" id="enrol" name="enrol" value="yes"> 设置手机动态口令 <span lang="en">Set up codes on my telephone</span></label>`,
  { zh: '登录', en: 'Log in' },
)}`,
  );

/** The page on which a person chooses a password. */
export const newPasswordPage = (uid: string, notice: LogInNotice): string =>
  page(
    { zh: '设置新密码', en: 'Choose a new password' },
    `<p>至少 ${PASSWORD.min} 个字符，越长越好；可用一句话。<span lang="en">At least ${PASSWORD.min} characters, the longer the better; a sentence will do.</span></p>
${NOTICES[notice]}
${form(
  uid,
  `<label for="new-password">新密码 <span lang="en">New password</span></label>
<input id="new-password" name="new-password" type="password" autocomplete="new-password" required minlength="${PASSWORD.min}" maxlength="${PASSWORD.max}">
<label for="repeated">再次输入 <span lang="en">Once more</span></label>
<input id="repeated" name="repeated" type="password" autocomplete="new-password" required maxlength="${PASSWORD.max}">`,
  { zh: '保存并登录', en: 'Save and log in' },
)}`,
  );

const CODE_FIELD = `<label for="code">动态口令 <span lang="en">Code</span></label>
<input id="code" name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" required maxlength="20">`;

/** The page that asks for a code of the telephone. */
export const codePage = (uid: string, notice: LogInNotice): string =>
  page(
    { zh: '动态口令', en: 'Code' },
    `<p>请输入手机上的六位动态口令，或一个恢复码。<span lang="en">Enter the six digits on your telephone, or a recovery code.</span></p>
${NOTICES[notice]}
${form(uid, CODE_FIELD, { zh: '继续', en: 'Continue' })}`,
  );

/** The page on which a person shares a secret with the telephone. */
export const enrolPage = (uid: string, address: string, secret: string, notice: LogInNotice): string =>
  page(
    { zh: '设置动态口令', en: 'Set up codes' },
    `<p>用手机上的身份验证器扫描，或手工输入密钥，再填写显示的六位数字。<span lang="en">Scan this with an authenticator on your telephone, or type the key, then enter the six digits it shows.</span></p>
<div class="picture">${pictureOf(address)}</div>
<p><code id="totp-secret">${escapeHtml(secret.replaceAll(/(.{4})(?=.)/g, '$1 '))}</code></p>
${NOTICES[notice]}
${form(uid, CODE_FIELD, { zh: '启用', en: 'Enable' })}`,
  );

/** The recovery codes, which are shown once. Without them the page was loaded again. */
export const recoveryPage = (uid: string, codes: readonly string[]): string =>
  page(
    { zh: '恢复码', en: 'Recovery codes' },
    `<p>动态口令已启用。手机遗失时，每个恢复码可登录一次；请抄下或打印，此页只显示一次。<span lang="en">Codes are enabled. Should you lose the telephone, each recovery code logs you in once; note or print them: they are shown this once.</span></p>
<ul id="recovery-codes">${codes.map((code) => `<li><code>${escapeHtml(code)}</code></li>`).join('')}</ul>
${form(uid, '', { zh: '已记下，继续', en: 'I have noted them' })}`,
  );

/** A QR code as SVG, which needs no script and no style. */
function pictureOf(text: string): string {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  return code.createSvgTag({ cellSize: 4, margin: 16, scalable: true });
}
