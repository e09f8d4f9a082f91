import { describe, expect, it } from '@jest/globals';
import { openWorkOf } from './open-work.js';

describe('what is open in a person’s name', () => {
  it('is, of a mediator, the cases that are overdue and those that have time yet', () => {
    expect(openWorkOf({ id: 'a', roles: ['inspector', 'mediator'] })).toEqual([
      { service: 'case-mediation', url: '/api/case-mediation/v1/cases?mediatorId=a&overdue=true' },
      { service: 'case-mediation', url: '/api/case-mediation/v1/cases?mediatorId=a&overdue=false' },
    ]);
  });

  it('is, of who works for an organisation, the orders that it gave to that person', () => {
    expect(openWorkOf({ id: 'a', roles: ['handler', 'reviewer'] }).map(({ url }) => url)).toEqual([
      '/api/dispatch/v1/work-orders?assignedTo=a&overdue=true',
      '/api/dispatch/v1/work-orders?assignedTo=a&overdue=false',
    ]);
    expect(openWorkOf({ id: 'a', roles: ['reviewer'] })).toEqual([]);
  });
});
