import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Code, InRegister, IsOrganisationCode, MONTH, OfRegister, PageQuery } from '@zero-distance/platform';
import { IsOptional } from 'class-validator';
import { AREA_PREFIX, CATEGORY_PREFIX } from '../../reference/responsibility/responsibility.dto.js';

/** The change that is tried, as `PUT` would be told it, and on which month. */
export class PreviewQuery extends PageQuery {
  @ApiPropertyOptional({ description: '类别前缀，缺省为不限 / category prefix; any when left out', example: '0102' })
  @IsOptional()
  @InRegister('category')
  @Code(CATEGORY_PREFIX)
  categoryPrefix?: string;

  @ApiPropertyOptional({ description: '区域前缀，缺省为调用者的区域 / area prefix; the caller’s area when left out', example: '230903' })
  @IsOptional()
  @InRegister('area')
  @Code(AREA_PREFIX)
  areaPrefix?: string;

  @ApiProperty({ description: '拟定主办单位代码 / code of the proposed lead', example: 'urban-management' })
  @IsOrganisationCode()
  leadOrganisation: string;

  @ApiPropertyOptional({ description: '月份 YYYY-MM，缺省为上月 / month; the last one when left out', example: '2026-10' })
  @IsOptional()
  @Code(MONTH)
  month?: string;
}

/** 将改派的工单: an order that the change would have given to somebody else. */
export class ReroutedDto {
  @ApiProperty({ format: 'uuid', description: '工单 id / id of the order' }) workOrderId: string;
  @ApiProperty({ type: String, nullable: true, description: '诉求编号 / number of its request', example: '230903-261123-000100' })
  sourceNumber: string | null;
  @ApiProperty({ description: '类别 / category', example: '010203' })
  @OfRegister('category')
  categoryCode: string;
  @ApiProperty({ description: '区域 / area', example: '230903011001' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ format: 'date-time', description: '生成时间 / opened' }) openedAt: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: '实际主办，待派则为空 / who has it; nobody while it waits',
    example: 'housing-bureau',
  })
  @OfRegister('organisation')
  lead: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: '按现行清单的主办，空为由中心指定 / by the list as it is; nobody: the centre designates',
  })
  @OfRegister('organisation')
  byList: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: '按拟定条目的主办，空为由中心指定 / with the change; nobody: the centre designates',
  })
  @OfRegister('organisation')
  byProposal: string | null;
}
