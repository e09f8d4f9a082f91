import { describe, expect, it } from '@jest/globals';
import { SERVICES } from '@zero-distance/contracts';
import { crossingsOf, natsAccounts, permissionsOf } from './nats-accounts.js';

describe('NATS accounts', () => {
  it("let out of a service's account its own subjects and consumers, and nothing else", () => {
    expect(crossingsOf('case-mediation')).toEqual([
      { subject: 'evt.case-mediation.>' },
      { subject: 'dlq.case-mediation.>' },
      { subject: '$JS.API.CONSUMER.INFO.EVT_INTAKE.case-mediation', as: 'streams.API.CONSUMER.INFO.EVT_INTAKE.case-mediation' },
      {
        subject: '$JS.API.CONSUMER.MSG.NEXT.EVT_INTAKE.case-mediation',
        as: 'streams.API.CONSUMER.MSG.NEXT.EVT_INTAKE.case-mediation',
        manyAnswers: true,
      },
      { subject: '$JS.ACK.EVT_INTAKE.case-mediation.>' },
      ...['EVT_INTAKE.case-mediation-areas', 'EVT_INTAKE.case-mediation-categories', 'EVT_DISPATCH.case-mediation-organisations'].flatMap(
        (consumer) => [
          { subject: `$JS.API.CONSUMER.INFO.${consumer}`, as: `streams.API.CONSUMER.INFO.${consumer}` },
          { subject: `$JS.API.CONSUMER.MSG.NEXT.${consumer}`, as: `streams.API.CONSUMER.MSG.NEXT.${consumer}`, manyAnswers: true },
          { subject: `$JS.ACK.${consumer}.>` },
        ],
      ),
    ]);
  });

  it('let a service publish what leaves its account and its wake-up, and hear its wake-up and its inbox', () => {
    expect(permissionsOf('case-mediation')).toEqual({
      publish: [
        'evt.case-mediation.>',
        'dlq.case-mediation.>',
        'streams.API.CONSUMER.INFO.EVT_INTAKE.case-mediation',
        'streams.API.CONSUMER.MSG.NEXT.EVT_INTAKE.case-mediation',
        '$JS.ACK.EVT_INTAKE.case-mediation.>',
        'streams.API.CONSUMER.INFO.EVT_INTAKE.case-mediation-areas',
        'streams.API.CONSUMER.MSG.NEXT.EVT_INTAKE.case-mediation-areas',
        '$JS.ACK.EVT_INTAKE.case-mediation-areas.>',
        'streams.API.CONSUMER.INFO.EVT_INTAKE.case-mediation-categories',
        'streams.API.CONSUMER.MSG.NEXT.EVT_INTAKE.case-mediation-categories',
        '$JS.ACK.EVT_INTAKE.case-mediation-categories.>',
        'streams.API.CONSUMER.INFO.EVT_DISPATCH.case-mediation-organisations',
        'streams.API.CONSUMER.MSG.NEXT.EVT_DISPATCH.case-mediation-organisations',
        '$JS.ACK.EVT_DISPATCH.case-mediation-organisations.>',
        'svc.case-mediation.kick',
      ],
      subscribe: ['_INBOX_case-mediation.>', 'svc.case-mediation.kick'],
    });
  });

  it('let nobody but deploy administrate JetStream', () => {
    const administrative = /^\$JS\.API\.(>|\*|STREAM|DIRECT|META|ACCOUNT|CONSUMER\.(>|\*|CREATE|DURABLE|DELETE|LIST|NAMES))/;
    for (const service of SERVICES) expect(crossingsOf(service).filter(({ subject }) => administrative.test(subject))).toEqual([]);
  });

  it('give JetStream to the account of the streams alone', () => {
    expect(natsAccounts(() => 'x').match(/jetstream: enabled/g)).toHaveLength(1);
  });

  it('export each subject to the one account that imports it', () => {
    const text = natsAccounts(() => 'x');
    for (const service of SERVICES) {
      for (const { subject } of crossingsOf(service)) {
        const exported = text.split('\n').filter((line) => line.includes('accounts:') && line.includes(`"${subject}"`));
        expect(exported).toEqual([expect.stringContaining(`accounts: ["${service}"]`)]);
      }
    }
  });

  it('are written with a password for every user', () => {
    const text = natsAccounts((user) => `secret of ${user}`);
    for (const user of [...SERVICES, 'deploy']) expect(text).toContain(`user: "${user}", password: "secret of ${user}"`);
  });

  it('refuse a password that nats.conf could read as something else', () => {
    expect(() => natsAccounts(() => 'a\nb')).toThrow('printable ASCII');
  });
});
