import type { ClientBase, QueryConfig, QueryResult } from 'pg';
import { Statement } from './prepared.js';
import { explainFailure, type QueuedWrite, withRowCheck } from './queued-write.js';

type Answer = Promise<QueryResult>;

/**
 * A database transaction that is open on a pipelined connection. A statement leaves without waiting for the answer to the one before, so
 * what is sent in one turn of the event loop, BEGIN and COMMIT included, costs one round trip. Nothing is kept unless every statement succeeded.
 */
export class Session {
  private readonly answers: Answer[] = [];
  private hasFailed = false;

  /** @param release gives the connection back when the transaction is over; `isBroken` says that its state is unknown */
  constructor(
    private readonly client: ClientBase,
    private readonly release: (isBroken: boolean) => void = ignore,
  ) {
    this.send('begin');
  }

  /** Sends a change. Its answer is looked at by `commit`. */
  write(change: QueuedWrite): void {
    this.send(new Statement(withRowCheck(change)), explainFailure(change));
  }

  /** Sends a statement and waits for its answer. Throws what failed first: behind a failure Postgres only says that it aborted. */
  async ask(statement: Statement | QueryConfig): Answer {
    const answer = this.send(statement);
    try {
      return await answer;
    } catch (error) {
      for (const earlier of this.answers) await earlier;
      throw error;
    }
  }

  /**
   * Sends the last changes and COMMIT. Throws what failed first. Postgres makes a COMMIT behind a failure a rollback by itself; but of a
   * parameter that this process could not send it knows nothing, so then a rollback is sent.
   */
  async commit(last: readonly QueuedWrite[]): Promise<void> {
    for (const change of last) this.write(change);
    this.send(this.hasFailed ? 'rollback' : 'commit');
    const outcomes = await this.over();
    const failure = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failure) throw failure.reason;
  }

  async rollback(): Promise<void> {
    this.send('rollback');
    await this.over();
  }

  private async over(): Promise<PromiseSettledResult<QueryResult>[]> {
    const outcomes = await Promise.allSettled(this.answers);
    this.release(outcomes.at(-1)?.status === 'rejected');
    return outcomes;
  }

  /** @param statement a text without parameters as it is: pg copies a config member by member, which is felt in every transaction */
  private send(statement: Statement | QueryConfig | string, explain = asItIs): Answer {
    const answer = new Promise<QueryResult>((resolve, reject) => {
      this.client.query(statement as string, (error: Error | null, result: QueryResult) => {
        if (!error) return resolve(result);
        this.hasFailed = true;
        reject(explain(error));
      });
    });
    answer.catch(ignore);
    this.answers.push(answer);
    return answer;
  }
}

const ignore = (): void => undefined;
const asItIs = (error: Error): Error => error;
