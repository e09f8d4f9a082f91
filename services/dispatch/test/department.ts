import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient } from '@zero-distance/testing';
import type { DispatchWorld } from './dispatch-world.js';

let count = 0;

/** A department with an entry of the list of its own, so that each test retires another. */
export interface Department {
  readonly code: string;
  readonly id: string;
  readonly category: string;
  readonly client: HttpClient;
}

export async function departmentOf(world: DispatchWorld, coOrganisations: string[] = [], more: object = {}): Promise<Department> {
  const number = ++count;
  const code = `bureau-${number}`;
  const { id } = await world.put<{ id: string }>(`/organisations/${code}`, {
    name: `第${number}局`,
    kind: 'department',
    areaCode: '230903',
    ...more,
  });
  const category = String(500_000 + number);
  const registered = { ...EVENTS['intake.category.registered.v1'].example, categoryId: newId(), code: category };
  await world.stack.publish('intake.category.registered.v1', { id: registered.categoryId, version: 1 }, registered);
  const entry = { categoryPrefix: category, areaPrefix: '230903', leadOrganisation: code, coOrganisations };
  await eventually(() => world.put(`/responsibilities/${code}`, entry)); // the category is heard of a moment later
  const token = await world.stack.token({ clientId: code, scopes: ['dispatch:read', 'dispatch:write'], roles: ['handler'], org: code });
  return { code, id, category, client: world.stack.http('dispatch', token) };
}
