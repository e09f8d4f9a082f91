import type { Service } from '@zero-distance/contracts';
import { areaAncestry, areaKind, newId } from '@zero-distance/kernel';
import { eventually } from './eventually.js';
import type { TestStack } from './test-stack.js';

/** The communities and the grid of the district that tests make up, and of two neighbouring districts, with all areas above them. */
const AREAS = [
  ...['001001', '002001', '011001', '011001007', '011002', '012001', '012002', '012003', '013001', '013002', '014001', '014003', '014004'],
  ...['015001', '015002', '015200', '016001', '100201', '101201'],
]
  .map((below) => `230903${below}`)
  .concat('230904001001', '230904002001', '230904003001', '230905001001', '230905001002', '230905001003', '230905002001');

const CATEGORIES = ['010203', '010204', '010213', '030101', '030102', '080801', '090901', '110101', '130809', '980101', '990101'];

/**
 * Publishes the registers whose codes a service looks up, as intake would. For stacks without intake. Resolves when the service has processed
 * all.
 */
export async function tellRegisters(stack: TestStack, service: Exclude<Service, 'intake'>): Promise<void> {
  await tellAreas(stack, service, AREAS);
  if (service === 'evaluation') return; // which is given no category
  await Promise.all(CATEGORIES.map((code) => tellCategory(stack, code)));
  await heard(stack, service, 'category', CATEGORIES);
}

/** The same of areas that only this test uses, and of all above them. */
export async function tellAreas(stack: TestStack, service: Exclude<Service, 'intake'>, codes: readonly string[]): Promise<void> {
  const areas = [...new Set(codes.flatMap(areaAncestry))];
  await Promise.all(areas.map((code) => tellArea(stack, code)));
  await heard(stack, service, 'area', areas);
}

/** 撤并: tells that an area went into another. Resolves when the service knows. */
export async function tellRetiredArea(
  stack: TestStack,
  service: Exclude<Service, 'intake'>,
  code: string,
  successorArea: string,
): Promise<void> {
  await tellArea(stack, code, { retiredAt: new Date().toISOString(), successorArea });
  await eventually(async () => {
    const [row] = await stack.sql(service, 'select from area where code = $1 and successor_area = $2', [code, successorArea]);
    if (!row) throw new Error(`${service} has not heard that ${code} is no more`);
  });
}

function tellArea(stack: TestStack, code: string, retired: { retiredAt?: string; successorArea?: string } = {}): Promise<string> {
  const areaId = newId();
  // an edition before any that a test publishes itself
  const data = { areaId, code, name: `区划 ${code}`, kind: areaKind(code) ?? 'other', comparisonType: null, edition: '0', ...retired };
  return stack.publish('intake.area.registered.v1', { id: areaId, version: 1 }, data);
}

function tellCategory(stack: TestStack, code: string): Promise<string> {
  const categoryId = newId();
  return stack.publish('intake.category.registered.v1', { id: categoryId, version: 1 }, { categoryId, code, name: `类别 ${code}` });
}

const heard = (stack: TestStack, service: Service, table: string, codes: readonly string[]): Promise<void> =>
  eventually(async () => {
    const [row] = await stack.sql<{ n: number }>(service, `select count(*)::int as n from ${table} where code = any($1)`, [codes]);
    if (row?.n !== codes.length) throw new Error(`${service} has heard of ${row?.n} of ${codes.length}: ${table}`);
  });
