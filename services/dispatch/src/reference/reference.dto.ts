import { ApiProperty } from '@nestjs/swagger';
import { Code } from '@zero-distance/platform';
import { REFERENCE_CODE } from './reference-code.js';

/** The `{code}` of a register entry's address. */
export class CodeParam {
  @ApiProperty({ description: '代码：小写字母、数字和连字符 / lower-case letters, digits and hyphens', example: 'housing-bureau' })
  @Code(REFERENCE_CODE)
  code: string;
}
