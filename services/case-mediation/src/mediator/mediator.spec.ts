import { describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { referCase } from '../mediation-case/mediation-case.js';
import { assignMediator, type Mediator, mayTakeOver } from './mediator.js';

const NOW = new Date('2026-11-23T04:00:00Z');
const current = referCase(
  {
    requestId: newId(),
    requestNumber: '1',
    areaCode: '230903011001',
    caseType: 'other',
    barredOrganisationIds: null,
    barredAccountIds: null,
  },
  NOW,
);
const mediator = (areaCode: string): Mediator => ({
  id: newId(),
  code: 'tj-01',
  name: '王秀兰',
  qualification: 'experienced',
  specialities: [],
  areaCode,
  committee: '学府社区人民调解委员会',
  registeredAt: NOW,
  retiredAt: null,
  successorMediator: null,
  version: 1,
});

describe('a mediator', () => {
  it.each(['230903011001', '230903011', '230903'])('who serves %s is assigned to a case in 230903011001', (areaCode) => {
    expect(assignMediator(current, mediator(areaCode), { chosenByParties: false })).toMatchObject({
      ok: true,
      value: { recusedMediatorIds: [] },
    });
  });

  it.each(['230903011002', '230903012', '230903011001001'])('who serves %s comes to it only by choice of the parties', (areaCode) => {
    const refused = assignMediator(current, mediator(areaCode), { chosenByParties: false });
    expect(refused).toMatchObject({ ok: false, error: { code: 'case_mediation.mediator.other_area', pointer: '/mediatorId' } });
    expect(assignMediator(current, mediator(areaCode), { chosenByParties: true })).toMatchObject({
      ok: true,
      value: { chosenByParties: true },
    });
  });

  it('is replaced for a reason, and then recused for good', () => {
    const [first, second] = [mediator('230903'), mediator('230903')];
    const assigned = { ...current, mediatorId: first.id };
    expect(assignMediator(assigned, second, { chosenByParties: false })).toMatchObject({
      error: { code: 'case_mediation.mediator.recusal_unreasoned' },
    });
    expect(assignMediator(assigned, first, { chosenByParties: false, reason: '回避' })).toMatchObject({
      error: { code: 'case_mediation.mediator.assigned_already' },
    });
    const replaced = assignMediator(assigned, second, { chosenByParties: false, reason: '回避' });
    expect(replaced).toEqual({ ok: true, value: { mediatorId: second.id, chosenByParties: false, recusedMediatorIds: [first.id] } });
    const after = { ...assigned, ...(replaced.ok && replaced.value) };
    expect(assignMediator(after, first, { chosenByParties: true, reason: '再换' })).toMatchObject({
      error: { code: 'case_mediation.mediator.recused' },
    });
  });

  it('who is retired is assigned to nothing more, also not by the parties, and is told by the code of who took over', () => {
    const retired = { ...mediator('230903011001'), retiredAt: NOW, successorMediator: 'tj-02' };
    for (const chosenByParties of [true, false])
      expect(assignMediator(current, retired, { chosenByParties })).toMatchObject({
        ok: false,
        error: { code: 'case_mediation.mediator.retired', params: { successor: 'tj-02' } },
      });
  });

  it('takes over what lies in the own area and nothing that the same person was recused from', () => {
    const successor = mediator('230903011');
    expect(mayTakeOver(current, successor)).toBe(true);
    expect(mayTakeOver({ ...current, areaCode: '230903012001' }, successor)).toBe(false);
    expect(mayTakeOver({ ...current, recusedMediatorIds: [successor.id] }, successor)).toBe(false);
  });
});
