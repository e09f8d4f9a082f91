import { Body, Controller, Ip, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Auth, Guessed, Operation } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { TrackedDto, TrackInput } from './tracking.dto.js';
import { TrackingService } from './tracking.service.js';

/** 查询进展, without a log-in: by what only who asked has both of. */
@ApiTags('诉求 / Requests')
@Controller('public/tracking')
export class TrackingController {
  constructor(private readonly tracking: TrackingService) {}

  @Post()
  @Auth('intake.requests.track')
  @Guessed()
  @Operation({
    zh: '凭诉求编号或随手拍编号，和留下的电话后四位或查询码查询进展；同一网络地址对同一编号一日内输错次数有限（策略 tracking-tries），对所有编号亦然',
    en: 'How far a request or a report is, by its number and the last four digits of the telephone that was left, or the code of the report; an address may be wrong so often in a day about one number (policy `tracking-tries`), and about all of them',
    answers: TrackedDto,
    errors: [refuse('tracking.not_found'), refuse('tracking.tried_too_often')],
  })
  track(@Ip() address: string, @Body() input: TrackInput): Promise<TrackedDto> {
    return this.tracking.track(address, input);
  }
}
