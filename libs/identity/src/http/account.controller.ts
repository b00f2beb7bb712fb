import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  Answers,
  AnswersNothing,
  AnswersPage,
  CreatedDto,
  CurrentActor,
  decodeCursor,
  InScope,
  keysetPage,
  ListQuery,
  platformErrors,
  Refuses,
  Requires,
  scopeSql,
  UnitOfWork,
  type Actor,
  type Page,
  type Scope,
} from '@jssu/platform';
import { CreateAccount } from '../application/create-account.js';
import { GrantRole } from '../application/grant-role.js';
import { identityErrors, passwordRefusals } from '../domain/identity-errors.js';
import { AccountCreatedDto, AccountDto } from './identity-answers.dto.js';
import { CreateAccountDto, GrantRoleDto } from './identity.dto.js';
import { identityPermissions } from './permissions.js';

@ApiTags('accounts')
@ApiBearerAuth()
@Controller('api/v1/accounts')
export class AccountController {
  constructor(
    private readonly createAccount: CreateAccount,
    private readonly grantRole: GrantRole,
    private readonly uow: UnitOfWork,
  ) {}

  /** Accounts with a grant inside the reader's units, by user name. */
  @Get()
  @Requires(identityPermissions['read-accounts'])
  @AnswersPage(AccountDto)
  async list(@InScope() scope: Scope, @Query() query: ListQuery): Promise<Page<AccountDto>> {
    const params: unknown[] = [];
    const inside = scopeSql(scope, { unit: 'g.unit_id', person: 'a.person_id' }, params);
    const where =
      scope.kind === 'all' ? ['TRUE'] : [`EXISTS (SELECT FROM role_grant g WHERE g.account_id = a.id AND ${inside})`];
    const key = decodeCursor(query.cursor, 1);
    if (key) where.push(`a.user_name > $${params.push(key[0])}`);
    const rows = await this.uow.query<AccountDto>(
      `SELECT a.id, a.user_name AS "userName", a.person_id AS "personId", a.status, a.created_at AS "createdAt",
              (SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'unitId', g.unit_id, 'party', g.party) ORDER BY g.role), '[]')
               FROM role_grant g WHERE g.account_id = a.id) AS grants
       FROM account a WHERE ${where.join(' AND ')} ORDER BY a.user_name LIMIT ${query.limit + 1}`,
      params,
    );
    return keysetPage(rows, query.limit, (row) => [row.userName]);
  }

  /** A new account. It can do nothing until a role is granted. Without a password it gets one that works once. */
  @Post()
  @Requires(identityPermissions['manage-accounts'])
  @Answers(AccountCreatedDto)
  @Refuses(identityErrors['user-name-taken'], ...passwordRefusals)
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
