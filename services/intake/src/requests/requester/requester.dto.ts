import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { asCode } from '@zero-distance/kernel';
import { parsePhone, spellPhone } from '@zero-distance/personal-data/phones';
import { Line, Typed } from '@zero-distance/platform';
import { IsBoolean, IsIn, IsOptional, ValidateBy } from 'class-validator';
import { MESSAGE_CHOICES, type MessageChoice } from './requester.js';

/** 电话: the same rule for a number that is kept and for one that is looked for. What comes through is its one spelling. */
const IsPhone = () =>
  Typed({
    form: (typed) => {
      const phone = parsePhone(typed);
      return phone ? spellPhone(phone) : asCode(typed);
    },
    most: 64,
    rules: [ValidateBy({ name: 'phone', validator: { validate: isPhone } }, { context: PHONE_TEXT })],
  });

const isPhone = (value: unknown): boolean => typeof value === 'string' && parsePhone(value) !== undefined;
const PHONE_TEXT = {
  code: 'not_a_phone',
  zh: '必须是电话号码：手机、带区号的固定电话（可带分机）、400/800、短号，或带国家代码的境外号码',
  en: 'must be a telephone number: mobile, landline with its area code (and extension), 400/800, a short line, or one abroad with its country code',
};

/** 诉求人, in plain: only on the way in. */
export class RequesterInput {
  @ApiProperty({ type: String, example: '张三', description: '姓名，加密存储 / name, kept encrypted' })
  @Line({ max: 50 })
  name: string;

  @ApiPropertyOptional({
    type: String,
    example: '13800001234',
    description: '电话，加密存储；有电话才能回访 / telephone, kept encrypted; needed for a callback',
  })
  @IsOptional()
  @IsPhone()
  phone?: string;

  @ApiPropertyOptional({ type: String, example: '学府社区3号楼2单元501', description: '住址，加密存储 / home address, kept encrypted' })
  @IsOptional()
  @Line({ max: 200 })
  address?: string;

  @ApiPropertyOptional({
    enum: MESSAGE_CHOICES,
    example: 'zh',
    description:
      '办理短信：zh 中文（默认），en 英文，none 不接收；要求保密的一律不发 / text messages about the matter: in Chinese (unless told), in English, or none; who asks confidentially gets none',
  })
  @IsOptional()
  @IsIn(MESSAGE_CHOICES)
  messages?: MessageChoice;

  @ApiPropertyOptional({ type: Boolean, example: false, description: '要求保密：承办单位看不到诉求人 / handlers must not know who asks' })
  @IsOptional()
  @IsBoolean()
  confidential?: boolean;
}

/** Whose requests. */
export class FindByPhoneInput {
  @ApiProperty({ type: String, example: '13800001234', description: '电话；在请求体中，不进日志 / in the body, so that no log sees it' })
  @IsPhone()
  phone: string;
}

/** 诉求人, masked. */
export class MaskedRequesterDto {
  @ApiProperty({ type: String, example: '张*', description: '姓名（脱敏） / name, masked' }) name: string;
  @ApiProperty({ type: String, nullable: true, example: '138****1234', description: '电话（脱敏） / telephone, masked' })
  phone: string | null;
}
