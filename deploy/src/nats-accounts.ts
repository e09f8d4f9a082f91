import {
  announceSubject,
  readsBySequence,
  SERVICES,
  type Service,
  STREAMS_API,
  SUBSCRIPTIONS,
  streamOf,
  wakeSubject,
} from '@zero-distance/contracts';

/** What one NATS user may publish and subscribe in its account; everything else is denied. */
export interface NatsPermissions {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
}

/** A subject on which one service's account reaches the account of the streams; the answer finds its own way back. */
export interface Crossing {
  /** As it is called in the account of the streams. */
  readonly subject: string;
  /** As the service calls it, where that is something else. */
  readonly as?: string;
  /** Whether many answers come to one request, as messages do to a pull. */
  readonly manyAnswers?: true;
}

/**
 * The account that has JetStream, the streams and their consumers (docs/decisions/0022). Each service has an account of its own name
 * beside it, without JetStream: a subject that the server answers on for a service, whatever it is, lies in that account.
 */
const STREAMS_ACCOUNT = 'streams';

/** The user that alone may create or change streams and consumers. It may not publish an event. */
export const DEPLOY_USER = 'deploy';

/** Replies to a user arrive under this prefix, which no other user may subscribe to (`inboxPrefix` of the client). */
export const inboxOf = (user: string): string => `_INBOX_${user}`;

/** All that leaves a service's account: its own events and dead letters, and what its durable consumers need. */
export function crossingsOf(service: Service): Crossing[] {
  const consumers = SUBSCRIPTIONS[service].map(({ source, durable }) => `${streamOf(source)}.${durable}`);
  return [
    { subject: `evt.${service}.>` },
    { subject: `dlq.${service}.>` },
    ...consumers.flatMap((consumer): Crossing[] => [
      { subject: `$JS.API.CONSUMER.INFO.${consumer}`, as: `${STREAMS_API}.CONSUMER.INFO.${consumer}` },
      { subject: `$JS.API.CONSUMER.MSG.NEXT.${consumer}`, as: `${STREAMS_API}.CONSUMER.MSG.NEXT.${consumer}`, manyAnswers: true },
      { subject: `$JS.ACK.${consumer}.>` },
    ]),
  ];
}

/** The rights of a service's user: what crosses, what its replicas tell each other and its inbox. */
export function permissionsOf(service: Service): NatsPermissions {
  const own = [wakeSubject(service), ...(readsBySequence(service) ? [announceSubject(service)] : [])];
  return {
    publish: [...crossingsOf(service).map(({ subject, as = subject }) => as), ...own],
    subscribe: [`${inboxOf(service)}.>`, ...own],
  };
}

const DEPLOY_PERMISSIONS: NatsPermissions = { publish: ['$JS.API.>', '$JS.ACK.>'], subscribe: [`${inboxOf(DEPLOY_USER)}.>`] };

/**
 * The `accounts` block for nats-server (2.9 to current), to be included in the server's own configuration.
 * @param passwordOf the clear password of a user; the text that comes back holds it, so keep that file private
 */
export function natsAccounts(passwordOf: (user: string) => string): string {
  const user = (name: string, permissions: NatsPermissions) => userBlock(name, passwordOf(name), permissions);
  const exported = SERVICES.flatMap((service) => crossingsOf(service).map((crossing) => exportOf(service, crossing)));
  const accounts = [
    account(STREAMS_ACCOUNT, ['jetstream: enabled', ...user(DEPLOY_USER, DEPLOY_PERMISSIONS), ...list('exports', exported)]),
    ...SERVICES.map((service) =>
      account(service, [...user(service, permissionsOf(service)), ...list('imports', crossingsOf(service).map(importOf))]),
    ),
  ];
  return [
    "# Made by @zero-distance/deploy from the contracts' SERVICES and SUBSCRIPTIONS.",
    'accounts {',
    ...accounts.flat(),
    '}',
    '',
  ].join('\n');
}

const exportOf = (service: Service, { subject, manyAnswers }: Crossing): string =>
  `{ service: ${quote(subject)}, ${manyAnswers ? 'response_type: stream, ' : ''}accounts: [${quote(service)}] }`;

const importOf = ({ subject, as }: Crossing): string =>
  `{ service: { account: ${quote(STREAMS_ACCOUNT)}, subject: ${quote(subject)} }${as ? `, to: ${quote(as)}` : ''} }`;

const account = (name: string, lines: readonly string[]): string[] => [`  ${quote(name)} {`, ...lines.map((line) => `    ${line}`), '  }'];

const list = (name: string, items: readonly string[]): string[] => [`${name}: [`, ...items.map((item) => `  ${item}`), ']'];

function userBlock(name: string, password: string, { publish, subscribe }: NatsPermissions): string[] {
  const allow = (subjects: readonly string[]) => `{ allow: [${subjects.map(quote).join(', ')}] }`;
  const rights = `permissions: { publish: ${allow(publish)}, subscribe: ${allow(subscribe)} }`;
  return list('users', [`{ user: ${quote(name)}, password: ${quote(password)}, ${rights} }`]);
}

/** A JSON string is a valid nats.conf string as long as it holds no escape that nats.conf lacks. */
function quote(text: string): string {
  if (!/^[\x20-\x7e]+$/.test(text)) throw new Error('NATS names and passwords must consist of printable ASCII characters');
  return JSON.stringify(text);
}
