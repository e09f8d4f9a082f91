import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Operation } from '@zero-distance/platform';
import { ErasedOfPersonDto, ErasePersonInput } from './person-erasure.dto.js';
import { PersonErasureService } from './person-erasure.service.js';

@ApiTags('诉求 / Requests')
@Controller('requests/erase-by-phone')
export class PersonErasureController {
  constructor(private readonly erasures: PersonErasureService) {}

  @Post()
  @Auth('intake.requests.eraseByPhone')
  @Operation({
    zh: '依法删除同一电话的全部已结束诉求（每次至多50件）、未受理的随手拍、未接来电的号码、活动报名和居民档案',
    en: 'Erase all finished requests of one telephone number, up to 50 a call, with snapshot reports that were not taken, the number of missed calls, bookings of activities, and the files of residents',
    answers: ErasedOfPersonDto,
    status: 200,
  })
  erase(@Caller() actor: Actor, @Body() input: ErasePersonInput): Promise<ErasedOfPersonDto> {
    return this.erasures.erase(actor, input);
  }
}
