import type { ReactNode } from 'react';
import { LanguageSwitch, useSay } from '../language/language';

/** A page without a log-in: whose it is, the language, and what it is about. */
export function VisitorPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const say = useSay();
  return (
    <>
      <header>
        <p className="brand">{say('零距离', 'Zero Distance')}</p>
        <LanguageSwitch />
      </header>
      <main>
        <h1>{title}</h1>
        {children}
      </main>
    </>
  );
}
