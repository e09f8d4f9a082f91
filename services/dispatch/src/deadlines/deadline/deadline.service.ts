import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Calendar } from '@zero-distance/calendar';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { ReferenceData } from '../../reference/reference.service.js';
import { moveDueTimes } from './deadline.store.js';

const EVERY_MS = 5_000;

/**
 * Sees to it that every open order is due by the calendar in force. Setting a holiday moves the due times at once; but an order that
 * was opened at that moment, by the owner's calendar of seconds ago, is missed by it. So the owner, which alone opens orders, counts
 * again once it has worked by the new calendar for a whole turn, and once when it starts.
 */
@Injectable()
export class DeadlineService implements OnModuleInit {
  private seen?: string;
  private counted?: Calendar;

  constructor(
    private readonly transactor: Transactor,
    private readonly reference: ReferenceData,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.timers.every('count due times by the calendar in force', EVERY_MS, () => this.turn());
  }

  private async turn(): Promise<void> {
    const { calendar, policies } = this.reference.current;
    const isSettled = this.seen === calendar.edition;
    this.seen = calendar.edition;
    if (!isSettled || this.counted?.edition === calendar.edition) return;
    await this.transactor.transact(SYSTEM, (tx) => moveDueTimes(tx, policies, calendar, this.counted?.rollsForward ?? true));
    this.counted = calendar;
  }
}
