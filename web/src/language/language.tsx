import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

export type Language = 'zh' | 'en';

interface Languages {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const KEPT = 'language';
const Chosen = createContext<Languages>({ language: 'zh', choose: () => undefined });

/** Which language the last visitor of this browser chose; Chinese first. */
const kept = (): Language => (localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh');

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(kept);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const value = useMemo(() => {
    const choose = (next: Language) => {
      localStorage.setItem(KEPT, next);
      setLanguage(next);
    };
    return { language, choose };
  }, [language]);
  return <Chosen value={value}>{children}</Chosen>;
}

export const useLanguage = (): Languages => useContext(Chosen);

/** What is said in both languages, in the one that was chosen. */
export type Say = (zh: string, en: string) => string;

/** Both texts stand where they are shown: `say('工作清单', 'Work list')`. */
export function useSay(): Say {
  const { language } = useLanguage();
  return (zh, en) => (language === 'zh' ? zh : en);
}

/** Named as what it leads to, in that language. */
export function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const other = language === 'zh' ? ({ to: 'en', text: 'English' } as const) : ({ to: 'zh', text: '中文' } as const);
  return (
    <button type="button" className="plain" lang={other.to} onClick={() => choose(other.to)}>
      {other.text}
    </button>
  );
}
