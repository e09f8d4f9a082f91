import { ApiProperty } from '@nestjs/swagger';
import { PartyDto } from '../../reference/reference.dto.js';
import { AppointmentDto } from './appointment.dto.js';

const TIME = { type: String, format: 'date-time', nullable: true, example: '2026-12-01T01:00:00.000Z' } as const;

/** 点单的服务: what was ordered. */
export class OrderedServiceDto {
  @ApiProperty({ type: String, example: 'EL-01', description: '事项编码 / code of the item' }) itemCode: string;
  @ApiProperty({ type: 'integer', example: 1, description: '点单时的版本 / its version when it was ordered' }) itemVersion: number;
  @ApiProperty({ type: PartyDto, description: '承办单位：社区向其派单 / who provides it: the community dispatches to them' })
  provider: PartyDto;
  @ApiProperty({ type: 'integer', example: 3, description: '承诺时限（工作日） / promised within, in working days' })
  limitWorkingDays: number;
  @ApiProperty({ ...TIME, description: '居民希望的最早时间；不限为空 / wanted from; null for any time' }) from: string | null;
  @ApiProperty({ ...TIME, description: '居民希望的最晚时间；不限为空 / wanted until; null for any time' }) until: string | null;
}

/** What an order says of the service that it provides. */
export class OfServiceDto {
  @ApiProperty({
    type: OrderedServiceDto,
    nullable: true,
    description: '点单的服务；其他工单为空 / the service that was ordered; null for others',
  })
  service: OrderedServiceDto | null;
  @ApiProperty({
    type: AppointmentDto,
    nullable: true,
    description: '与居民约定的服务时间；未约定为空 / when it is provided, as agreed with the resident; null while nothing is',
  })
  appointment: AppointmentDto | null;
}
