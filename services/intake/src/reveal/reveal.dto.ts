import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';

export class RevealDto {
  @ApiProperty({
    type: String,
    minLength: 4,
    maxLength: 200,
    example: '电话回访',
    description: '查看目的，记入查看记录 / what for; kept in the access record',
  })
  @IsString()
  @MinLength(4)
  @MaxLength(200)
  purpose: string;
}

export class RevealedRequesterDto {
  @ApiProperty({ format: 'uuid', description: '查看记录编号 / the access record' }) accessRecordId: string;
  @ApiProperty({ type: String, example: '张三' }) name: string;
  @ApiProperty({ type: String, nullable: true, example: '13800001234' }) phone: string | null;
  @ApiProperty({ type: String, nullable: true, example: '学府社区3号楼2单元501' }) address: string | null;
}
