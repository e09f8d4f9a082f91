import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clocks } from '@zero-distance/messaging';
import type { Tx } from '@zero-distance/persistence';
import { findDueResidents, RESIDENTS } from './resident.store.js';
import { endOrdersOf, erase } from './resident-end.service.js';

/** 到期清除: erases the files that nobody needs any more. */
@Injectable()
export class ResidentClock implements OnModuleInit {
  constructor(private readonly clocks: Clocks) {}

  onModuleInit(): void {
    this.clocks.seeTo({ what: 'resident', find: findDueResidents, take: takeDue });
  }
}

async function takeDue(tx: Tx, id: string): Promise<void> {
  const found = await RESIDENTS.load(tx, id);
  if (found.nextAt === null || found.nextAt > tx.now) return; // somebody made sure of it since it was found
  if (found.state !== 'merged') await endOrdersOf(tx, id, 'expired');
  await erase(tx, RESIDENTS.step(tx, found, 'expire'), 'expired');
}
