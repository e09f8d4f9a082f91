import { kickSubject, SERVICES, type Service, SUBSCRIPTIONS, streamOf } from '@zero-distance/contracts';

/** What one NATS user may publish and subscribe; everything else is denied. */
export interface NatsPermissions {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
}

/** The user that alone may create or change streams and consumers. It may not publish an event. */
export const DEPLOY_USER = 'deploy';

/** Replies to a user arrive under this prefix, which no other user may subscribe to (`inboxPrefix` of the client). */
export const inboxOf = (user: string): string => `_INBOX_${user}`;

/** The rights of a service: its own events, dead letters and kick, and its durable consumers on the streams it hears. */
export function permissionsOf(service: Service): NatsPermissions {
  const consumers = SUBSCRIPTIONS[service].map(({ source, durable }) => ({ stream: streamOf(source), durable }));
  return {
    publish: [
      `evt.${service}.>`,
      `dlq.${service}.>`,
      kickSubject(service),
      ...consumers.flatMap(({ stream, durable }) => consumerSubjects(stream, durable)),
    ],
    subscribe: [
      `${inboxOf(service)}.>`,
      kickSubject(service),
      ...consumers.map(({ stream, durable }) => `$JS.EVENT.ADVISORY.CONSUMER.*.${stream}.${durable}`),
    ],
  };
}

function consumerSubjects(stream: string, consumer: string): string[] {
  return [
    `$JS.API.CONSUMER.INFO.${stream}.${consumer}`,
    `$JS.API.CONSUMER.MSG.NEXT.${stream}.${consumer}`,
    `$JS.ACK.${stream}.${consumer}.>`,
    `$JS.API.DIRECT.GET.${stream}`,
  ];
}

const DEPLOY_PERMISSIONS: NatsPermissions = { publish: ['$JS.API.>', '$JS.ACK.>'], subscribe: [`${inboxOf(DEPLOY_USER)}.>`] };

/** Every NATS user with its rights: the five services and `deploy`. The gateway has none: it neither emits nor hears. */
export const NATS_USERS: Readonly<Record<string, NatsPermissions>> = {
  ...Object.fromEntries(SERVICES.map((service) => [service, permissionsOf(service)])),
  [DEPLOY_USER]: DEPLOY_PERMISSIONS,
};

/**
 * The `authorization` block for nats-server (2.9 to current), to be included in the server's own configuration.
 * @param passwordOf the clear password of a user; the text that comes back holds it, so keep that file private
 */
export function natsAuthorization(passwordOf: (user: string) => string): string {
  const users = Object.entries(NATS_USERS).map(([user, { publish, subscribe }]) =>
    [
      '    {',
      `      user: ${quote(user)}, password: ${quote(passwordOf(user))}`,
      '      permissions {',
      `        publish { allow: [${publish.map(quote).join(', ')}] }`,
      `        subscribe { allow: [${subscribe.map(quote).join(', ')}] }`,
      '      }',
      '    }',
    ].join('\n'),
  );
  return `# Made by @zero-distance/deploy from the contracts' SERVICES and SUBSCRIPTIONS.\nauthorization {\n  users: [\n${users.join('\n')}\n  ]\n}\n`;
}

/** A JSON string is a valid nats.conf string as long as it holds no escape that nats.conf lacks. */
function quote(text: string): string {
  if (!/^[\x20-\x7e]+$/.test(text)) throw new Error('NATS names and passwords must consist of printable ASCII characters');
  return JSON.stringify(text);
}
