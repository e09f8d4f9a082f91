import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Importable, Operation } from '@zero-distance/platform';
import { refuseResident } from '../resident/resident.errors.js';
import { refuseGroup } from '../resident-group/resident-group.errors.js';
import { BringResidentInput, ResidentReferenceDto, ResidentReferenceParams } from './resident-reference.dto.js';
import { refuseReference } from './resident-reference.errors.js';
import { ResidentReferenceService } from './resident-reference.service.js';

/** Without an identity number, of which there is one file each. */
const EXAMPLES = {
  elderly: {
    summary: '独居老人 somebody old who lives alone',
    value: {
      ...{ name: '张秀英', phone: '13800001234', bornOn: '1950-03-08', sex: '2', address: '学府社区3号楼2单元501' },
      ...{ areaCode: '230903011001', consentOn: '2026-11-01', consentWay: 'written' },
    },
  },
};

@ApiTags('居民 / Residents')
@Controller('resident-references')
export class ResidentReferenceController {
  constructor(private readonly service: ResidentReferenceService) {}

  @Put(':reference')
  @Auth('intake.residentReferences.register')
  @ApiBody({ type: BringResidentInput, examples: EXAMPLES })
  @Importable({ register: 'residents', list: ResidentReferenceDto, ofPeople: true, once: ['idNumber'] })
  @Operation({
    zh: '导入原名册的居民（须本人同意）：同一原编号只导入一次，同一证件号码只有一份档案',
    en: 'Bring in a resident of a former register, who has agreed to it: once under one number, and one file of one identity number',
    answers: ResidentReferenceDto,
    errors: [
      refuseReference('resident_reference.since_each'),
      refuseReference('resident_reference.since_unfit'),
      refuseReference('resident_reference.differs'),
      refuseReference('resident_reference.erased'),
      refuseReference('resident_reference.consent_withdrawn'),
      refuseResident('resident.known'),
      refuseResident('resident.contradicts_id_number'),
      refuseResident('resident.day_to_come'),
      refuseGroup('resident_group.unknown'),
    ],
  })
  register(
    @Caller() actor: Actor,
    @Param() { reference }: ResidentReferenceParams,
    @Body() input: BringResidentInput,
  ): Promise<ResidentReferenceDto> {
    return this.service.put(actor, reference, input);
  }
}
