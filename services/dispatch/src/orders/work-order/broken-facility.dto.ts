import { ApiProperty } from '@nestjs/swagger';
import { FACILITIES } from '@zero-distance/contracts';
import { OfServiceDto } from './ordered-service.dto.js';

/** 设施故障: what is to be mended. */
export class BrokenFacilityDto {
  @ApiProperty({ type: String, example: 'nuanfeng-01', description: '阵地代码 / code of the service point' }) servicePointCode: string;
  @ApiProperty({ type: String, example: '学府街暖蜂驿站', description: '阵地名称 / what it is called' }) name: string;
  @ApiProperty({ type: String, example: '学府街12号', description: '地址 / where it is' }) place: string;
  @ApiProperty({ enum: FACILITIES, example: 'microwave', description: '设施 / what is broken' }) facility: string;
  @ApiProperty({ type: String, nullable: true, example: '微波炉不加热。', description: '什么毛病 / what is wrong with it' }) note:
    | string
    | null;
}

/** What an order says of the service that it provides, or of what it is to mend. */
export class OfFaultDto extends OfServiceDto {
  @ApiProperty({
    type: BrokenFacilityDto,
    nullable: true,
    description: '故障的设施；其他工单为空 / what is to be mended at a service point; null for others',
  })
  facilityFault: BrokenFacilityDto | null;
}
