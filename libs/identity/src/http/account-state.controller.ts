import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  Answers,
  AnswersNothing,
  CurrentActor,
  InScope,
  Refuses,
  Requires,
  type Actor,
  type Scope,
} from '@jssu/platform';
import { DisableAccount } from '../application/disable-account.js';
import { EnableAccount } from '../application/enable-account.js';
import { EndAccountSessions } from '../application/end-account-sessions.js';
import { ResetPassword } from '../application/reset-password.js';
import { identityErrors } from '../domain/identity-errors.js';
import { OneTimePasswordDto } from './identity-answers.dto.js';
import { AccountReasonDto } from './identity.dto.js';
import { identityPermissions } from './permissions.js';

/** What an administrator does with the accounts whose every grant lies inside his scope, never with his own. */
@ApiTags('accounts')
@ApiBearerAuth()
@Controller('api/v1/accounts/:id')
export class AccountStateController {
  constructor(
    private readonly disableAccount: DisableAccount,
    private readonly enableAccount: EnableAccount,
    private readonly resetPassword: ResetPassword,
    private readonly endSessions: EndAccountSessions,
  ) {}

  /** Closes the account: its sessions end at once. Repeating it changes nothing. */
  @Post('disable')
  @HttpCode(204)
  @Requires(identityPermissions['manage-accounts'])
  @AnswersNothing()
  @Refuses(identityErrors['own-account'])
  async disable(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: AccountReasonDto,
  ): Promise<void> {
    await this.disableAccount.execute(actor, scope, id, reason);
  }

  /** Opens a disabled account again, with the password and the roles that it had. */
  @Post('enable')
  @HttpCode(204)
  @Requires(identityPermissions['manage-accounts'])
  @AnswersNothing()
  @Refuses(identityErrors['own-account'])
  async enable(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: AccountReasonDto,
  ): Promise<void> {
    await this.enableAccount.execute(actor, scope, id, reason);
  }

  /** A one-time password for somebody who lost his own: it opens nothing but the change. His sessions end. */
  @Post('password-reset')
  @HttpCode(200)
  @Requires(identityPermissions['manage-accounts'])
  @Answers(OneTimePasswordDto)
  @Refuses(identityErrors['own-account'])
  async reset(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: AccountReasonDto,
  ): Promise<OneTimePasswordDto> {
    return { oneTimePassword: await this.resetPassword.execute(actor, scope, id, reason) };
  }

  /** Signs the account out everywhere, at once. */
  @Delete('sessions')
  @HttpCode(204)
  @Requires(identityPermissions['manage-accounts'])
  @AnswersNothing()
  @Refuses(identityErrors['own-account'])
  async signOut(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    await this.endSessions.execute(actor, scope, id);
  }
}
