import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CalendarDate, ChangesQuery, Code, IsAccount, IsAreaCode, IsOrganisationCode, OfRegister } from '@zero-distance/platform';
import { IsOptional } from 'class-validator';
import { ITEM_CODE } from '../service-item/service-item.dto.js';

const ACCOUNT =
  '窗口人员账号（令牌的 sub）；此处不核对账号是否存在：由该账号代表所填单位办理时才生效 / account of the clerk (sub of tokens). Nobody checks here that there is such an account: it counts when that account acts for that organisation';

/** The `{clerkId}` and `{itemCode}` of a qualification in an address. */
export class ClerkQualificationParams {
  @ApiProperty({ type: String, example: 'demo-window', description: ACCOUNT })
  @IsAccount()
  clerkId: string;

  @ApiProperty({ type: String, example: 'HF-04', description: '事项编码 / code of the item' })
  @Code(ITEM_CODE)
  itemCode: string;
}

/** 登记一人通办资格. */
export class RegisterClerkQualificationInput {
  @ApiProperty({ type: String, example: 'housing-bureau', description: '所在单位代码 / code of the organisation that the clerk acts for' })
  @IsOrganisationCode()
  organisation: string;

  @ApiProperty({ type: String, example: '230903011001', description: '窗口所在区划 / where the window is' })
  @IsAreaCode({ retired: 'kept' })
  areaCode: string;

  @ApiProperty({ type: String, format: 'date', example: '2026-11-01', description: '起始日期 / first day' })
  @CalendarDate()
  since: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    example: '2099-12-31',
    description: '停用日期，自该日起不再具备 / the first day on which they are qualified no more',
  })
  @IsOptional()
  @CalendarDate()
  retiredOn?: string;
}

/** Which qualifications to list. */
export class ClerkQualificationQuery extends ChangesQuery {
  @ApiPropertyOptional({ type: String, example: 'demo-window', description: '只列此人的 / of this clerk' })
  @IsOptional()
  @IsAccount()
  clerkId?: string;

  @ApiPropertyOptional({ type: String, example: 'HF-04', description: '只列此事项的 / for this item' })
  @IsOptional()
  @Code(ITEM_CODE)
  itemCode?: string;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;
}

/** 一人通办资格. */
export class ClerkQualificationDto {
  @ApiProperty({ type: String, example: 'demo-window', description: '窗口人员账号 / account of the clerk' }) clerkId: string;
  @ApiProperty({ type: String, example: 'HF-04', description: '事项编码 / code of the item' }) itemCode: string;
  @ApiProperty({ type: String, example: 'housing-bureau', description: '所在单位代码 / organisation' })
  @OfRegister('organisation')
  organisation: string;
  @ApiProperty({ type: String, example: '230903011001', description: '窗口所在区划 / area' }) @OfRegister('area') areaCode: string;
  @ApiProperty({ type: String, format: 'date', example: '2026-11-01', description: '起始日期 / first day' }) since: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null, description: '停用日期 / retired' }) retiredOn: string | null;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
}
