import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { LOCALES, type Locale } from '@jssu/kernel';
import { Answers, AnswersFile, Clock, platformErrors, Public, Refuses, RequestContext } from '@jssu/platform';
import { VerifyCredential } from '../application/verify-credential.js';
import { readVerificationCode } from '../documents/index.js';
import { certificateErrors } from '../domain/certificate-errors.js';
import { VerificationView, type Verified } from '../persistence/verification.view.js';
import { AddressThrottle } from './address-throttle.js';
import { verifyPage } from './verify-page.js';
import { CredentialVerdictDto, VerifiedDto } from './verification-answers.dto.js';
import { FAULT_TEXTS, STATE_TEXTS, type PageState } from './verify-texts.js';

export class LanguageQuery {
  /** The language of the page; as `Accept-Language` asks when left out. */
  @IsOptional()
  @IsIn(LOCALES)
  lang?: Locale;
}

export class VerifyFormQuery extends LanguageQuery {
  /** As it stands on the certificate. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  code?: string;
}

export class VerifyCredentialDto {
  /**
   * The credential as a compact JWT: the file `credential.jwt` that is attached to the certificate's PDF.
   * @example "eyJhbGciOiJSUzI1NiJ9.eyJpZCI6InVybjp1dWlkOjAxOTMifQ.c2lnbmF0dXJl"
   */
  @IsString()
  @MinLength(1)
  @MaxLength(20_000)
  jwt: string;
}

const NO_STORE = () => Header('cache-control', 'no-store');
const WHY = 'whoever is shown a certificate checks it; the code is not to be guessed, and misses are slowed down';

/** Certificates as anybody may check them. */
@ApiTags('verification')
@Controller()
export class VerificationController {
  private readonly throttle = new AddressThrottle();

  constructor(
    private readonly view: VerificationView,
    private readonly credentials: VerifyCredential,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  /** The page on which a code is typed in; with `code` it sends on to that code’s page (303). */
  @Get('verify')
  @Public(WHY)
  @NO_STORE()
  @AnswersFile('text/html', 'The page', '<!doctype html>…')
  form(@Query() { lang, code }: VerifyFormQuery, @Res({ passthrough: true }) reply: FastifyReply): string | undefined {
    if (code !== undefined) {
      const query = lang ? `?lang=${lang}` : '';
      void reply.status(303).header('location', `/verify/${encodeURIComponent(code.trim())}${query}`);
      return undefined;
    }
    return this.answer(reply, lang, '/verify');
  }

  /** What the QR code of a certificate opens: its state just now, without scripts, in three languages. */
  @Get('verify/:code')
  @Public(WHY)
  @NO_STORE()
  @AnswersFile('text/html', 'The page', '<!doctype html>…', {
    404: 'The page, which says that no certificate has the code',
    429: 'The page, which says when to try again',
  })
  async page(
    @Param('code') code: string,
    @Query() { lang }: LanguageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const path = `/verify/${encodeURIComponent(code)}`;
    const seconds = this.throttle.wait(request.ip, this.clock.now().getTime());
    if (seconds > 0) {
      void reply.status(429).header('retry-after', String(seconds));
      return this.answer(reply, lang, path, 'too-many');
    }
    const certificate = await this.find(code, request.ip);
    if (!certificate) void reply.status(404);
    return this.answer(reply, lang, path, certificate?.state ?? 'unknown', certificate);
  }

  /** The same for programs. */
  @Get('api/v1/verify/:code')
  @Public(WHY)
  @NO_STORE()
  @Answers(VerifiedDto)
  @Refuses(certificateErrors['unknown-code'])
  async byCode(@Param('code') code: string, @Req() request: FastifyRequest): Promise<VerifiedDto> {
    this.refuseGuessing(request);
    const certificate = await this.find(code, request.ip);
    if (!certificate) throw certificateErrors['unknown-code']();
    return certificate;
  }

  /** Checks a credential: signature, claims, days, and what the register says of its certification today. */
  @Post('api/v1/verify/credential')
  @HttpCode(200)
  @Public('whoever is shown a credential checks it; misses are slowed down')
  @NO_STORE()
  @Answers(CredentialVerdictDto)
  @Refuses()
  async byCredential(
    @Body() { jwt }: VerifyCredentialDto,
    @Req() request: FastifyRequest,
  ): Promise<CredentialVerdictDto> {
    this.refuseGuessing(request);
    const { fault, certificate } = await this.credentials.execute(jwt.trim());
    if (!certificate) this.throttle.miss(request.ip, this.clock.now().getTime());
    const { locale } = this.context.current();
    const text =
      fault === null ? STATE_TEXTS.valid.says : fault in FAULT_TEXTS ? FAULT_TEXTS[fault as never] : undefined;
    const message = (text ?? STATE_TEXTS[fault as PageState].says)[locale];
    return { valid: fault === null, reason: fault, message, certificate };
  }

  private async find(text: string, address: string): Promise<Verified | undefined> {
    const code = readVerificationCode(text);
    const certificate = code === undefined ? undefined : await this.view.byCode(code);
    if (!certificate) this.throttle.miss(address, this.clock.now().getTime());
    return certificate;
  }

  private refuseGuessing({ ip }: FastifyRequest): void {
    const seconds = this.throttle.wait(ip, this.clock.now().getTime());
    if (seconds > 0) throw platformErrors['too-many-requests']({ seconds });
  }

  private answer(
    reply: FastifyReply,
    lang: Locale | undefined,
    path: string,
    state?: PageState,
    certificate?: Verified,
  ): string {
    const locale = lang ?? this.context.current().locale;
    void reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-language', locale)
      .header('vary', 'accept-language');
    return verifyPage({ locale, path, state, certificate });
  }
}
