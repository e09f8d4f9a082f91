import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { CODE_FORMAT, CODE_PATTERN } from '../organisation/organisation.dto.js';

/** The `{code}` of a register entry's address. */
export class CodeParam {
  @ApiProperty({ description: '代码：小写字母、数字和连字符 / lower-case letters, digits and hyphens', example: 'housing-bureau' })
  @Matches(CODE_PATTERN, CODE_FORMAT)
  code: string;
}
