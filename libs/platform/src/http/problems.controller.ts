import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorCatalogue } from '@jssu/kernel';
import { platformErrors } from '../platform-errors.js';
import { Answers, AnswersList, Refuses } from './answers.js';
import { Public } from './decorators.js';
import { problemListPage, problemPage } from './problem-page.js';
import { ProblemCodeDto } from './problems.dto.js';

/** Where the `type` of a problem document leads: to what the code means, for people and for programs. */
@ApiTags('problems')
@Controller('problems')
export class ProblemsController {
  /** Every code of a refusal, in three languages; a page for browsers. */
  @Get()
  @Public('says what codes mean, and holds no data')
  @AnswersList(ProblemCodeDto)
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const items = [...errorCatalogue().keys()].sort().map(describe);
    return wantsHtml(request) ? html(reply, problemListPage(items)) : { items };
  }

  /** What one code means and what to do about it, in three languages; a page for browsers. */
  @Get(':code')
  @Public('says what codes mean, and holds no data')
  @Answers(ProblemCodeDto)
  @Refuses()
  one(@Param('code') code: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    if (!errorCatalogue().has(code)) throw platformErrors['not-found']({ what: 'code' });
    const problem = describe(code);
    return wantsHtml(request) ? html(reply, problemPage(problem)) : problem;
  }
}

function describe(code: string): ProblemCodeDto {
  const definition = errorCatalogue().get(code);
  if (!definition) throw platformErrors['not-found']({ what: 'code' });
  const { status, title, detail, remedy } = definition;
  return { type: `/problems/${code}`, code, status, title, detail: detail ?? title, remedy };
}

function wantsHtml(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '';
  const at = (type: string) => (accept.includes(type) ? accept.indexOf(type) : Infinity);
  return at('text/html') < at('json');
}

function html(reply: FastifyReply, page: string): string {
  void reply.header('content-type', 'text/html; charset=utf-8').header('vary', 'accept');
  return page;
}
