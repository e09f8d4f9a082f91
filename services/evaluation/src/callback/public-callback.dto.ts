import { ApiProperty } from '@nestjs/swagger';
import { SATISFACTION_LEVELS, type Satisfaction } from '@zero-distance/contracts';
import { IsBoolean, IsIn } from 'class-validator';

const NUMBER = { type: String, example: '230903011001-261123-000417', description: '诉求编号 / number of the request' } as const;
const LEVELS =
  '满意度五级：very-satisfied 非常满意，satisfied 满意，basically-satisfied 基本满意，dissatisfied 不满意，very-dissatisfied 非常不满意 / five levels';

/** 所问事项, for who holds the link: the number alone, since a link may be read by others on the way. */
export class AskedCallbackDto {
  @ApiProperty(NUMBER) requestNumber: string;
  @ApiProperty({ format: 'date-time', description: '链接有效至 / the link can be used until then' }) expiresAt: string;
}

/** 网上作答: what the requester says. No words: they are for the agent who calls, or for a new request. */
export class AnswerCallbackInput {
  @ApiProperty({ type: Boolean, example: true, description: '问题是否解决 / is it solved' })
  @IsBoolean()
  solved: boolean;

  @ApiProperty({ enum: SATISFACTION_LEVELS, example: 'satisfied', description: LEVELS })
  @IsIn(SATISFACTION_LEVELS)
  satisfaction: Satisfaction;
}

/** 已作答. */
export class AnsweredCallbackDto {
  @ApiProperty(NUMBER) requestNumber: string;
  @ApiProperty({ type: Boolean, description: '因未解决或不满意将再次办理 / it is handled again, since it is not solved or not satisfying' })
  handledAgain: boolean;
}
