import { Alert, Button, ConfigProvider, Flex, Spin } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { type Services, servicesFor } from '../api/services';
import { DeskProvider } from '../desk/desk-context';
import { loadRegisters, type Registers } from '../desk/registers';
import { type Language, useLanguage, useSay } from '../language/language';
import { LogIn } from '../log-in/log-in';
import { Rooms } from './rooms';

const LOCALES = { zh: zhCN, en: enUS };
const THEME = {
  token: {
    motion: false,
    colorPrimary: '#0b5f5c',
    colorError: '#b42318',
    colorTextDisabled: '#666',
    colorTextPlaceholder: '#666',
    colorTextDescription: '#555',
  },
} as const;
/** Styles are written with what the gateway's policy lets pass (page.routes.ts). */
const CSP = { nonce: document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '' };
const BUTTON = { autoInsertSpace: false };

interface Opened {
  readonly logIn: LogIn;
  readonly registers: Registers;
}

/** Once for each load of the page: a code is spent by its first use. */
const opening = (language: Language): Promise<Opened> =>
  LogIn.open().then(async (logIn) => {
    const registers = await loadRegisters(servicesFor(logIn, language), logIn.person, language);
    return { logIn, registers };
  });

/** The log-in, and the desk behind it. */
export function Entrance() {
  const { language } = useLanguage();
  const [opened, setOpened] = useState<Opened>();
  const [problem, setProblem] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language is no other log-in
  useEffect(() => {
    opening(language).then(setOpened, (error: Error) => setProblem(error.message));
  }, []);
  return (
    <ConfigProvider locale={LOCALES[language]} theme={THEME} csp={CSP} button={BUTTON} virtual={false}>
      {opened ? <Opened {...opened} /> : <Closed problem={problem} />}
    </ConfigProvider>
  );
}

function Opened({ logIn, registers }: Opened) {
  const { language } = useLanguage();
  const desk = useMemo(() => {
    const services: Services = servicesFor(logIn, language);
    return { logIn, person: logIn.person, services, registers: registers.inLanguage(language) };
  }, [logIn, registers, language]);
  return (
    <DeskProvider value={desk}>
      <Rooms />
    </DeskProvider>
  );
}

function Closed({ problem }: { readonly problem: string | undefined }): ReactNode {
  const say = useSay();
  if (!problem) return <Spin fullscreen description={say('正在登录…', 'Logging in …')} />;
  return (
    <Flex vertical gap="middle" className="closed">
      <h1>{say('未能登录', 'Not logged in')}</h1>
      <Alert type="error" title={problem} />
      <Button type="primary" onClick={() => location.assign('/desk')}>
        {say('重新登录', 'Log in again')}
      </Button>
    </Flex>
  );
}
