// The thread that makes DOCX files, so that nobody else waits: one at a time. It has no database and no secret.
import { parentPort } from 'node:worker_threads';
import { carryOut } from './carry-out.js';
import type { Order } from './order.js';

const presets = new Map<string, Buffer>();
parentPort?.on('message', (order: Order) => {
  void carryOut(order, presets).then((answer) => parentPort?.postMessage(answer));
});
