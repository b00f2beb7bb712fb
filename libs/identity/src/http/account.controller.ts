import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  Answers,
  AnswersNothing,
  AnswersPage,
  CreatedDto,
  CurrentActor,
  InScope,
  platformErrors,
  Refuses,
  Requires,
  type Actor,
  type Page,
  type Scope,
} from '@jssu/platform';
import { CreateAccount } from '../application/create-account.js';
import { GrantRole } from '../application/grant-role.js';
import { identityErrors, passwordRefusals } from '../domain/identity-errors.js';
import { AccountView } from '../persistence/account.view.js';
import { AccountCreatedDto, AccountDto } from './identity-answers.dto.js';
import { AccountsQuery, CreateAccountDto, GrantRoleDto } from './identity.dto.js';
import { identityPermissions } from './permissions.js';

@ApiTags('accounts')
@ApiBearerAuth()
@Controller('api/v1/accounts')
export class AccountController {
  constructor(
    private readonly createAccount: CreateAccount,
    private readonly grantRole: GrantRole,
    private readonly view: AccountView,
  ) {}

  /** Accounts with a grant inside the reader's units, by user name. */
  @Get()
  @Requires(identityPermissions['read-accounts'])
  @AnswersPage(AccountDto)
  list(@InScope() scope: Scope, @Query() query: AccountsQuery): Promise<Page<AccountDto>> {
    return this.view.list(scope, query, query.limit, query.cursor);
  }

  /** One account with its roles. */
  @Get(':id')
  @Requires(identityPermissions['read-accounts'])
  @Answers(AccountDto)
  one(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<AccountDto> {
    return this.view.one(scope, id);
  }

  /** A new account. It can do nothing until a role is granted. Without a password it gets one that works once. */
  @Post()
  @Requires(identityPermissions['manage-accounts'])
  @Answers(AccountCreatedDto)
  @Refuses(identityErrors['user-name-taken'], identityErrors['person-has-account'], ...passwordRefusals)
  async create(@Body() { userName, password, personId }: CreateAccountDto): Promise<AccountCreatedDto> {
    if (password === undefined) return this.createAccount.withOneTimePassword({ userName, personId });
    return { id: await this.createAccount.execute({ userName, password, personId }) };
  }

  /** Gives a role, in one unit and all below it or in every unit. Takes effect at once. */
  @Post(':id/grants')
  @Requires(identityPermissions['manage-accounts'])
  @Answers(CreatedDto)
  @Refuses(identityErrors['own-rights'], identityErrors['beyond-own-scope'], platformErrors['in-use'])
  async grant(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: GrantRoleDto,
  ) {
    const grant = { role: body.role, unitId: body.unitId ?? null, party: body.party ?? null };
    return { id: await this.grantRole.execute(actor, scope, id, grant) };
  }

  /** Takes a role away, at once. */
  @Delete(':id/grants/:grantId')
  @HttpCode(204)
  @Requires(identityPermissions['manage-accounts'])
  @AnswersNothing()
  @Refuses(identityErrors['own-rights'], identityErrors['beyond-own-scope'])
  async withdraw(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('grantId', ParseUUIDPipe) grantId: string,
  ) {
    await this.grantRole.withdraw(actor, scope, id, grantId);
  }
}
