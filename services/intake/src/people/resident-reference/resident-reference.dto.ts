import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Code, List, OfRegister, PastReference } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { RESIDENT_STATES, type ResidentState } from '../resident/resident.transitions.js';
import { RegisterResidentInput } from '../resident/resident-file.dto.js';
import { MEMBERSHIP_SOURCES, type MembershipSource } from '../resident-group/resident-group.js';

const A_DAY = { pattern: /^\d{4}-\d{2}-\d{2}$/, zh: '必须是 YYYY-MM-DD 日期', en: 'must be days, YYYY-MM-DD' };

/** The `{reference}` of a resident in an address. */
export class ResidentReferenceParams {
  @ApiProperty({ type: String, example: 'RK-0117', description: '原编号 / number in the former register' })
  @PastReference()
  reference: string;
}

/** 导入居民: what is said of somebody in a former register, who has agreed to it. */
export class BringResidentInput extends RegisterResidentInput {
  @ApiPropertyOptional({
    type: [String],
    format: 'date',
    example: ['2024-01-05'],
    description: '入群日期，与所属群体逐一对应；都不填的自今日起 / in each group since; today, unless told',
  })
  @IsOptional()
  @List({ max: 20 })
  @Code(A_DAY, { each: true })
  groupsSince?: string[];

  @ApiPropertyOptional({
    enum: MEMBERSHIP_SOURCES,
    default: 'department',
    example: 'department',
    description: '入群依据 / by what the groups are known',
  })
  @IsOptional()
  @IsIn(MEMBERSHIP_SOURCES)
  groupSource?: MembershipSource;
}

/** 已导入的居民: nothing of who they are. */
export class ResidentReferenceDto {
  @ApiProperty({ type: String, example: 'RK-0117', description: '原编号 / number in the former register' }) reference: string;
  @ApiProperty({ format: 'uuid', description: '居民编号 / id of the resident' }) residentId: string;
  @ApiProperty({ type: 'integer', example: 1, description: '档案版本 / version of the file' }) version: number;
  @ApiProperty({ enum: RESIDENT_STATES, example: 'registered', description: '档案状态 / state of the file' }) state: ResidentState;
  @ApiProperty({ type: String, example: '230903011001', description: '现住区划 / where they live' }) @OfRegister('area') areaCode: string;
}
