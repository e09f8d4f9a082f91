import { describe, expect, it } from '@jest/globals';
import type { ClientBase } from 'pg';
import { Session } from './session.js';

type Callback = (error: Error | null, result?: unknown) => void;

/** A pg client that answers when told to, and fails at once when a parameter is `unsendable`. */
function aClient() {
  const sent: string[] = [];
  const waiting: Callback[] = [];
  const query = (statement: string | { text: string; values?: unknown[] }, callback: Callback): void => {
    const { text, values } = typeof statement === 'string' ? { text: statement, values: undefined } : statement;
    if (values?.includes('unsendable')) callback(new Error('cannot be sent'));
    else waiting.push(callback);
    sent.push(text);
  };
  /** Answers the statements in order: with success, or with a failure of that name. */
  const answer = (...failures: (string | undefined)[]): void => {
    for (const [i, callback] of waiting.splice(0).entries()) callback(failures[i] ? new Error(failures[i]) : null, { rows: [] });
  };
  return { client: { query } as unknown as ClientBase, sent, answer };
}

const insert = (...params: unknown[]) => ({ text: 'insert', params });

describe('a session', () => {
  it('A transaction is sent from BEGIN to COMMIT without waiting for an answer', async () => {
    const { client, sent, answer } = aClient();
    const committed = new Session(client).commit([insert(), insert()]);
    expect(sent).toEqual(['begin', 'insert', 'insert', 'commit']);
    answer();
    await committed;
  });

  it('A transaction is rolled back when one of its parameters cannot be sent, although Postgres has seen no failure', async () => {
    const { client, sent, answer } = aClient();
    const committed = new Session(client).commit([insert(), insert('unsendable'), insert()]);
    expect(sent).toEqual(['begin', 'insert', 'insert', 'insert', 'rollback']);
    answer();
    await expect(committed).rejects.toThrow('cannot be sent');
  });

  it('A transaction fails with what failed first, and not with what only says that it was aborted', async () => {
    const { client, answer } = aClient();
    const session = new Session(client);
    session.write(insert());
    const asked = session.ask({ text: 'select' });
    const committed = session.commit([]);
    answer(undefined, 'name taken', 'aborted');
    await expect(asked).rejects.toThrow('name taken');
    await expect(committed).rejects.toThrow('name taken');
  });

  it('A transaction fails when a read in it has failed, even if the use case went on: Postgres has kept nothing', async () => {
    const { client, sent, answer } = aClient();
    const session = new Session(client);
    const asked = session.ask({ text: 'select' });
    answer(undefined, 'no such table');
    await expect(asked).rejects.toThrow('no such table');
    const committed = session.commit([insert()]);
    expect(sent.at(-1)).toBe('rollback');
    answer();
    await expect(committed).rejects.toThrow('no such table');
  });

  it('A connection is given back when its transaction is over, as broken when not even the end was answered', async () => {
    const given: boolean[] = [];
    for (const failures of [[], [undefined, 'name taken'], [undefined, 'gone', 'gone']]) {
      const { client, answer } = aClient();
      const committed = new Session(client, (isBroken) => given.push(isBroken)).commit([insert()]);
      answer(...failures);
      await committed.catch(() => undefined);
    }
    expect(given).toEqual([false, false, true]);
  });
});
