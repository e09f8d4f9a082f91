import { ApiProperty } from '@nestjs/swagger';

/** 续传中的文件 */
export class ResumableUploadDto {
  @ApiProperty({ format: 'uuid', description: '续传编号 / its id' }) id: string;
  @ApiProperty({ type: 'integer', example: 20_971_520, description: '文件大小（字节） / bytes of the whole' }) length: number;
  @ApiProperty({ type: 'integer', example: 8_388_608, description: '已收到（字节） / bytes that have arrived' }) offset: number;
  @ApiProperty({ format: 'date-time', description: '此后未完成的将被删除 / what is not whole by then is removed' }) expiresAt: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '已成为的文件 / the file that it became' }) fileId:
    | string
    | null;
}
