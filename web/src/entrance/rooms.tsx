import { Button, Flex } from 'antd';
import { useEffect } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { useDesk } from '../desk/desk-context';
import { LanguageSwitch, useSay } from '../language/language';
import { MatterOfOrder, MatterOfRequest } from '../matter/matter';
import { Register } from '../register/register';
import { OrderList } from '../work-list/order-list';
import { RequestList } from '../work-list/request-list';

/** Who begins with orders: the others take requests in. */
const OF_ORDERS = ['handler', 'dispatcher', 'reviewer'];

/** The pages of the desk, and the way between them. */
export function Rooms() {
  const say = useSay();
  const { person } = useDesk();
  const may = {
    orders: person.scopes.includes('dispatch:read'),
    requests: person.scopes.includes('intake:read'),
    register: mayRegister(person),
  };
  const first =
    may.orders && person.roles.some((role) => OF_ORDERS.includes(role)) ? '/desk/orders' : may.requests ? '/desk/requests' : '/desk/orders';
  useShortcut(may.register);
  return (
    <>
      <a className="skip" href="#work">
        {say('跳到内容', 'Skip to the content')}
      </a>
      <Header may={may} />
      <main id="work">
        <Switch>
          <Route path="/desk/orders">{may.orders && <OrderList />}</Route>
          <Route path="/desk/orders/:id">{({ id }) => <MatterOfOrder id={id} key={id} />}</Route>
          <Route path="/desk/requests">{may.requests && <RequestList />}</Route>
          <Route path="/desk/requests/:id">{({ id }) => <MatterOfRequest id={id} key={id} />}</Route>
          {/* As messages to staff link to a matter (STAFF_LINK): by its noun. */}
          <Route path="/desk/work-order/:id">{({ id }) => <Redirect to={`/desk/orders/${id}`} replace />}</Route>
          <Route path="/desk/request/:id">{({ id }) => <Redirect to={`/desk/requests/${id}`} replace />}</Route>
          <Route path="/desk/register">{may.register && <Register />}</Route>
          <Route>
            <Redirect to={first} replace />
          </Route>
        </Switch>
      </main>
    </>
  );
}

interface May {
  readonly orders: boolean;
  readonly requests: boolean;
  readonly register: boolean;
}

const mayRegister = ({ scopes, roles }: { readonly scopes: readonly string[]; readonly roles: readonly string[] }): boolean =>
  scopes.includes('intake:write') && roles.some((role) => role === 'intake-clerk' || role === 'window-clerk');

function Header({ may }: { readonly may: May }) {
  const say = useSay();
  const { logIn } = useDesk();
  return (
    <header>
      <Flex gap="middle" align="center" wrap>
        <p className="brand">{say('零距离工作台', 'Zero Distance desk')}</p>
        <nav aria-label={say('主导航', 'Main')}>
          {may.orders && <To path="/desk/orders">{say('工单', 'Work orders')}</To>}
          {may.requests && <To path="/desk/requests">{say('诉求', 'Requests')}</To>}
          {may.register && (
            <To path="/desk/register" shortcut="Alt+N">
              {say('登记诉求', 'Register a request')}
            </To>
          )}
        </nav>
        <span className="filler" />
        <LanguageSwitch />
        <Button onClick={() => logIn.logOut()}>{say('退出', 'Log out')}</Button>
      </Flex>
    </header>
  );
}

function To({ path, shortcut, children }: { readonly path: string; readonly shortcut?: string; readonly children: string }) {
  const [location] = useLocation();
  return (
    <Link href={path} aria-current={location === path ? 'page' : undefined} aria-keyshortcuts={shortcut} title={shortcut}>
      {children}
    </Link>
  );
}

/** Alt+N: a clerk takes a call without the mouse. */
function useShortcut(isOn: boolean): void {
  const [, go] = useLocation();
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.code !== 'KeyN') return;
      event.preventDefault();
      go('/desk/register');
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isOn, go]);
}
