import { PASSWORD } from './account.js';

/** What may be wrong with a password that a person chooses. */
export type PasswordFault = 'short' | 'long' | 'names-user' | 'differs' | 'same';

/** What a person gives. */
interface Chosen {
  readonly username: string;
  readonly password: string;
  readonly repeated: string;
}

/** The fault of a chosen password, but for whether it is the one before. Length is what counts; what is asked for besides is learned from no rule. */
export function faultOfPassword({ username, password, repeated }: Chosen): Exclude<PasswordFault, 'same'> | undefined {
  const length = [...password].length;
  if (length < PASSWORD.min) return 'short';
  if (length > PASSWORD.max) return 'long';
  if (password.toLowerCase().includes(username.toLowerCase())) return 'names-user';
  return password === repeated ? undefined : 'differs';
}
