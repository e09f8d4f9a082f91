import { Button, Flex } from 'antd';
import { useState } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { useDesk } from '../desk/desk-context';
import { FiguresPage } from '../figures/figures';
import { LanguageSwitch, useSay } from '../language/language';
import { MatterOfOrder, MatterOfRequest } from '../matter/matter';
import { listOf } from '../nouns/noun';
import { NounPage } from '../nouns/noun-page';
import { readable } from '../nouns/nouns';
import { mayRegister } from '../register/coming-in';
import { Register } from '../register/register';
import { pageOfRegister } from '../registers/register';
import { RegisterPage } from '../registers/register-page';
import { registersOf } from '../registers/registers';
import { NounList } from '../work-list/noun-list';
import { WorkList } from '../work-list/work-list';
import { KeyTable, useKeys } from './keys';
import { maySeeFigures, pagesOf } from './pages';

/** The pages of the desk, and the way between them. */
export function Rooms() {
  const say = useSay();
  const [isHelping, setHelping] = useState(false);
  const toggle = () => setHelping(!isHelping);
  useKeys(toggle);
  return (
    <>
      <a className="skip" href="#work">
        {say('跳到内容', 'Skip to the content')}
      </a>
      <Header isHelping={isHelping} onHelp={toggle} />
      <main id="work">
        {isHelping && <KeyTable onClose={toggle} />}
        <Pages />
      </main>
    </>
  );
}

function Pages() {
  const { person } = useDesk();
  const nouns = readable(person);
  return (
    <Switch>
      <Route path="/desk/work">
        <WorkList />
      </Route>
      <Route path="/desk/orders/:id">{({ id }) => <MatterOfOrder id={id} key={id} />}</Route>
      <Route path="/desk/requests/:id">{({ id }) => <MatterOfRequest id={id} key={id} />}</Route>
      {/* As messages to staff link to a matter (STAFF_LINK): by its noun. */}
      <Route path="/desk/work-order/:id">{({ id }) => <Redirect to={`/desk/orders/${id}`} replace />}</Route>
      <Route path="/desk/request/:id">{({ id }) => <Redirect to={`/desk/requests/${id}`} replace />}</Route>
      <Route path="/desk/register">{mayRegister(person) && <Register />}</Route>
      <Route path="/desk/figures">{maySeeFigures(person) && <FiguresPage />}</Route>
      {registersOf(person).map((register) => (
        <Route key={register.name} path={pageOfRegister(register)}>
          <RegisterPage register={register} key={register.name} />
        </Route>
      ))}
      {nouns.map((noun) => (
        <Route key={listOf(noun)} path={listOf(noun)}>
          <NounList noun={noun} key={noun.name} />
        </Route>
      ))}
      {nouns.map((noun) => (
        <Route key={noun.name} path={`/desk/${noun.name}/:id`}>
          {({ id }) => <NounPage noun={noun} id={id as string} key={id} />}
        </Route>
      ))}
      <Route>
        <Redirect to="/desk/work" replace />
      </Route>
    </Switch>
  );
}

function Header({ isHelping, onHelp }: { readonly isHelping: boolean; readonly onHelp: () => void }) {
  const say = useSay();
  const { logIn, person } = useDesk();
  return (
    <header>
      <Flex gap="middle" align="center" wrap>
        <p className="brand">{say('零距离工作台', 'Zero Distance desk')}</p>
        <nav aria-label={say('主导航', 'Main')}>
          {pagesOf(person).map(({ path, zh, en, key }) => (
            <To key={path} path={path} shortcut={`Alt+${key}`}>
              {say(zh, en)}
            </To>
          ))}
        </nav>
        <span className="filler" />
        <Button onClick={onHelp} aria-expanded={isHelping}>
          {say('快捷键', 'Keys')}
        </Button>
        <LanguageSwitch />
        <Button onClick={() => logIn.logOut()}>{say('退出', 'Log out')}</Button>
      </Flex>
    </header>
  );
}

function To({ path, shortcut, children }: { readonly path: string; readonly shortcut: string; readonly children: string }) {
  const [location] = useLocation();
  return (
    <Link href={path} aria-current={location === path ? 'page' : undefined} aria-keyshortcuts={shortcut} title={shortcut}>
      {children}
    </Link>
  );
}
