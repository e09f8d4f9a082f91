import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FILE_PURPOSES, type FilePurpose } from '@zero-distance/contracts';
import { PointDto } from '@zero-distance/platform';
import { MEDIA_TYPES, type MediaType } from './media-type.js';

/** The form that a file is sent in. */
export class UploadFileInput {
  @ApiProperty({ type: String, format: 'binary', description: '文件 / the file' })
  file: unknown;

  @ApiPropertyOptional({
    type: Boolean,
    example: true,
    description:
      '保留照片的拍摄时间和地点（作为字段；照片文件中一律去除） / keep where and when a photo was taken, as fields: its file never holds them',
  })
  placeAndTime?: boolean;
}

/** 文件 */
export class FileDto {
  @ApiProperty({ format: 'uuid', description: '文件 id / its id' }) id: string;
  @ApiProperty({ enum: MEDIA_TYPES, example: 'image/jpeg', description: '类型，按内容判定 / type, by content' }) mediaType: MediaType;
  @ApiProperty({ type: 'integer', example: 2_718_281, description: '大小（字节） / size in bytes' }) bytes: number;
  @ApiProperty({ type: String, description: '所存内容的 SHA-256，下载可核对 / SHA-256 of what is kept, to check a download' })
  sha256: string;
  @ApiProperty({ type: String, description: '所收内容的 SHA-256，上传可核对 / SHA-256 of what came, to check an upload' })
  receivedSha256: string;
  @ApiProperty({ type: 'integer', nullable: true, example: 3000, description: '宽（像素） / width of a picture' }) width: number | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 4000, description: '高（像素） / height of a picture' }) height: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '拍摄时间 / taken' }) takenAt: string | null;
  @ApiProperty({ type: PointDto, nullable: true, description: '拍摄地点 / where it was taken' }) takenPoint: PointDto | null;
  @ApiProperty({ enum: FILE_PURPOSES, type: String, nullable: true, example: 'before', description: '用途 / what it is to its subject' })
  purpose: FilePurpose | null;
  @ApiProperty({ type: String, format: 'date-time', description: '上传时间 / sent' }) uploadedAt: string;
}
