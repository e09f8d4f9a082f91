// The process that opens what strangers send: types, pictures, archives. It has no secrets, no database and no port, and one file at a time. When
// a file brings it down, only that file is refused.
import sharp from 'sharp';
import { FileFault } from '../inspect/file-fault.js';
import { inspect } from '../inspect/inspect.js';
import { maskImage } from '../inspect/mask.js';
import type { Answer, Order } from './order.js';

sharp.concurrency(1); // one processor for files: the others answer
sharp.cache(false);
process.on('message', (order: Order) => {
  void work(order).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit(0)); // who asked is gone

async function work({ task, input }: Order): Promise<Answer> {
  try {
    return {
      outcome: 'done',
      result: task === 'inspect' ? await inspect(input) : await maskImage(input.source, input.masks, input.output),
    };
  } catch (error) {
    if (error instanceof FileFault) return { outcome: 'refused', reason: error.reason, params: error.params };
    return { outcome: 'failed', message: (error as Error).message };
  }
}
