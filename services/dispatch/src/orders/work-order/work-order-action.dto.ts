import { ApiProperty } from '@nestjs/swagger';
import { FileIds } from '@zero-distance/files';
import { InternalText, PublicText, Words } from '@zero-distance/platform';
import { IsIn } from 'class-validator';
import { HandlersInput } from '../../reference/reference.dto.js';
import { REJECT_REASONS, REPLY_RESULTS, RETURN_REASONS, ReplyResult, TERMINATE_REASONS } from './work-order.js';

/** 指定主办: whom the centre gives the order to. */
export class DispatchInput extends HandlersInput {
  @ApiProperty({ description: '指定理由 / why', example: '职责清单未列明，经会商由住建局主办。' })
  @InternalText()
  @Words({ max: 500 })
  reason: string;
}

/** 反馈. */
export class ReplyInput {
  @ApiProperty({ description: '办理情况 / what was done', example: '已更换灯头，11月23日恢复照明，并电话告知来电人。' })
  @InternalText()
  @Words({ max: 4000 })
  text: string;

  @ApiProperty({ enum: REPLY_RESULTS, description: '已解决、已解释、暂不能解决 / result', example: 'solved' })
  @IsIn(REPLY_RESULTS)
  result: ReplyResult;

  @FileIds()
  files?: string[];
}

/** 审核. */
export class ApproveInput {
  @ApiProperty({
    description: '公开答复，不得含个人信息 / the answer for the public, without personal data',
    example: '路灯已于11月23日修复，照明恢复正常。',
  })
  @PublicText()
  @Words({ max: 2000 })
  publicAnswer: string;
}

/** The words that go with a reason code. */
abstract class ReasonInput {
  @ApiProperty({ description: '说明 / in words', example: '请补充现场处理结果。' })
  @InternalText()
  @Words({ max: 1000 })
  reason: string;
}

/** 反馈退回. */
export class RejectInput extends ReasonInput {
  @ApiProperty({ enum: REJECT_REASONS, description: '退回理由 / why the reply is sent back', example: 'incomplete' })
  @IsIn(REJECT_REASONS)
  reasonCode: string;
}

/** 退单. */
export class ReturnInput extends ReasonInput {
  @ApiProperty({ enum: RETURN_REASONS, description: '退单理由 / why the order is returned', example: 'not-our-duty' })
  @IsIn(RETURN_REASONS)
  reasonCode: string;
}

/** 终止. */
export class TerminateInput extends ReasonInput {
  @ApiProperty({ enum: TERMINATE_REASONS, description: '终止理由 / why the order is ended', example: 'out-of-scope' })
  @IsIn(TERMINATE_REASONS)
  reasonCode: string;
}
