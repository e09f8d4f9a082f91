import { createContext, useContext } from 'react';
import type { Services } from '../api/services';
import type { LogIn, Person } from '../log-in/log-in';
import type { Registers } from './registers';

/** What every page of the desk has. */
export interface Desk {
  readonly person: Person;
  readonly logIn: LogIn;
  readonly services: Services;
  readonly registers: Registers;
}

const Context = createContext<Desk | undefined>(undefined);
export const DeskProvider = Context;

export function useDesk(): Desk {
  const desk = useContext(Context);
  if (!desk) throw new Error('outside of the desk');
  return desk;
}
