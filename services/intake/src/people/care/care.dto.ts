import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CARE_RISKS, type CareRisk, KEY_PERSON_KINDS, type KeyPersonKind } from '@zero-distance/contracts';
import { Instant } from '@zero-distance/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { RevealInput } from '../../requests/reveal/reveal.dto.js';
import { RevealedFileDto } from '../resident/revealed-file.dto.js';

/** 纳入重点服务对象. */
export class EnterKeyPersonInput {
  @ApiProperty({ type: String, format: 'uuid', description: '在册居民 / a registered resident' })
  @IsUUID()
  residentId: string;

  @ApiProperty({ enum: KEY_PERSON_KINDS, example: 'living-alone', description: '类别 / why they are looked after' })
  @IsIn(KEY_PERSON_KINDS)
  kind: KeyPersonKind;

  @ApiProperty({ enum: CARE_RISKS, example: 'key', description: '风险等级 / risk' })
  @IsIn(CARE_RISKS)
  risk: CareRisk;
}

/** 查看: what for, and which visits. */
export class RevealKeyPersonInput extends RevealInput {
  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    example: '2099-01-01T00:00:00.000Z',
    description: '只看此时之前的走访情况（一次最多一百条） / what was seen before this time; a hundred visits at once',
  })
  @IsOptional()
  @Instant()
  visitsBefore?: string;
}

/** 走访情况, in plain. */
export class RevealedNoteDto {
  @ApiProperty({ format: 'uuid', description: '走访编号 / the visit' }) visitId: string;
  @ApiProperty({ type: String, example: '精神状态好。', description: '走访情况 / what was seen' }) note: string;
}

/** 重点服务对象, in plain: the file of the resident, and what was seen at visits. */
export class RevealedKeyPersonDto {
  @ApiProperty({ format: 'uuid', description: '查看记录编号 / the access record' }) accessRecordId: string;
  @ApiProperty({ format: 'uuid', description: '居民档案编号 / the resident' }) residentId: string;
  @ApiProperty({ type: RevealedFileDto, description: '居民档案 / the file' }) file: RevealedFileDto;
  @ApiProperty({ type: [RevealedNoteDto], description: '走访情况，最近的在前 / what was seen, the newest first' }) notes: RevealedNoteDto[];
}
