import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDefined, IsOptional } from 'class-validator';
import { InternalText } from '../personal-data/text-use.js';
import { Code, Words } from '../validation/typed.js';

const VALUE = {
  oneOf: [{ type: 'number' }, { type: 'object', additionalProperties: true }],
  description: '参数值；形式随名称而定，见示例 / the value; its form depends on the name: see the examples',
};
const REASON = { type: String, example: '依据2026年第3次联席会议', description: '依据或说明 / why' };

const NAME = {
  pattern: /^(?=.{1,64}$)[a-z]+(-[a-z]+)*$/,
  letters: 'lower',
  zh: '须为参数名称：字母和“-”',
  en: 'must be the name of a policy: letters and -',
} as const;

/** The `{name}` of a policy's address. */
export class PolicyParams {
  @ApiProperty({ description: '参数名称 / name of the policy' })
  @Code(NAME)
  name: string;
}

/** A new value for a policy, and why. */
export class PolicyInput {
  @ApiProperty(VALUE)
  @IsDefined()
  value: unknown;

  @ApiPropertyOptional(REASON)
  @InternalText()
  @IsOptional()
  @Words({ max: 500 })
  reason?: string;
}

/** 政策参数: one named value that a service works by, in its version in force. */
export class PolicyDto {
  @ApiProperty({ description: '名称 / name' }) name: string;
  @ApiProperty(VALUE) value: unknown;
  @ApiProperty({ type: 'integer', minimum: 0, example: 1, description: '版本；0 表示系统默认值 / its version; 0 is the default' })
  version: number;
  @ApiProperty({ ...REASON, nullable: true }) reason: string | null;
  @ApiProperty({ type: String, nullable: true, description: '设定人 / who set it' }) setBy: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: '设定时间，自此生效 / set, and in effect since' })
  setAt: string | null;
}

/** 全部政策参数: few, so all of them at once. */
export class PolicyListDto {
  @ApiProperty({ type: [PolicyDto], description: '全部参数 / all of them' }) items: PolicyDto[];
}
