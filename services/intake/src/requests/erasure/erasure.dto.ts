import { ApiProperty } from '@nestjs/swagger';
import { InternalText, Words } from '@zero-distance/platform';
import { IsIn } from 'class-validator';
import { ERASURE_BASES, type ErasureBasis } from './erasure.js';

/** Why a request's words and requester are erased. */
export class EraseInput {
  @ApiProperty({
    enum: ERASURE_BASES,
    example: 'lawful-request',
    description: '依据：lawful-request 本人依法请求，retention-over 保存期满 / on what ground',
  })
  @IsIn(ERASURE_BASES)
  basis: ErasureBasis;

  @ApiProperty({
    type: String,
    minLength: 4,
    example: '申请登记号 2026-017，已核验身份',
    description: '凭据，记入查看记录，不含个人信息 / what proves it, kept in the access record; without personal data',
  })
  @InternalText()
  @Words({ min: 4, max: 200 })
  evidence: string;
}
