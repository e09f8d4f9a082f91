import { SERVICES } from '@zero-distance/contracts';
import { demoClients, loadDemo } from '@zero-distance/local-stack';
import { eventually } from './eventually.js';
import { startTestStack } from './start-test-stack.js';
import type { TestStack } from './test-stack.js';

/** Loads the demo district once, through the services as they ship, for all stacks of the run that begin with it. */
export async function makeDistrict(): Promise<void> {
  const stack = await startTestStack({
    services: SERVICES,
    env: {
      RATE_LIMIT_PER_MINUTE: '1000000',
      PUBLIC_WRITE_LIMIT_PER_DAY: '1000000',
      PUBLIC_GUESS_LIMIT_PER_DAY: '1000000',
      LOG_LEVEL: 'warn',
    },
  });
  try {
    const [{ scopes, roles, area }] = demoClients('the district'); // who may do everything
    await loadDemo(stack.url('gateway'), await stack.token({ scopes, roles, area }));
    await untilTold(stack);
  } catch (error) {
    await stack.stop();
    throw error;
  }
  await stack.keepAs('district');
}

/** Waits until every event is published. What a consumer has not handled by the end, it handles in each copy. */
const untilTold = (stack: TestStack): Promise<void> =>
  eventually(async () => {
    for (const service of SERVICES) {
      const [row] = await stack.sql<{ waits: boolean }>(service, 'select exists (select from outbox_pending) as waits');
      if (row?.waits) throw new Error(`${service} has not published all`);
    }
  });
