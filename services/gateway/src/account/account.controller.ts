import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, IfMatch, Operation, type Page, PageOf } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { LAST, MAY_NOT_GIVE, NAMES, NOT_FOR_THIS, OWN } from '../holder/holder.errors.js';
import {
  AccountDto,
  AccountQuery,
  ChangeAccountInput,
  DisabledAccountDto,
  EndSessionsInput,
  OneTimePasswordDto,
  RegisterAccountInput,
  SessionsDto,
} from './account.dto.js';
import { AccountService } from './account.service.js';

const NONE = refuse('account.not_found');

@ApiTags('账号 / Accounts')
@Controller('accounts')
export class AccountController {
  constructor(private readonly accounts: AccountService) {}

  @Post()
  @Auth('gateway.accounts.register')
  @Operation({
    zh: '登记账号（随后发放一次性密码）',
    en: 'Register an account (then give it a one-time password)',
    answers: AccountDto,
    status: 201,
    errors: [...NAMES, ...MAY_NOT_GIVE, refuse('holder.roles_not_separate'), refuse('account.username_taken')],
  })
  register(@Caller() actor: Actor, @Body() input: RegisterAccountInput): Promise<AccountDto> {
    return this.accounts.register(actor, input);
  }

  @Get()
  @Auth('gateway.accounts.list')
  @Operation({ zh: '账号列表', en: 'List accounts', answers: PageOf(AccountDto) })
  list(@Caller() actor: Actor, @Query() query: AccountQuery): Promise<Page<AccountDto>> {
    return this.accounts.list(actor, query);
  }

  @Get(':id')
  @Auth('gateway.accounts.get')
  @Operation({ zh: '查看账号', en: 'Get an account', answers: AccountDto, errors: [NONE] })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<AccountDto> {
    return this.accounts.get(actor, id);
  }

  @Post(':id/change')
  @Auth('gateway.accounts.change')
  @Operation({
    zh: '变更账号的姓名、岗位、区域、单位',
    en: 'Change the name, roles, area and organisation of an account',
    answers: AccountDto,
    errors: [NONE, OWN, ...MAY_NOT_GIVE, refuse('holder.roles_not_separate'), LAST],
  })
  change(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: ChangeAccountInput,
    @IfMatch() ifMatch?: number,
  ): Promise<AccountDto> {
    return this.accounts.change(actor, id, input, ifMatch);
  }

  @Post(':id/disable')
  @Auth('gateway.accounts.disable')
  @Operation({
    zh: '停用账号并结束其登录',
    en: 'Disable an account and end its sessions',
    answers: DisabledAccountDto,
    errors: [NONE, OWN, LAST],
  })
  disable(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<DisabledAccountDto> {
    return this.accounts.disable(actor, id, ifMatch);
  }

  @Post(':id/enable')
  @Auth('gateway.accounts.enable')
  @Operation({ zh: '启用账号', en: 'Enable an account', answers: AccountDto, errors: [NONE, ...NOT_FOR_THIS] })
  enable(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<AccountDto> {
    return this.accounts.enable(actor, id, ifMatch);
  }

  @Post(':id/one-time-password')
  @Auth('gateway.accounts.givePassword')
  @Operation({
    zh: '发放一次性密码：下次登录时须改密，原密码作废',
    en: 'Give a one-time password, to be changed at the next log-in; the one before is void',
    answers: OneTimePasswordDto,
    errors: [NONE, ...NOT_FOR_THIS, refuse('account.disabled')],
  })
  givePassword(@Caller() actor: Actor, @IdParam() id: string): Promise<OneTimePasswordDto> {
    return this.accounts.givePassword(actor, id);
  }

  @Post(':id/remove-second-factor')
  @Auth('gateway.accounts.removeSecondFactor')
  @Operation({
    zh: '撤销动态口令（手机与恢复码均遗失时）',
    en: 'Take away the second factor of who has lost it',
    answers: AccountDto,
    errors: [NONE, ...NOT_FOR_THIS],
  })
  removeSecondFactor(@Caller() actor: Actor, @IdParam() id: string): Promise<AccountDto> {
    return this.accounts.removeSecondFactor(actor, id);
  }

  @Post(':id/unlock')
  @Auth('gateway.accounts.unlock')
  @Operation({ zh: '解除登录锁定', en: 'Lift the locks of failed log-ins', answers: AccountDto, errors: [NONE, refuse('holder.may_more')] })
  unlock(@Caller() actor: Actor, @IdParam() id: string): Promise<AccountDto> {
    return this.accounts.unlock(actor, id);
  }

  @Get(':id/sessions')
  @Auth('gateway.accounts.sessions')
  @Operation({ zh: '登录会话', en: 'List where the person is logged in', answers: SessionsDto, errors: [NONE] })
  sessions(@Caller() actor: Actor, @IdParam() id: string): Promise<SessionsDto> {
    return this.accounts.sessions(actor, id);
  }

  @Post(':id/end-sessions')
  @Auth('gateway.accounts.endSessions')
  @Operation({ zh: '结束登录会话', en: 'End sessions of the person', errors: [NONE] })
  endSessions(@Caller() actor: Actor, @IdParam() id: string, @Body() { sessionId }: EndSessionsInput): Promise<void> {
    return this.accounts.endSessions(actor, id, sessionId);
  }
}
