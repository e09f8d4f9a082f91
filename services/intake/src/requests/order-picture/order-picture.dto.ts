import { ApiProperty } from '@nestjs/swagger';
import type { Pictures } from './order-picture.js';

/** 前后对比: what anybody may see of a matter, by its public addresses. */
export class PicturesDto implements Pictures {
  @ApiProperty({
    type: [String],
    example: ['/api/intake/v1/public/renditions/7a2c0d5e-1b1a-4c3d-8e2f-000000000000'],
    description: '上报的照片中已批准公开的 / what was sent with it, as far as anybody may see it',
  })
  before: string[];
  @ApiProperty({
    type: [String],
    example: ['/api/dispatch/v1/public/renditions/7a2c0d5e-1b1a-4c3d-8e2f-000000000001'],
    description:
      '办理结果的照片中已批准公开的；撤下后即不再列出 / what was done, as far as anybody may see it; not any more once it is withdrawn',
  })
  after: string[];
}
