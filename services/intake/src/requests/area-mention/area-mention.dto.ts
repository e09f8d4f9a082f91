import { ApiProperty } from '@nestjs/swagger';
import { OfRegister } from '@zero-distance/platform';
import { MOST_MENTIONS } from './area-mention.js';

const COUNT = { type: 'integer', minimum: 0, maximum: MOST_MENTIONS, example: 0 } as const;

/** 尚在提及: what lies in an area yet, with all below it. Each count ends at ten thousand. */
export class AreaMentionsDto {
  @ApiProperty({
    type: String,
    nullable: true,
    example: '230903011002',
    description: '并入的区划，在用的为空 / the area that it went into; null while it is in use',
  })
  @OfRegister('area')
  successorArea: string | null;
  @ApiProperty({ ...COUNT, description: '未结诉求，自动转入接续区划 / open requests; they go on in the successor by themselves' })
  openRequests: number;
  @ApiProperty({ ...COUNT, description: '待核实随手拍 / snapshot reports that wait to be verified' }) snapshotReports: number;
  @ApiProperty({ ...COUNT, description: '待回拨未接来电 / missed calls that wait to be called back' }) missedCalls: number;
  @ApiProperty({ ...COUNT, description: '未办结接待日 / reception days announced or held, and not closed' }) receptionDays: number;
  @ApiProperty({ ...COUNT, description: '未结束敲门行动 / door-knocking rounds planned or open' }) rounds: number;
  @ApiProperty({ ...COUNT, description: '在册居民 / residents whose files are in use' }) residents: number;
  @ApiProperty({ ...COUNT, description: '重点服务对象 / key persons who are looked after, or wait to be' }) keyPersons: number;
  @ApiProperty({ ...COUNT, description: '未停用知识条目 / knowledge entries that are not retired' }) knowledgeEntries: number;
  @ApiProperty({
    ...COUNT,
    description:
      '未结束活动，自动转入接续区划 / activities planned, announced or held, and not closed; they go on in the successor by themselves',
  })
  activities: number;
  @ApiProperty({ ...COUNT, description: '未结束的活动报名，自动转入接续区划 / bookings of activities that are not over; likewise' })
  activityBookings: number;
  @ApiProperty({ ...COUNT, description: '待回访的活动成效，自动转入接续区划 / outcomes of activities to be asked about; likewise' })
  activityOutcomes: number;
  @ApiProperty({ ...COUNT, description: '未办结办件，自动转入接续区划 / service cases that have not ended; likewise' })
  serviceCases: number;
  @ApiProperty({ ...COUNT, description: '已约定的上门服务，自动转入接续区划 / home visits that are agreed; likewise' })
  homeVisits: number;
  @ApiProperty({ ...COUNT, description: '在用一人通办资格 / qualifications of clerks that are in use' }) clerkQualifications: number;
  @ApiProperty({ ...COUNT, description: '待落实敲门需求 / needs of door-knocking that wait to be seen to' }) knockNeeds: number;
  @ApiProperty({
    ...COUNT,
    description:
      '未修复设施故障，核实、提醒时转入接续区划 / open facility faults; one goes to the successor as somebody is reminded of or confirms it',
  })
  facilityFaults: number;
  @ApiProperty({ ...COUNT, description: '在用阵地 / service points in use' }) servicePoints: number;
  @ApiProperty({ ...COUNT, description: '在用微信群 / WeChat groups in use' }) wechatGroups: number;
  @ApiProperty({ ...COUNT, description: '在用移动网格员 / mobile grid workers in use' }) mobileGridWorkers: number;
  @ApiProperty({ ...COUNT, description: '网格卡 / cards of grids' }) grids: number;
  @ApiProperty({ type: [String], example: [], description: '并入其中的已撤并区划 / areas that are no more and went into it' })
  @OfRegister('area')
  predecessors: string[];
  @ApiProperty({
    type: [String],
    description:
      '其他服务中可能提及此区划的清单地址；不带 areaCode 的清单不能按区划筛选，须逐条查看 / lists of the other services with what may name it; a list without `areaCode` cannot be filtered by area and is to be looked through',
  })
  elsewhere: string[];
}
