import { Link } from 'wouter';
import { Offers, offersOf } from '../action/offers';
import { useDesk } from '../desk/desk-context';
import type { Fact } from '../desk/registers';
import { Facts, Lamp } from '../desk/words';
import type { Noun, Shown } from './noun';
import { Reveal } from './reveal';

interface NounPartProps {
  readonly noun: Noun;
  readonly shown: Shown;
  readonly reload: () => void;
}

/** One of whatever it is: what is known of it, and what this person may do with it now. */
export function NounPart({ noun, shown, reload }: NounPartProps) {
  const { registers } = useDesk();
  const { id, version, allowed, actions } = shown;
  const facts: readonly Fact[] = [
    ['状态', 'State', registers.word(noun.states, shown.state)],
    ['单位', 'Organisation', shown.who],
    [...noun.at, { at: shown.at }],
    ['区划', 'Area', registers.area(shown.areaCode)],
    ['说明', 'More', shown.note],
    ...shown.facts,
  ];
  return (
    <>
      <Facts facts={facts} />
      {noun.reveals && allowed.some((step) => noun.reveals?.steps?.includes(step) ?? true) && <Reveal {...noun.reveals} id={id} />}
      <Offers offers={offersOf(actions, { id, version, actions: allowed })} onDone={reload} onReload={reload} />
    </>
  );
}

/** One of several in a list, led into by its title. */
export function NounItem({ noun, shown, reload }: NounPartProps) {
  return (
    <li id={`${noun.name}-${shown.id}`}>
      <h3>
        <Link href={`/desk/${noun.name}/${shown.id}`}>{shown.title}</Link> <Lamp lamp={shown.lamp} overdue={shown.overdue} />
      </h3>
      <NounPart noun={noun} shown={shown} reload={reload} />
    </li>
  );
}
