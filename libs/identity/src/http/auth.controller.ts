import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '@jssu/config';
import { AuditTrail } from '@jssu/audit';
import {
  Answers,
  AnswersList,
  AnswersNothing,
  BeforePasswordChange,
  CurrentActor,
  platformErrors,
  Public,
  Refuses,
  SignedIn,
  UnitOfWork,
  type Actor,
} from '@jssu/platform';
import { ChangePassword } from '../application/change-password.js';
import type { AccountLogin } from '../application/check-credentials.js';
import { SESSION_DAYS, Sessions, type Tokens } from '../application/sessions.js';
import { identityErrors, passwordRefusals } from '../domain/identity-errors.js';
import { PasswordGuard } from './auth.guards.js';
import { MeDto, SessionDto, TokensDto } from './identity-answers.dto.js';
import { ChangePasswordDto, LogInDto } from './identity.dto.js';

const COOKIE_PATH = '/api/v1/auth';

@ApiTags('auth')
@Controller('api/v1')
export class AuthController {
  constructor(
    private readonly sessions: Sessions,
    private readonly changePassword: ChangePassword,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly environment: Environment,
  ) {}

  /** Signs in. The access token is short-lived; the refresh token is set as an httpOnly cookie. */
  @Post('auth/login')
  @HttpCode(200)
  @Public('signing in comes before having rights; guessing is slowed down')
  @UseGuards(PasswordGuard)
  @Answers(TokensDto)
  @Refuses(identityErrors['wrong-credentials'], identityErrors.throttled)
  async logIn(
    @Body() _body: LogInDto,
    @Req() request: FastifyRequest & { user?: unknown },
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const account = request.user as AccountLogin;
    const tokens = await this.uow.run(async () => {
      const opened = await this.sessions.open(account.id, {
        userAgent: String(request.headers['user-agent'] ?? ''),
        ip: request.ip,
      });
      await this.audit.record({
        action: 'identity.logged-in',
        entity: 'account',
        entityId: account.id,
        after: { userName: account.userName, ip: request.ip },
      });
      return opened;
    });
    return this.answer(tokens, reply);
  }

  /**
   * Swaps the refresh cookie for new tokens. A cookie that is used twice ends the session, but for one more use within
   * ten seconds from the same browser, which the answer may not have reached.
   */
  @Post('auth/refresh')
  @HttpCode(200)
  @Public('the refresh cookie is the credential')
  @Answers(TokensDto)
  @Refuses(identityErrors['session-ended'])
  async refresh(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.answer(
      await this.sessions.refresh(request.cookies[this.cookieName], String(request.headers['user-agent'] ?? '')),
      reply,
    );
  }

  /** Ends the session that asks. */
  @Post('auth/logout')
  @BeforePasswordChange()
  @HttpCode(204)
  @SignedIn()
  @AnswersNothing()
  @ApiBearerAuth()
  async logOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.sessions.revoke(actor.accountId ?? '', actor.sessionId ?? '', 'logout');
    void reply.clearCookie(this.cookieName, {
      path: COOKIE_PATH,
      httpOnly: true,
      sameSite: 'strict',
      secure: this.overTls,
    });
  }

  /** The live sessions of one's own account. */
  @Get('auth/sessions')
  @SignedIn()
  @AnswersList(SessionDto)
  @ApiBearerAuth()
  async listSessions(@CurrentActor() actor: Actor): Promise<{ items: SessionDto[] }> {
    const items = await this.sessions.list(actor.accountId ?? '');
    return { items: items.map((session) => ({ ...session, current: session.id === actor.sessionId })) };
  }

  /** Ends one of one's own sessions; its tokens stop working at once. */
  @Delete('auth/sessions/:id')
  @HttpCode(204)
  @SignedIn()
  @AnswersNothing()
  @ApiBearerAuth()
  async revokeSession(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    if (!(await this.sessions.revoke(actor.accountId ?? '', id, 'revoked')))
      throw platformErrors['not-found']({ what: 'session' });
  }

  /** Changes one's own password; asks for the present one, and ends every other session. */
  @Post('auth/password')
  @BeforePasswordChange()
  @HttpCode(204)
  @SignedIn()
  @AnswersNothing()
  @Refuses(
    identityErrors['wrong-credentials'],
    identityErrors.throttled,
    identityErrors['password-unchanged'],
    ...passwordRefusals,
  )
  @ApiBearerAuth()
  async setPassword(@CurrentActor() actor: Actor, @Body() body: ChangePasswordDto, @Req() request: FastifyRequest) {
    await this.changePassword.execute(actor, body.currentPassword, body.newPassword, request.ip);
  }

  /** Who is signed in, and with which roles. */
  @Get('me')
  @BeforePasswordChange()
  @SignedIn()
  @Answers(MeDto)
  @ApiBearerAuth()
  me(@CurrentActor() actor: Actor): MeDto {
    const { accountId, userName, personId, mustChangePassword = false } = actor;
    const grants = actor.grants.map(({ role, unitIds, party }) => ({
      role,
      party,
      everyUnit: unitIds === null,
      units: unitIds?.length ?? null,
    }));
    return { accountId, userName, personId, mustChangePassword, grants };
  }

  private get overTls(): boolean {
    return this.environment.PUBLIC_URL.startsWith('https:');
  }

  /** Over TLS the prefix makes browsers refuse the cookie from anywhere else (ASVS V3.3.1). */
  private get cookieName(): string {
    return this.overTls ? '__Secure-jssu_refresh' : 'jssu_refresh';
  }

  private answer({ accessToken, expiresIn, refreshToken }: Tokens, reply: FastifyReply): TokensDto {
    void reply.setCookie(this.cookieName, refreshToken, {
      path: COOKIE_PATH,
      httpOnly: true,
      sameSite: 'strict',
      secure: this.overTls,
      maxAge: SESSION_DAYS * 86_400,
    });
    return { accessToken, tokenType: 'Bearer', expiresIn };
  }
}
