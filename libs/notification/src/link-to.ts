/** The address of a page, as the outside sees it (`PUBLIC_URL`). */
export const linkTo = (publicUrl: string, path: string): string => `${publicUrl.replace(/\/$/, '')}${path}`;
