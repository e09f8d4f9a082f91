import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { watchFigure } from '@zero-distance/platform';
import { BACKUP_PARTS } from './backup.js';
import { lastBackups } from './backup.store.js';

/** 备份: tells the alarms when the last one of each part was taken. */
@Injectable()
export class BackupService implements OnModuleInit {
  constructor(private readonly transactor: Transactor) {}

  onModuleInit(): void {
    const figure = {
      name: 'zd_backup_taken_timestamp_seconds',
      help: 'When the last back-up of a part was taken, in seconds since 1970; 0: none was noted',
      labelNames: ['part'],
    };
    watchFigure(figure, async () => {
      const last = await this.transactor.read(SYSTEM, lastBackups);
      const takenAt = (part: string) => last.find((backup) => backup.part === part)?.takenAt.getTime() ?? 0;
      return BACKUP_PARTS.map((part) => ({ labels: { part }, value: takenAt(part) / 1000 }));
    });
  }
}
