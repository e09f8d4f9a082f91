import { ApiProperty } from '@nestjs/swagger';
import { Nested } from '@zero-distance/platform';
import { EraseInput } from '../../requests/erasure/erasure.dto.js';
import { ERASURE_OUTCOMES } from '../../requests/erasure/erasure.js';
import { FindByPhoneInput } from '../../requests/requester/requester.dto.js';

/** Of whom everything is erased, and why. */
export class ErasePersonInput extends FindByPhoneInput {
  @ApiProperty({ type: EraseInput, description: '依据和凭据 / the ground, and what proves it' })
  @Nested(() => EraseInput)
  ground: EraseInput;
}

/** What became of one request of a person. */
class ErasedRequestDto {
  @ApiProperty({ format: 'uuid', description: '诉求 / the request' }) requestId: string;
  @ApiProperty({ enum: ERASURE_OUTCOMES, description: 'erased 已删除，unfinished 尚未结束、未删除 / what became of it' })
  outcome: (typeof ERASURE_OUTCOMES)[number];
}

/** What became of what there is of a person. */
export class ErasedOfPersonDto {
  @ApiProperty({ type: [ErasedRequestDto], description: '逐件结果 / request by request' }) items: ErasedRequestDto[];
  @ApiProperty({
    type: [String],
    example: [],
    description:
      '未成为诉求的随手拍：已删除，待核实的不再核实 / snapshot reports that are no request: erased, and nobody verifies them any more',
  })
  snapshotReportIds: string[];
  @ApiProperty({
    type: [String],
    example: [],
    description: '未接来电：号码已删除，不再回拨 / missed calls whose number is gone, so that nobody calls back',
  })
  missedCallIds: string[];
  @ApiProperty({
    type: [String],
    example: [],
    description:
      '居民档案：已清除，未办结的点单已终止，并入的档案一并清除 / files of residents: erased, with those that were merged into them; what was ordered and not provided yet has ended',
  })
  residentIds: string[];
  @ApiProperty({
    type: [String],
    example: [],
    description:
      '活动报名：姓名和电话已清除，未结束的已取消，成效凭证一并清除 / bookings of activities: name and telephone erased, with the evidence of what came of them; one that was not over is cancelled',
  })
  activityBookingIds: string[];
  @ApiProperty({
    type: [String],
    example: [],
    description:
      '已结束的办件：申请人（不在册）、结果、办理系统编号和经办人所写的话已清除 / service cases that have ended: who applied and is on no register, the result, its number elsewhere and what staff wrote are erased',
  })
  serviceCaseIds: string[];
  @ApiProperty({
    type: [String],
    example: [],
    description:
      '尚未结束、未清除的办件：办结或撤回后再次调用 / service cases that have not ended, and are not erased: call again when they have',
  })
  openServiceCaseIds: string[];
  @ApiProperty({ type: Boolean, example: false, description: '还有未处理的，请再次调用 / there are more: call again' }) more: boolean;
}
