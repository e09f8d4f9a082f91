import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, IfMatch, Operation, type Page, PageOf, PageQuery } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { DeliveryDto, ReplayWebhookInput, WebhookDto, WebhookInput, WebhookQuery, WebhookSecretDto } from './webhook.dto.js';
import { WebhookService } from './webhook.service.js';

const NONE = refuse('webhook.not_found');
const ASKED = [refuse('webhook.url_refused'), refuse('webhook.type_not_heard'), refuse('holder.area_wider')];

@ApiTags('订阅 / Webhooks')
@Controller('webhooks')
export class WebhookController {
  constructor(private readonly webhooks: WebhookService) {}

  @Post()
  @Auth('gateway.webhooks.register')
  @Operation({
    zh: '登记订阅：事件送到所给地址；签名密钥只显示这一次',
    en: 'Register a webhook: events are sent to its address; the secret of the signatures is shown this once',
    answers: WebhookSecretDto,
    status: 201,
    errors: [...ASKED, refuse('webhook.url_taken'), refuse('webhook.too_many'), refuse('webhook.clients_only')],
  })
  register(@Caller() actor: Actor, @Body() input: WebhookInput): Promise<WebhookSecretDto> {
    return this.webhooks.register(actor, input);
  }

  @Get()
  @Auth('gateway.webhooks.list')
  @Operation({ zh: '订阅列表', en: 'List webhooks', answers: PageOf(WebhookDto) })
  list(@Caller() actor: Actor, @Query() query: WebhookQuery): Promise<Page<WebhookDto>> {
    return this.webhooks.list(actor, query);
  }

  @Get(':id')
  @Auth('gateway.webhooks.get')
  @Operation({ zh: '查看订阅', en: 'Get a webhook', answers: WebhookDto, errors: [NONE] })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<WebhookDto> {
    return this.webhooks.get(actor, id);
  }

  @Post(':id/change')
  @Auth('gateway.webhooks.change')
  @Operation({
    zh: '变更地址、类型、区域',
    en: 'Change its address, types and area',
    answers: WebhookDto,
    errors: [NONE, ...ASKED, refuse('webhook.url_taken')],
  })
  change(@Caller() actor: Actor, @IdParam() id: string, @Body() input: WebhookInput, @IfMatch() ifMatch?: number): Promise<WebhookDto> {
    return this.webhooks.change(actor, id, input, ifMatch);
  }

  @Post(':id/rotate')
  @Auth('gateway.webhooks.rotate')
  @Operation({
    zh: '更换签名密钥：新密钥只显示一次，一段时间内两者同时签名',
    en: 'Rotate the secret: the new one is shown once, and for a while both sign',
    answers: WebhookSecretDto,
    errors: [NONE],
  })
  rotate(@Caller() actor: Actor, @IdParam() id: string): Promise<WebhookSecretDto> {
    return this.webhooks.rotate(actor, id);
  }

  @Post(':id/enable')
  @Auth('gateway.webhooks.enable')
  @Operation({
    zh: '启用订阅：从停下处接着送',
    en: 'Enable a webhook: it goes on from where it stood',
    answers: WebhookDto,
    errors: [NONE],
  })
  enable(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<WebhookDto> {
    return this.webhooks.enable(actor, id, ifMatch);
  }

  @Post(':id/disable')
  @Auth('gateway.webhooks.disable')
  @Operation({ zh: '停用订阅', en: 'Disable a webhook', answers: WebhookDto, errors: [NONE] })
  disable(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<WebhookDto> {
    return this.webhooks.disable(actor, id, ifMatch);
  }

  @Post(':id/test')
  @Auth('gateway.webhooks.test')
  @Operation({
    zh: '发送测试事件（gateway.webhook.tested.v1）',
    en: 'Send a test event (gateway.webhook.tested.v1)',
    answers: DeliveryDto,
    status: 202,
    errors: [NONE, refuse('webhook.disabled'), refuse('webhook.too_often')],
  })
  test(@Caller() actor: Actor, @IdParam() id: string): Promise<DeliveryDto> {
    return this.webhooks.test(actor, id);
  }

  @Post(':id/replay')
  @Auth('gateway.webhooks.replay')
  @Operation({
    zh: '重放：把某时以来的事件再送一遍',
    en: 'Replay: send once more what has happened since a time',
    answers: WebhookDto,
    errors: [NONE, refuse('webhook.disabled'), refuse('webhook.too_often')],
  })
  replay(@Caller() actor: Actor, @IdParam() id: string, @Body() input: ReplayWebhookInput): Promise<WebhookDto> {
    return this.webhooks.replay(actor, id, input);
  }

  @Get(':id/deliveries')
  @Auth('gateway.webhooks.deliveries')
  @Operation({ zh: '送达记录', en: 'List its deliveries', answers: PageOf(DeliveryDto), errors: [NONE] })
  deliveries(@Caller() actor: Actor, @IdParam() id: string, @Query() query: PageQuery): Promise<Page<DeliveryDto>> {
    return this.webhooks.deliveries(actor, id, query);
  }
}
