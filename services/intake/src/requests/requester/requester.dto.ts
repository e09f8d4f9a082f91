import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Line } from '@zero-distance/platform';
import { IsPhone } from '@zero-distance/platform/phone-input';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { MESSAGE_CHOICES, type MessageChoice } from './requester.js';

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
