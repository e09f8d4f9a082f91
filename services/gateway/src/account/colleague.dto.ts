import { ApiProperty } from '@nestjs/swagger';
import { ROLES } from '@zero-distance/kernel';

/** 同事: of an account no more than what is on the door of an office. */
export class ColleagueDto {
  @ApiProperty({ format: 'uuid', description: '账号编号，分派经办人时填此 / id of the account, by which work is given to them' })
  id: string;
  @ApiProperty({
    type: String,
    example: '李师傅',
    description: '姓名；未登记的为用户名 / name; the username where nobody gave one',
  })
  name: string;
  @ApiProperty({ enum: ROLES, isArray: true, example: ['handler'], description: '岗位（角色） / roles' }) roles: string[];
}
