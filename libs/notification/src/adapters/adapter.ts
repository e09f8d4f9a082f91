import type { Failure } from '../message/message.js';

/** A message as it goes out. */
export interface Letter {
  /** The same for each attempt: by it a gateway tells that it has taken the message already. */
  readonly id: string;
  readonly to: string;
  /** What it is about, in a few words: the subject of an e-mail. */
  readonly title: string;
  readonly text: string;
}

/** A way out of the house. Undefined: taken. It never throws, and what it says of a failure holds nothing of the person. */
export interface Adapter {
  send(letter: Letter): Promise<Failure | undefined>;
}
