import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, Operation } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { ChoicesInput, ContactDto, ContactInput } from './contact.dto.js';
import { Contacts } from './contact.service.js';

const NONE = refuse('account.not_found');

@ApiTags('通知 / Notifications')
@Controller()
export class ContactController {
  constructor(private readonly contacts: Contacts) {}

  @Get('notifications/contact')
  @Auth('gateway.notifications.getContact')
  @Operation({ zh: '本人的通知方式', en: 'Get how one is told', answers: ContactDto })
  get(@Caller() actor: Actor): Promise<ContactDto> {
    return this.contacts.get(actor);
  }

  @Put('notifications/contact')
  @Auth('gateway.notifications.setContact')
  @Operation({ zh: '设置本人的电子邮件和电话', en: "Set one's own e-mail address and telephone", answers: ContactDto, errors: [NONE] })
  setOwn(@Caller() actor: Actor, @Body() input: ContactInput): Promise<ContactDto> {
    return this.contacts.setOwn(actor, input);
  }

  @Put('notifications/choices')
  @Auth('gateway.notifications.setChoices')
  @Operation({
    zh: '选择各事由的通知渠道和语言',
    en: 'Choose the channels of each kind, and the language',
    answers: ContactDto,
    errors: [NONE],
  })
  choose(@Caller() actor: Actor, @Body() input: ChoicesInput): Promise<ContactDto> {
    return this.contacts.choose(actor, input);
  }

  @Post('accounts/:id/contact')
  @Auth('gateway.accounts.setContact')
  @Operation({
    zh: '设置账号的电子邮件和电话',
    en: 'Set the e-mail address and telephone of an account',
    answers: ContactDto,
    errors: [NONE],
  })
  setFor(@Caller() actor: Actor, @IdParam() id: string, @Body() input: ContactInput): Promise<ContactDto> {
    return this.contacts.setFor(actor, id, input);
  }
}
