import { ApiProperty } from '@nestjs/swagger';
import { ACTIVITY_OUTCOMES, type ActivityOutcomeKind } from '@zero-distance/contracts';
import { CalendarDate, OfRegister, PastReference, PublicText } from '@zero-distance/platform';
import { IsIn } from 'class-validator';
import { PAST_FOLLOW_UPS, type PastFollowUp } from './past-activity-outcome.js';

/** The `{reference}` of an outcome of a past activity in an address. */
export class PastActivityOutcomeParams {
  @ApiProperty({ type: String, example: 'LY-2025-017', description: '原编号 / its number in the time before' })
  @PastReference()
  reference: string;
}

/** What came of an activity of the time before for one person. Who that is, is not brought along. */
export class PastActivityOutcomeInput {
  @ApiProperty({
    type: String,
    example: 'HD-2025-017',
    description: '历史活动的原编号，须已导入 / number of the past activity, which was brought in before',
  })
  @PublicText()
  @PastReference()
  activity: string;

  @ApiProperty({ enum: ACTIVITY_OUTCOMES, example: 'hired', description: '成效 / what came of it' })
  @IsIn(ACTIVITY_OUTCOMES)
  outcome: ActivityOutcomeKind;

  @ApiProperty({ format: 'date', example: '2025-03-06', description: '发生日 / when' })
  @CalendarDate()
  occurredOn: string;

  @ApiProperty({
    enum: PAST_FOLLOW_UPS,
    example: 'confirmed',
    description: '回访：未回访、仍在、已失 / whether it lasted: nobody asked later, it was still so, or so no more',
  })
  @IsIn(PAST_FOLLOW_UPS)
  followUp: PastFollowUp;
}

/** 历史活动成效. */
export class PastActivityOutcomeDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: String, example: 'LY-2025-017', description: '原编号 / number in the time before' }) reference: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本 / version' }) version: number;
  @ApiProperty({ type: String, example: '230903011001', description: '活动面向的区划 / whose people were invited to the activity' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({
    type: String,
    example: 'HD-2025-017',
    description: '历史活动的原编号，须已导入 / number of the past activity, which was brought in before',
  })
  activity: string;
  @ApiProperty({ enum: ACTIVITY_OUTCOMES, example: 'hired', description: '成效 / what came of it' })
  outcome: ActivityOutcomeKind;
  @ApiProperty({ format: 'date', example: '2025-03-06', description: '发生日 / when' })
  occurredOn: string;
  @ApiProperty({
    enum: PAST_FOLLOW_UPS,
    example: 'confirmed',
    description: '回访：未回访、仍在、已失 / whether it lasted: nobody asked later, it was still so, or so no more',
  })
  followUp: PastFollowUp;
}
