import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsAccount, IsOrganisationCode, List } from '@zero-distance/platform';
import { IsOptional } from 'class-validator';

/** 回避: whom the informer names as complained about, or wants kept from the matter. */
export class RecusalInput {
  @ApiPropertyOptional({
    type: [String],
    description: '被投诉单位代码：该单位不得查看或承办 / codes of the organisations complained about: they may neither see nor handle it',
  })
  @IsOptional()
  @List({ max: 10, unique: true })
  @IsOrganisationCode({ each: true })
  complainedAbout?: string[];

  @ApiPropertyOptional({
    type: [String],
    description: '须回避的单位代码 / codes of other organisations that must neither see nor handle it',
  })
  @IsOptional()
  @List({ max: 10, unique: true })
  @IsOrganisationCode({ each: true })
  recusedOrganisations?: string[];

  @ApiPropertyOptional({
    type: [String],
    description:
      '不得查看的账号：人员填账号编号（UUID，管理员用 accounts list 查得，不是用户名、工号或电话），系统填客户端代码；' +
      '本服务不知道有哪些账号，填错即无人回避 / ' +
      'accounts that must not see it: of a person the id of the account (a UUID, which an administrator finds with accounts list; not the ' +
      'username, a staff number or a telephone), of a system its client id. This service does not know which there are: a wrong one recuses nobody',
  })
  @IsOptional()
  @List({ max: 10, unique: true })
  @IsAccount({ each: true })
  recusedAccounts?: string[];
}
