import { Body, Controller, Header, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, Operation } from '@zero-distance/platform';
import { KeyPersonDto } from '../key-person/key-person.dto.js';
import { refuseKeyPerson } from '../key-person/key-person.errors.js';
import { refuseResident } from '../resident/resident.errors.js';
import { EnterKeyPersonInput, RevealedKeyPersonDto, RevealKeyPersonInput } from './care.dto.js';
import { CareService } from './care.service.js';

@ApiTags('重点服务对象 / Key persons')
@Controller('key-persons')
export class CareController {
  constructor(private readonly care: CareService) {}

  @Post()
  @Auth('intake.keyPersons.enter')
  @Operation({
    zh: '纳入重点服务对象，待指派',
    en: 'Look after a resident from now on; one worker is yet to be found',
    answers: KeyPersonDto,
    status: 201,
    errors: [refuseResident('resident.not_found'), refuseResident('resident.not_registered'), refuseKeyPerson('key_person.known')],
  })
  enter(@Caller() actor: Actor, @Body() input: EnterKeyPersonInput): Promise<KeyPersonDto> {
    return this.care.enter(actor, input);
  }

  @Post(':id/reveal')
  @Auth('intake.keyPersons.reveal')
  @Header('Cache-Control', 'no-store')
  @Operation({
    zh: '查看居民档案和走访情况（留痕）',
    en: 'Reveal the file of the resident and what was seen at visits, for a stated purpose that is kept',
    answers: RevealedKeyPersonDto,
    errors: [
      refuseKeyPerson('key_person.not_found'),
      refuseKeyPerson('key_person.not_own'),
      refuseKeyPerson('key_person.has_left'),
      refuseResident('resident.erased'),
    ],
  })
  reveal(@Caller() actor: Actor, @IdParam() id: string, @Body() input: RevealKeyPersonInput): Promise<RevealedKeyPersonDto> {
    return this.care.reveal(actor, id, input);
  }
}
