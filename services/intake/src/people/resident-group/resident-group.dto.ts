import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CalendarDate, ChangesQuery, Code, Line, PublicText } from '@zero-distance/platform';
import { IsOptional } from 'class-validator';
import { REFERENCE_CODE } from '../../reference/reference-code.js';

/** The `{code}` of a group in an address. */
export class ResidentGroupParams {
  @ApiProperty({
    type: String,
    example: 'elderly',
    description: '群体编码，服务事项以此指明适用群体 / code of the group, as service items name it',
  })
  @Code(REFERENCE_CODE)
  code: string;
}

/** What is registered of a group. */
export class RegisterResidentGroupInput {
  @ApiProperty({ type: String, example: '老年人', description: '群体名称 / its name' })
  @PublicText()
  @Line({ max: 50 })
  name: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    example: '2099-12-31',
    description: '停用日期，自该日起不再纳入 / the first day on which nobody joins it any more',
  })
  @IsOptional()
  @CalendarDate()
  retiredOn?: string;
}

/** 群体. */
export class ResidentGroupDto {
  @ApiProperty({ type: String, example: 'elderly', description: '群体编码 / its code' }) code: string;
  @ApiProperty({ type: String, example: '老年人', description: '群体名称 / its name' }) name: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '停用日期 / retired' }) retiredOn: string | null;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
}

/** Which groups to list. */
export class ResidentGroupQuery extends ChangesQuery {}
