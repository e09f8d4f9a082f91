import { buildConnector } from 'undici';

/**
 * How connections to a service with several replicas are made: each new one goes to the next replica in turn, and when
 * that one cannot be reached, to the one after it. It happens before anything is sent, so no request is sent twice.
 * @param origins the replicas of each service, by the first one's origin, which requests are addressed to
 * @param timeout milliseconds that one replica may take to accept a connection
 */
export function connectInTurn(origins: ReadonlyMap<string, readonly string[]>, timeout: number): buildConnector.connector {
  const connect = buildConnector({ timeout });
  const turns = new Map<string, number>();
  return (options, callback) => {
    const first = `${options.protocol}//${options.host}`;
    const replicas = origins.get(first) ?? [first];
    const turn = turns.get(first) ?? 0;
    turns.set(first, turn + 1);
    const attempt = (failures: number): void => {
      const { protocol, host, hostname, port } = new URL(replicas[(turn + failures) % replicas.length] as string);
      connect({ ...options, protocol, host, hostname, port, servername: undefined }, (...outcome) => {
        if (outcome[0] && failures + 1 < replicas.length) attempt(failures + 1);
        else callback(...outcome);
      });
    };
    attempt(0);
  };
}
