import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Code } from '@zero-distance/platform';
import { IsOptional } from 'class-validator';
import { REFERENCE_CODE } from '../../reference/reference-code.js';
import { ServiceItemDto } from '../service-item/service-item.dto.js';

/** For whom. */
export class PublicMenuQuery {
  @ApiPropertyOptional({
    type: String,
    example: 'elderly',
    description: '群体编码；不填则只列面向所有人的 / code of a group; without one, what is for everyone',
  })
  @IsOptional()
  @Code(REFERENCE_CODE)
  group?: string;
}

/** 服务菜单: what somebody can have now. */
export class ServiceMenuDto {
  @ApiProperty({ type: [String], example: ['elderly'], description: '按哪些群体列出 / the groups that it is for' }) groups: string[];
  @ApiProperty({
    type: [ServiceItemDto],
    description: '事项：先列专属该群体的，再列面向所有人的 / what is for these groups first, then what is for everyone',
  })
  items: ServiceItemDto[];
}
