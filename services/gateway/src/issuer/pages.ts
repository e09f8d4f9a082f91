import { escapeHtml } from '@zero-distance/kernel';
import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider';

const CSP = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Headers of every page of the issuer. `redirectOrigin`: browsers check where a posted form is redirected to, so it must be allowed. */
export const pageHeaders = (redirectOrigin = ''): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `${CSP}; form-action 'self' ${redirectOrigin}`.trim(),
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
});

export const page = (title: { zh: string; en: string }, body: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.zh} ${title.en} · 零距离 Zero Distance</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/assets/login/login.css">
</head>
<body>
<main>
<p class="brand">零距离 <span lang="en">Zero Distance</span></p>
<h1>${title.zh} <span lang="en">${title.en}</span></h1>
${body}
</main>
</body>
</html>`;

/** The login took too long, or the cookie is another browser's. */
export const expiredPage = (): string =>
  page(
    { zh: '登录已过期', en: 'This login has expired' },
    '<p>请回到您要使用的系统重新登录。</p><p lang="en">Please go back to the system you were using and log in again.</p>',
  );

/** oidc-provider's hooks: each writes the page of its name. */
export function errorPage(ctx: KoaContextWithOIDC, out: ErrorOut): void {
  const detail = [out.error, out.error_description].filter((text) => text !== undefined);
  send(
    ctx,
    page(
      { zh: '请求无法完成', en: 'This request could not be completed' },
      detail.map((text) => `<p lang="en">${escapeHtml(text)}</p>`).join(''),
    ),
  );
}

export function logoutPage(ctx: KoaContextWithOIDC, form: string): void {
  const buttons = `<button type="submit" form="op.logoutForm" name="logout" value="yes" id="logout">退出 <span lang="en">Log out</span></button>
<button type="submit" form="op.logoutForm" class="quiet">留在系统中 <span lang="en">Stay logged in</span></button>`;
  const back = ctx.oidc.session?.state?.postLogoutRedirectUri;
  send(ctx, page({ zh: '退出登录', en: 'Log out' }, form + buttons), typeof back === 'string' ? new URL(back).origin : '');
}

export function loggedOutPage(ctx: KoaContextWithOIDC): void {
  send(ctx, page({ zh: '已退出', en: 'Logged out' }, '<p>您可以关闭此页面。<span lang="en">You may close this page.</span></p>'));
}

function send(ctx: KoaContextWithOIDC, html: string, redirectOrigin = ''): void {
  ctx.set(pageHeaders(redirectOrigin));
  ctx.body = html;
}
