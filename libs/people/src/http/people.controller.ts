import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Idempotent, IfMatch, InScope, Requires, type Actor, type Scope } from '@jssu/platform';
import { ChangePerson } from '../application/change-person.js';
import { CreatePerson } from '../application/create-person.js';
import { PostPerson } from '../application/post-person.js';
import { RevealNationalId } from '../application/reveal-national-id.js';
import { PeopleView } from '../persistence/people.view.js';
import { ChangePersonDto, CreatePersonDto, PeopleQuery, PostPersonDto, RevealDto } from './people.dto.js';
import { peoplePermissions } from './permissions.js';

@ApiTags('people')
@ApiBearerAuth()
@Controller('api/v1/people')
export class PeopleController {
  constructor(
    private readonly view: PeopleView,
    private readonly createPerson: CreatePerson,
    private readonly changePerson: ChangePerson,
    private readonly postPerson: PostPerson,
    private readonly revealNationalId: RevealNationalId,
  ) {}

  /** People by name. A trainee sees himself. */
  @Get()
  @Requires(peoplePermissions.read)
  list(@InScope() scope: Scope, @Query() query: PeopleQuery) {
    return this.view.list(scope, query, query.limit, query.cursor);
  }

  @Get(':id')
  @Requires(peoplePermissions.read)
  async one(
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const person = await this.view.one(scope, id);
    void reply.header('etag', `"${person.version}"`);
    return person;
  }

  @Post()
  @Requires(peoplePermissions.manage)
  @Idempotent()
  async create(@InScope() scope: Scope, @Body() body: CreatePersonDto) {
    return { id: await this.createPerson.execute(scope, body) };
  }

  /** Needs `If-Match` with the version that was read. What is left out stays; null empties. Not one’s own record. */
  @Patch(':id')
  @Requires(peoplePermissions.manage)
  async change(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangePersonDto,
  ) {
    return { version: await this.changePerson.execute(actor, scope, id, version, body) };
  }

  @Post(':id/postings')
  @Requires(peoplePermissions.post)
  @Idempotent()
  async post(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string, @Body() body: PostPersonDto) {
    return { id: await this.postPerson.execute(scope, id, body) };
  }

  /** Shows the national id in full; each call is audited with its reason. */
  @Post(':id/national-id-reveals')
  @HttpCode(200)
  @Requires(peoplePermissions['reveal-national-id'])
  async reveal(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string, @Body() body: RevealDto) {
    return { nationalId: await this.revealNationalId.execute(scope, id, body.reason) };
  }
}
