import { type Offer, Offers, offersOf } from '../action/offers';
import { useDesk } from '../desk/desk-context';
import { useSay } from '../language/language';
import type { Person } from '../log-in/log-in';
import { KNOWLEDGE_ENTRY, makeKnowledge } from '../nouns/knowledge-entry';
import type { Matter } from './loading';
import { application, openings, orderActions, takenBy } from './order-actions';
import { REQUEST_ACTIONS } from './request-actions';

/** What the services say this person may do now with the request and its order, and no more. */
export function Actions({ matter, reload }: { readonly matter: Matter; readonly reload: () => void }) {
  const say = useSay();
  return (
    <section className="card" aria-label={say('可执行的操作', 'What you may do')}>
      <Offers
        offers={useOffers(matter)}
        onDone={reload}
        onReload={reload}
        nothing={say('您现在没有可执行的操作。', 'There is nothing for you to do now.')}
      />
    </section>
  );
}

function useOffers({ request, order }: Matter): Offer[] {
  const { registers, person } = useDesk();
  return [
    ...(order ? ofOrder(order, person, (kind) => registers.bothWords('application-kind', kind)) : []),
    ...(request ? [...offersOf(REQUEST_ACTIONS, request), ...ofAnswer(request, person)] : []),
  ];
}

/** A good answer becomes an entry of the knowledge base, which is no step of the request. */
const ofAnswer = (request: NonNullable<Matter['request']>, { roles }: Person): Offer[] =>
  request.publicAnswer && KNOWLEDGE_ENTRY.made?.roles.some((role) => roles.includes(role))
    ? [{ action: makeKnowledge(request), id: request.id }]
    : [];

type Order = NonNullable<Matter['order']>;

function ofOrder(order: Order, person: Person, called: (kind: string) => { readonly zh: string; readonly en: string }): Offer[] {
  const { id, version } = order;
  const asked = order.mayAsk.map((kind) => application(kind, called(kind)));
  const opened = order.mayOpen.map((opening) => openings(id)[opening]);
  return [
    ...offersOf(orderActions(order), order),
    ...(order.actions.includes('assign-staff') && order.staff?.personId !== person.id ? [{ action: takenBy(person.id), id, version }] : []),
    ...asked.map((action) => ({ action, id, version })),
    ...opened.map((action) => (action.path.includes('{id}') ? { action, id, version } : { action })),
  ];
}
