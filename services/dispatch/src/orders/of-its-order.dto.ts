import { ApiProperty } from '@nestjs/swagger';
import { OfRegister } from '@zero-distance/platform';

/** What is said of its order by whatever hangs on one: which matter it is. */
export class OfItsOrderDto {
  @ApiProperty({
    type: String,
    nullable: true,
    example: '230903011001-261123-000001',
    description: '来源诉求编号，未知为 null / number of its request; null where it is not known',
  })
  sourceNumber: string | null;
  @ApiProperty({ example: '010402', description: '工单类别 / category of the order' })
  @OfRegister('category')
  categoryCode: string;
}
