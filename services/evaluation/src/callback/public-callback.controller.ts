import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Auth, LinkParam, Operation, SIGNED_LINK_ERRORS } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { AnswerCallbackInput, AnsweredCallbackDto, AskedCallbackDto } from './public-callback.dto.js';
import { PublicCallbackService } from './public-callback.service.js';

const ERRORS = [...SIGNED_LINK_ERRORS, refuse('callback.not_found'), refuse('callback.answered_already')];

/** 网上评价: the requester answers without a log-in, by the link that was sent. */
@ApiTags('回访 / Callbacks')
@Controller('public/callback')
export class PublicCallbackController {
  constructor(private readonly callbacks: PublicCallbackService) {}

  @Get()
  @Auth('evaluation.callbacks.asked')
  @Operation({ zh: '查看链接所问的诉求', en: 'See which request a link asks about', answers: AskedCallbackDto, errors: ERRORS })
  asked(@LinkParam() link: string): Promise<AskedCallbackDto> {
    return this.callbacks.asked(link);
  }

  @Post('answer')
  @Auth('evaluation.callbacks.answer')
  @Operation({
    zh: '诉求人网上作答，每个链接一次',
    en: 'The requester answers, once for each link',
    answers: AnsweredCallbackDto,
    errors: ERRORS,
  })
  answer(@LinkParam() link: string, @Body() input: AnswerCallbackInput): Promise<AnsweredCallbackDto> {
    return this.callbacks.answer(link, input);
  }
}
