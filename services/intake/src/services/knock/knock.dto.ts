import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { KNOCK_NEEDS, KNOCK_OUTCOMES, type KnockNeedKind, type KnockOutcome } from '@zero-distance/contracts';
import { Code, Instant, InternalText, Line, NestedList, PublicText, Words } from '@zero-distance/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { ANSWER_CODE } from '../round/round.dto.js';
import { RoundTargetDto } from '../round-target/round-target.dto.js';

const OUTCOME = {
  enum: KNOCK_OUTCOMES,
  example: 'met',
  description:
    '结果：met 见到，not-home 不在家，refused 拒访，moved 已搬走，empty 空户，wrong-address 地址不符，will-call 另约 / what came of it',
};

/** 答复. */
export class AnswerInput {
  @ApiProperty({ type: String, example: 'alone', description: '问题代码 / code of the question' })
  @Code(ANSWER_CODE)
  code: string;

  @ApiProperty({
    type: String,
    example: 'yes',
    description: '答复：是否填 yes/no，数量填数字，单选填选项代码，文字不写个人信息 / the answer; nothing personal',
  })
  @PublicText()
  @Line({ max: 200 })
  answer: string;
}

/** 发现的需求. */
export class FoundNeedInput {
  @ApiProperty({ enum: KNOCK_NEEDS, example: 'service-order', description: '落实为 / what it becomes' })
  @IsIn(KNOCK_NEEDS)
  need: KnockNeedKind;

  @ApiPropertyOptional({ type: String, example: '行动不便，想要上门体检。', description: '说明，加密保存 / what is wanted, kept sealed' })
  @IsOptional()
  @InternalText()
  @Words({ max: 500 })
  note?: string;
}

/** 敲门登记. */
export class RecordKnockInput {
  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: '终端生成的编号；同一编号重复提交只登记一次 / an id made by the terminal: sent again, it is recorded once',
  })
  @IsOptional()
  @IsUUID()
  id?: string;

  @ApiProperty(OUTCOME)
  @IsIn(KNOCK_OUTCOMES)
  outcome: KnockOutcome;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: '敲门时间，不填为现在 / when; now, unless told' })
  @IsOptional()
  @Instant()
  at?: string;

  @ApiPropertyOptional({ type: [AnswerInput], description: '答复，见到的才填 / answers, where somebody was met' })
  @IsOptional()
  @NestedList(() => AnswerInput, { max: 20 })
  answers?: AnswerInput[];

  @ApiPropertyOptional({ type: [FoundNeedInput], description: '发现的需求 / needs that were found' })
  @IsOptional()
  @NestedList(() => FoundNeedInput, { max: 10 })
  needs?: FoundNeedInput[];

  @ApiPropertyOptional({
    type: String,
    example: '约周六上午再来。',
    description: '备注，加密保存；不写银行卡信息 / note, kept sealed; never bank data',
  })
  @IsOptional()
  @InternalText()
  @Words({ max: 500 })
  note?: string;
}

/** 更正敲门结果. */
export class CorrectKnockInput {
  @ApiProperty({ ...OUTCOME, example: 'refused' })
  @IsIn(KNOCK_OUTCOMES)
  outcome: KnockOutcome;

  @ApiProperty({ type: String, example: '误选。', description: '原因；请勿写个人信息 / why; nothing personal' })
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}

/** 敲门, without what was answered. */
export class KnockDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ format: 'uuid', description: '敲门住户 / household' }) targetId: string;
  @ApiProperty({ type: String, format: 'date-time', example: '2026-11-23T04:00:00.000Z', description: '敲门时间 / when' }) at: string;
  @ApiProperty(OUTCOME) outcome: KnockOutcome;
  @ApiProperty({ type: String, example: 'demo-grid', description: '登记人账号 / who recorded it' }) recordedBy: string;
  @ApiProperty({ type: String, nullable: true, example: null, description: '更正人账号 / who set it right' }) correctedBy: string | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: '更正原因 / why it was set right' }) correction: string | null;
}

/** 已登记: the knock, the household after it, and the needs that wait to become something. */
export class RecordedKnockDto {
  @ApiProperty({ type: KnockDto, description: '敲门 / the knock' }) knock: KnockDto;
  @ApiProperty({ type: RoundTargetDto, description: '敲门住户 / the household' }) target: RoundTargetDto;
  @ApiProperty({ type: [String], format: 'uuid', description: '发现的需求，待落实 / needs that were found' }) needIds: string[];
}

/** 答复. */
export class AnswerDto {
  @ApiProperty({ type: String, example: 'alone', description: '问题代码 / code of the question' }) code: string;
  @ApiProperty({ type: String, example: 'yes', description: '答复 / answer' }) answer: string;
}

/** 敲门, with what was answered and noted. */
export class RevealedKnockDto {
  @ApiProperty({ format: 'uuid', description: '查看记录编号 / the access record' }) accessRecordId: string;
  @ApiProperty({ type: [AnswerDto], description: '答复 / answers' }) answers: AnswerDto[];
  @ApiProperty({ type: String, nullable: true, example: '约周六上午再来。', description: '备注 / note' }) note: string | null;
}
