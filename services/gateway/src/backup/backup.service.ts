import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { watchFigure } from '@zero-distance/platform';
import { lastBackup } from './backup.store.js';

/** 备份: tells the alarms when the last one was taken. */
@Injectable()
export class BackupService implements OnModuleInit {
  constructor(private readonly transactor: Transactor) {}

  onModuleInit(): void {
    const figure = {
      name: 'zd_backup_taken_timestamp_seconds',
      help: 'When the last back-up was taken, in seconds since 1970; 0: none was noted',
    };
    watchFigure(figure, async () => {
      const last = await this.transactor.read(SYSTEM, lastBackup);
      return [{ value: (last?.takenAt.getTime() ?? 0) / 1000 }];
    });
  }
}
