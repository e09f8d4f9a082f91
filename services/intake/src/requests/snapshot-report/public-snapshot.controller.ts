import { Body, Controller, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { attachError } from '@zero-distance/files';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Operation, Repeatable, Visitor } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { PublicSnapshotInput, ReceiptDto } from './snapshot-report.dto.js';
import { refuseSnapshot } from './snapshot-report.errors.js';
import { SnapshotReportService } from './snapshot-report.service.js';

/** Without a photo, since none can be named before it is sent. */
const EXAMPLES = {
  seen: {
    summary: '路灯不亮 a lamp is out',
    value: { text: '3号楼前路灯三天不亮。', place: '学府社区3号楼前', point: { type: 'Point', coordinates: [131.0159, 45.7712] } },
  },
  named: {
    summary: '留下电话 with a telephone',
    value: { text: '学府街口井盖缺失。', areaCode: '230903011001', reporter: { name: '张三', phone: '13800001234' } },
  },
};

/** 居民随手拍, without a log-in: it waits for a clerk before anybody is given work. */
@ApiTags('随手拍 / Snapshot reports')
@Controller('public/snapshot-reports')
export class PublicSnapshotController {
  constructor(private readonly snapshotReports: SnapshotReportService) {}

  @Post()
  @Auth('intake.snapshotReports.reportPublicly')
  @Repeatable()
  @ApiBody({ type: PublicSnapshotInput, examples: EXAMPLES })
  @Operation({
    zh: '居民免登录上报所见：照片先经 POST public/photos 上传；得到编号和查询码，凭此查询进展。紧急情况请直接拨打110、119、120',
    en: 'A resident reports what they see, without a log-in: photos go to POST public/photos first. Answers the number and the code that it is tracked by. In an emergency call 110, 119 or 120',
    answers: ReceiptDto,
    status: 201,
    errors: [
      refuseSnapshot('snapshot_report.empty'),
      refuseSnapshot('snapshot_report.group_unknown'),
      refuseSnapshot('snapshot_report.not_of_group'),
      attachError('intake'),
      refuse('request.point_swapped'),
      refuse('request.point_not_on_earth'),
      refuse('request.point_far_away'),
    ],
  })
  report(@Visitor() visitor: Actor, @Body() input: PublicSnapshotInput): Promise<ReceiptDto> {
    return this.snapshotReports.reportPublicly(visitor, input);
  }
}
