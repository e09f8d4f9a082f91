import { ApiProperty } from '@nestjs/swagger';
import { InternalText, Words } from '@zero-distance/platform';

/** What the look is for. */
export class RevealInput {
  @ApiProperty({
    type: String,
    minLength: 4,
    example: '电话回访',
    description: '查看目的，记入查看记录 / what for; kept in the access record',
  })
  @InternalText()
  @Words({ min: 4, max: 200 })
  purpose: string;
}

/** 诉求人, in plain. */
export class RevealedRequesterDto {
  @ApiProperty({ format: 'uuid', description: '查看记录编号 / the access record' }) accessRecordId: string;
  @ApiProperty({ type: String, example: '张三', description: '姓名 / name' }) name: string;
  @ApiProperty({ type: String, nullable: true, example: '13800001234', description: '电话 / telephone' }) phone: string | null;
  @ApiProperty({ type: String, nullable: true, example: '学府社区3号楼2单元501', description: '住址 / home address' })
  address: string | null;
}
