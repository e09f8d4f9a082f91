import { ApiProperty } from '@nestjs/swagger';
import { DEADLINE_KINDS } from '../../deadlines/deadline/deadline.js';

const TIME = { format: 'date-time', example: '2026-11-23T04:00:00.000Z' } as const;

/** One row of the deadline ledger, explained. */
export class DeadlineStepDto {
  @ApiProperty({
    enum: DEADLINE_KINDS,
    description:
      '台账行类型：授予、延期、更正、暂停、恢复、日历变更 / what the row is: granted, extended, corrected, paused, resumed, calendar changed',
  })
  kind: string;
  @ApiProperty({ ...TIME, description: '发生时间；授予行为起算时间 / when it happened; of the grant: when it began to count' }) at: string;
  @ApiProperty({ ...TIME, description: '该行之后的截止时间 / due after this row' }) dueAt: string;
  @ApiProperty({ description: '说明（中文）' }) zh: string;
  @ApiProperty({ description: 'explanation in English' }) en: string;
}

/** 时限台账: how the time to answer came about. */
export class DeadlineDto {
  @ApiProperty({ ...TIME, description: '截止时间；暂停期间为暂停前的 / due; while paused, as it stood' }) dueAt: string;
  @ApiProperty({ format: 'date', description: '到期日（上海） / the day it is due on, in Shanghai' }) date: string;
  @ApiProperty({ description: '是否暂停计时（挂账） / does the clock stand still?' }) paused: boolean;
  @ApiProperty({ example: 'published', description: '推算所用的节假日表版本 / edition of the holiday table it is counted by' })
  calendar: string;
  @ApiProperty({ type: [DeadlineStepDto], description: '逐步说明 / step by step' }) steps: DeadlineStepDto[];
  @ApiProperty({ type: [String], description: '计算所作的假定 / what had to be assumed' }) warnings: string[];
}
