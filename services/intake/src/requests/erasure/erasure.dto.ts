import { ApiProperty } from '@nestjs/swagger';
import { ERASING_SERVICES, ERASURE_PLACES } from '@zero-distance/contracts';
import { InternalText, Words } from '@zero-distance/platform';
import { IsIn } from 'class-validator';
import { ERASURE_BASES, type ErasureBasis, REMAINING_PLACES } from './erasure.js';

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

/** What was taken away at one place. */
class RemovedDto {
  @ApiProperty({ type: String, example: 'words', description: `位置，见代码表 erasure-place：${ERASURE_PLACES.join('、')} / where` })
  place: string;
  @ApiProperty({ type: 'integer', example: 1, description: '行数或文件数 / how many rows or files' }) count: number;
}

/** What stays at one place. */
class RemainingDto {
  @ApiProperty({
    type: String,
    example: 'backup',
    description: `位置，见代码表 erasure-place：${REMAINING_PLACES.join('、')}、dossier / where`,
  })
  place: string;
  @ApiProperty({ format: 'date-time', description: '至此消失 / gone by then' }) until: string;
}

/** What one service has taken away. */
export class ErasedPartDto {
  @ApiProperty({ enum: ERASING_SERVICES, description: '服务 / the service' }) service: string;
  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: '全部消失的时间；尚未答复为空 / when all was gone; null until it says so',
  })
  goneAt: string | null;
  @ApiProperty({ type: [RemovedDto], description: '删除了什么，含查过而没有的 / what was removed; 0 where there was nothing' })
  removed: RemovedDto[];
  @ApiProperty({ type: [RemainingDto], description: '依规另行保存的 / what is kept for a time of its own' }) kept: RemainingDto[];
}

/** 删除证明. */
export class ErasureProofDto {
  @ApiProperty({ format: 'uuid', description: '诉求 / the request' }) requestId: string;
  @ApiProperty({ type: String, example: '230903011001-261123-000417', description: '诉求编号 / its number' }) number: string;
  @ApiProperty({ enum: ERASURE_BASES, description: '依据 / on what ground' }) basis: ErasureBasis;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '申请登记号 2026-017，已核验身份',
    description: '凭据；期满自动删除的为空 / what proves the ground',
  })
  evidence: string | null;
  @ApiProperty({ type: String, example: 'admin', description: '操作人；期满自动删除的为 system / who did it' }) erasedBy: string;
  @ApiProperty({ format: 'uuid', description: '查看记录编号，审计记录中亦为此号 / its access record, which the audit trail names too' })
  accessRecordId: string;
  @ApiProperty({ format: 'date-time', description: '删除时间 / when it was done' }) erasedAt: string;
  @ApiProperty({ type: Boolean, description: '各服务均已答复 / every service has answered' }) complete: boolean;
  @ApiProperty({ type: [ErasedPartDto], description: '各服务 / service by service' }) services: ErasedPartDto[];
  @ApiProperty({
    type: [RemainingDto],
    description:
      '尚存于何处、何时消失：事件表与事件流中为密文；备份按策略 backup-days / what remains: sealed in outbox and stream; back-ups as the policy backup-days says',
  })
  remains: RemainingDto[];
}
