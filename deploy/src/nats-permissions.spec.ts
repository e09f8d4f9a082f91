import { describe, expect, it } from '@jest/globals';
import { SERVICES } from '@zero-distance/contracts';
import { NATS_USERS, natsAuthorization, permissionsOf } from './nats-permissions.js';

describe('NATS permissions', () => {
  it("are a service's own subjects, inbox and consumers, and nothing else", () => {
    expect(permissionsOf('case-mediation')).toEqual({
      publish: [
        'evt.case-mediation.>',
        'dlq.case-mediation.>',
        'svc.case-mediation.kick',
        '$JS.API.CONSUMER.INFO.EVT_INTAKE.case-mediation',
        '$JS.API.CONSUMER.MSG.NEXT.EVT_INTAKE.case-mediation',
        '$JS.ACK.EVT_INTAKE.case-mediation.>',
        '$JS.API.DIRECT.GET.EVT_INTAKE',
        '$JS.API.CONSUMER.INFO.EVT_DISPATCH.case-mediation-organisations',
        '$JS.API.CONSUMER.MSG.NEXT.EVT_DISPATCH.case-mediation-organisations',
        '$JS.ACK.EVT_DISPATCH.case-mediation-organisations.>',
        '$JS.API.DIRECT.GET.EVT_DISPATCH',
      ],
      subscribe: [
        '_INBOX_case-mediation.>',
        'svc.case-mediation.kick',
        '$JS.EVENT.ADVISORY.CONSUMER.*.EVT_INTAKE.case-mediation',
        '$JS.EVENT.ADVISORY.CONSUMER.*.EVT_DISPATCH.case-mediation-organisations',
      ],
    });
  });

  it('let nobody but deploy administrate JetStream', () => {
    for (const [user, { publish }] of Object.entries(NATS_USERS)) {
      const administrates = publish.some((subject) => /^\$JS\.API\.(>|STREAM|CONSUMER\.(>|CREATE|DURABLE|DELETE))/.test(subject));
      expect([user, administrates]).toEqual([user, user === 'deploy']);
    }
  });

  it('are written with a password for every user', () => {
    const text = natsAuthorization((user) => `secret of ${user}`);
    for (const user of [...SERVICES, 'deploy']) expect(text).toContain(`user: "${user}", password: "secret of ${user}"`);
  });

  it('refuse a password that nats.conf could read as something else', () => {
    expect(() => natsAuthorization(() => 'a\nb')).toThrow('printable ASCII');
  });
});
