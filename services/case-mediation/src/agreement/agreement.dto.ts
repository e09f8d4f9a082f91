import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FileIds } from '@zero-distance/files';
import { CalendarDate, PublicText, Words } from '@zero-distance/platform';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { AGREEMENT_FORMS, type AgreementForm } from './agreement.js';

/** 达成协议. */
export class AgreeInput {
  @ApiProperty({ enum: AGREEMENT_FORMS, example: 'written', description: 'written 书面，oral 口头 / in writing or oral' })
  @IsIn(AGREEMENT_FORMS)
  form: AgreementForm;

  @ApiProperty({
    type: String,
    example: '乙方每日22时至次日6时停止使用音响，甲方不再就此前噪声主张赔偿。',
    description: '协议内容，保密；不得含个人信息 / terms, confidential, without personal data',
  })
  @PublicText()
  @Words({ max: 10_000 })
  terms: string;

  @ApiProperty({ type: Boolean, example: false, description: '是否即时履行 / performed on the spot' })
  @IsBoolean()
  immediate: boolean;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    example: '2030-12-31',
    description: '履行期限；即时履行可不填 / last day to perform it',
  })
  @IsOptional()
  @CalendarDate()
  performBy?: string;

  @ApiPropertyOptional({ type: Boolean, example: false, description: '有当事人要求书面协议 / a party asks for it in writing' })
  @IsOptional()
  @IsBoolean()
  writingAsked?: boolean;

  /** 签字的协议书 */
  @FileIds()
  files?: string[];

  @ApiProperty({
    type: String,
    example: '经社区调解委员会调解，双方就噪声问题达成协议。',
    description: '公开答复，不得含个人信息 / answer for the public, without personal data',
  })
  @PublicText()
  @Words({ max: 2000 })
  publicAnswer: string;
}

/** 调解协议. */
export class AgreementDto {
  @ApiProperty({ enum: AGREEMENT_FORMS, description: 'written 书面，oral 口头 / in writing or oral' }) form: AgreementForm;
  @ApiProperty({ type: String, description: '协议内容，保密 / terms, confidential' }) terms: string;
  @ApiProperty({ type: Boolean, description: '是否即时履行 / performed on the spot' }) immediate: boolean;
  @ApiProperty({ type: String, format: 'date', example: '2030-12-31', description: '履行期限 / last day to perform it' }) performBy: string;
  @ApiProperty({ format: 'date-time', description: '达成时间 / agreed' }) agreedAt: string;
}
