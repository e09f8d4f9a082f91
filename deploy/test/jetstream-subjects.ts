/** The verbs of nats-server 2.9 to 2.15 that take no name. */
const OF_ACCOUNT = [
  'INFO',
  'ACCOUNT.PURGE.streams',
  'ACCOUNT.STREAM.CANCEL_MOVE.streams.EVT_INTAKE',
  'ACCOUNT.STREAM.MOVE.streams.EVT_INTAKE',
  'META.LEADER.STEPDOWN',
  'SERVER.REMOVE',
  'STREAM.CREATE.MINE',
  'STREAM.LIST',
  'STREAM.NAMES',
  'STREAM.RESTORE.MINE',
  'STREAM.TEMPLATE.CREATE.MINE',
  'STREAM.TEMPLATE.DELETE.MINE',
  'STREAM.TEMPLATE.INFO.MINE',
  'STREAM.TEMPLATE.NAMES',
];

const OF_STREAM = [
  'CONSUMER.CREATE.{}',
  'CONSUMER.CREATE.{}.mine',
  'CONSUMER.CREATE.{}.mine.tried',
  'CONSUMER.DURABLE.CREATE.{}.mine',
  'CONSUMER.LIST.{}',
  'CONSUMER.NAMES.{}',
  'DIRECT.GET.{}',
  'DIRECT.GET.{}.evt.intake.tried',
  'STREAM.CREATE.{}',
  'STREAM.DELETE.{}',
  'STREAM.INFO.{}',
  'STREAM.LEADER.STEPDOWN.{}',
  'STREAM.MSG.DELETE.{}',
  'STREAM.MSG.GET.{}',
  'STREAM.PEER.REMOVE.{}',
  'STREAM.PURGE.{}',
  'STREAM.RESTORE.{}',
  'STREAM.SNAPSHOT.{}',
  'STREAM.UPDATE.{}',
];

const OF_CONSUMER = [
  'CONSUMER.CREATE.{}',
  'CONSUMER.DELETE.{}',
  'CONSUMER.DURABLE.CREATE.{}',
  'CONSUMER.INFO.{}',
  'CONSUMER.LEADER.STEPDOWN.{}',
  'CONSUMER.MSG.NEXT.{}',
  'CONSUMER.PAUSE.{}',
  'CONSUMER.RESET.{}',
  'CONSUMER.UNPIN.{}',
];

/**
 * Every subject on which nats-server hears what to do with its streams: the whole API and the acknowledgements.
 * @param consumers as `<stream>.<name>`
 */
export function jetStreamSubjects(streams: readonly string[], consumers: readonly string[]): string[] {
  const filled = (verbs: readonly string[], names: readonly string[]) =>
    names.flatMap((name) => verbs.map((verb) => verb.replace('{}', name)));
  return [
    ...[...OF_ACCOUNT, ...filled(OF_STREAM, streams), ...filled(OF_CONSUMER, consumers)].map((verb) => `$JS.API.${verb}`),
    ...consumers.map((consumer) => `$JS.ACK.${consumer}.1.1.1.1.0`),
  ];
}
