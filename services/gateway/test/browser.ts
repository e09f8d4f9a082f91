/** An answer after all redirects within the gateway; `url` is where they ended, or the first address outside. */
export interface Page {
  readonly status: number;
  readonly url: URL;
  readonly html: string;
  readonly headers: Headers;
}

/** As much of a browser as a login needs: cookies by path, and redirects until they lead elsewhere. */
export class Browser {
  private readonly cookies = new Map<string, { value: string; path: string }>();

  /** @param headers sent with every request, as a proxy before the gateway would */
  constructor(private readonly headers: Record<string, string> = {}) {}

  get(url: URL): Promise<Page> {
    return this.follow(url, {});
  }

  post(url: URL, form: Record<string, string>): Promise<Page> {
    return this.follow(url, { method: 'POST', body: new URLSearchParams(form) });
  }

  private async follow(url: URL, init: RequestInit): Promise<Page> {
    const headers = { ...this.headers, accept: 'text/html', cookie: this.cookieFor(url) };
    const response = await fetch(url, { ...init, redirect: 'manual', headers });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    const html = await response.text();
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null)
      return { status: response.status, url, html, headers: response.headers };
    const next = new URL(location, url);
    return next.origin === url.origin ? this.follow(next, {}) : { status: response.status, url: next, html, headers: response.headers };
  }

  private cookieFor({ pathname }: URL): string {
    const sent = [...this.cookies].filter(
      ([, { path }]) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`),
    );
    return sent.map(([name, { value }]) => `${name.split('|')[0]}=${value}`).join('; ');
  }

  private keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
    const at = pair.indexOf('=');
    const path = attributes.find((attribute) => attribute.toLowerCase().startsWith('path='))?.slice(5) ?? '/';
    const key = `${pair.slice(0, at)}|${path}`;
    if (/expires=Thu, 01 Jan 1970/i.test(cookie)) this.cookies.delete(key);
    else this.cookies.set(key, { value: pair.slice(at + 1), path });
  }
}
