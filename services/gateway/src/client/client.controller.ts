import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IfMatch, Operation, type Page, PageOf } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { HolderQuery } from '../holder/holder.dto.js';
import { LAST, MAY_NOT_GIVE, NAMES, NOT_FOR_THIS, OWN } from '../holder/holder.errors.js';
import { ChangeClientInput, ClientDto, ClientParams, ClientSecretDto, RegisterClientInput } from './client.dto.js';
import { ClientService } from './client.service.js';

const NONE = refuse('client.not_found');

@ApiTags('应用 / Clients')
@Controller('clients')
export class ClientController {
  constructor(private readonly clients: ClientService) {}

  @Post()
  @Auth('gateway.clients.register')
  @Operation({
    zh: '登记应用（随后取得密钥）',
    en: 'Register a client (then renew its secret, to be given one)',
    answers: ClientDto,
    status: 201,
    errors: [...NAMES, ...MAY_NOT_GIVE, refuse('client.redirect_missing'), refuse('client.id_taken')],
  })
  register(@Caller() actor: Actor, @Body() input: RegisterClientInput): Promise<ClientDto> {
    return this.clients.register(actor, input);
  }

  @Get()
  @Auth('gateway.clients.list')
  @Operation({ zh: '应用列表', en: 'List clients', answers: PageOf(ClientDto) })
  list(@Caller() actor: Actor, @Query() query: HolderQuery): Promise<Page<ClientDto>> {
    return this.clients.list(actor, query);
  }

  @Get(':clientId')
  @Auth('gateway.clients.get')
  @Operation({ zh: '查看应用', en: 'Get a client', answers: ClientDto, errors: [NONE] })
  get(@Caller() actor: Actor, @Param() { clientId }: ClientParams): Promise<ClientDto> {
    return this.clients.get(actor, clientId);
  }

  @Post(':clientId/change')
  @Auth('gateway.clients.change')
  @Operation({
    zh: '变更应用的名称、岗位、区域、单位、回调地址',
    en: 'Change the name, roles, area, organisation and addresses of a client',
    answers: ClientDto,
    errors: [NONE, ...NOT_FOR_THIS, ...MAY_NOT_GIVE, refuse('client.redirect_missing'), LAST],
  })
  change(
    @Caller() actor: Actor,
    @Param() { clientId }: ClientParams,
    @Body() input: ChangeClientInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ClientDto> {
    return this.clients.change(actor, clientId, input, ifMatch);
  }

  @Post(':clientId/renew')
  @Auth('gateway.clients.renew')
  @Operation({
    zh: '更换密钥：新密钥只显示一次，原密钥作废',
    en: 'Renew the secret: the new one is shown once, the one before is void',
    answers: ClientSecretDto,
    errors: [NONE, ...NOT_FOR_THIS, refuse('client.public')],
  })
  renew(@Caller() actor: Actor, @Param() { clientId }: ClientParams): Promise<ClientSecretDto> {
    return this.clients.renew(actor, clientId);
  }

  @Post(':clientId/disable')
  @Auth('gateway.clients.disable')
  @Operation({ zh: '停用应用', en: 'Disable a client', answers: ClientDto, errors: [NONE, OWN, LAST] })
  disable(@Caller() actor: Actor, @Param() { clientId }: ClientParams, @IfMatch() ifMatch?: number): Promise<ClientDto> {
    return this.clients.disable(actor, clientId, ifMatch);
  }

  @Post(':clientId/enable')
  @Auth('gateway.clients.enable')
  @Operation({ zh: '启用应用', en: 'Enable a client', answers: ClientDto, errors: [NONE, ...NOT_FOR_THIS] })
  enable(@Caller() actor: Actor, @Param() { clientId }: ClientParams, @IfMatch() ifMatch?: number): Promise<ClientDto> {
    return this.clients.enable(actor, clientId, ifMatch);
  }

  @Post(':clientId/unlock')
  @Auth('gateway.clients.unlock')
  @Operation({ zh: '解除登录锁定', en: 'Lift the locks of failed log-ins', answers: ClientDto, errors: [NONE, refuse('holder.may_more')] })
  unlock(@Caller() actor: Actor, @Param() { clientId }: ClientParams): Promise<ClientDto> {
    return this.clients.unlock(actor, clientId);
  }
}
