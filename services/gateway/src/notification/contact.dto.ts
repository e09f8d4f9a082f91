import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  MAILBOX,
  MESSAGE_CHANNELS,
  MESSAGE_LANGUAGES,
  type MessageChannel,
  type MessageLanguage,
  STAFF_KINDS,
  type StaffKind,
} from '@zero-distance/notification';
import { List, NestedList, Typed } from '@zero-distance/platform';
import { IsPhone } from '@zero-distance/platform/phone-input';
import { IsIn, IsOptional, Matches } from 'class-validator';

const LONGEST_EMAIL = 254;
const EMAIL = { zh: '须为一个电子邮件地址，如 zhang.wei@example.gov.cn', en: 'must be one e-mail address, as zhang.wei@example.gov.cn' };

/** 联系方式: what is not given is taken away. */
export class ContactInput {
  @ApiPropertyOptional({
    type: String,
    example: 'zhang.wei@example.gov.cn',
    description: '电子邮件，加密存储，只显示脱敏形式 / e-mail address, kept encrypted and shown masked',
  })
  @IsOptional()
  @Typed({ form: (typed) => typed.trim(), most: LONGEST_EMAIL, rules: [Matches(MAILBOX, { context: EMAIL })] })
  email?: string;

  @ApiPropertyOptional({
    type: String,
    example: '13800001234',
    description: '电话，加密存储，只显示脱敏形式 / telephone, kept encrypted and shown masked',
  })
  @IsOptional()
  @IsPhone()
  phone?: string;
}

/** By which channels one kind of notification goes out. */
export class KindChoiceDto {
  @ApiProperty({ enum: STAFF_KINDS, example: 'order-replied', description: '事由 / kind' })
  @IsIn(STAFF_KINDS)
  kind: StaffKind;

  @ApiProperty({
    enum: MESSAGE_CHANNELS,
    isArray: true,
    example: ['email'],
    description: '渠道；空为只在系统内 / channels; none: in the system only',
  })
  @List({ max: MESSAGE_CHANNELS.length, unique: true })
  @IsIn(MESSAGE_CHANNELS, { each: true })
  channels: MessageChannel[];
}

/** 通知选择: what is not named is as it is for everybody. */
export class ChoicesInput {
  @ApiProperty({ enum: MESSAGE_LANGUAGES, example: 'zh', description: '消息的语言 / language of messages' })
  @IsIn(MESSAGE_LANGUAGES)
  language: MessageLanguage;

  @ApiProperty({ type: [KindChoiceDto], description: '各事由的渠道 / channels of each kind' })
  @NestedList(() => KindChoiceDto, { max: STAFF_KINDS.length })
  kinds: KindChoiceDto[];
}

/** 通知方式, masked. */
export class ContactDto {
  @ApiProperty({ type: String, nullable: true, example: 'z***@example.gov.cn', description: '电子邮件（脱敏） / e-mail, masked' })
  email: string | null;
  @ApiProperty({ type: String, nullable: true, example: '138****1234', description: '电话（脱敏） / telephone, masked' }) phone:
    | string
    | null;
  @ApiProperty({ enum: MESSAGE_LANGUAGES, description: '消息的语言 / language of messages' }) language: MessageLanguage;
  @ApiProperty({ type: [KindChoiceDto], description: '各事由实际的渠道 / the channels that each kind goes by' }) kinds: KindChoiceDto[];
}
