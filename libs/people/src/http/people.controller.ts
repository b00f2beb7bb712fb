import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  Answers,
  AnswersPage,
  CreatedDto,
  CurrentActor,
  Idempotent,
  IfMatch,
  InScope,
  Refuses,
  Requires,
  VersionDto,
  type Actor,
  type Page,
  type Scope,
} from '@jssu/platform';
import { ChangePerson } from '../application/change-person.js';
import { CreatePerson } from '../application/create-person.js';
import { PostPerson } from '../application/post-person.js';
import { RevealNationalId } from '../application/reveal-national-id.js';
import { PeopleView } from '../persistence/people.view.js';
import { peopleErrors } from '../domain/people-errors.js';
import { NationalIdDto, PersonDetailDto, PersonDto } from './people-answers.dto.js';
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
  @AnswersPage(PersonDto)
  list(@InScope() scope: Scope, @Query() query: PeopleQuery): Promise<Page<PersonDto>> {
    return this.view.list(scope, query, query.limit, query.cursor);
  }

  /** A person with the postings, the newest first. The national id is masked. */
  @Get(':id')
  @Requires(peoplePermissions.read)
  @Answers(PersonDetailDto, { etag: true })
  async one(
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PersonDetailDto> {
    const person = await this.view.one(scope, id);
    void reply.header('etag', `"${person.version}"`);
    return person;
  }

  /** A new person in a unit of the scope. */
  @Post()
  @Requires(peoplePermissions.manage)
  @Idempotent()
  @Answers(CreatedDto)
  @Refuses(peopleErrors['service-number-taken'], peopleErrors['national-id-taken'])
  async create(@InScope() scope: Scope, @Body() body: CreatePersonDto) {
    return { id: await this.createPerson.execute(scope, body) };
  }

  /** Needs `If-Match` with the version that was read. What is left out stays; null empties. Not one’s own record. */
  @Patch(':id')
  @Requires(peoplePermissions.manage)
  @Answers(VersionDto)
  @Refuses(peopleErrors['actor-is-subject'])
  async change(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangePersonDto,
  ) {
    return { version: await this.changePerson.execute(actor, scope, id, version, body) };
  }

  /** Posts a person to a unit from a day on: the posting before ends the day before. Nobody posts himself. */
  @Post(':id/postings')
  @Requires(peoplePermissions.post)
  @Idempotent()
  @Answers(CreatedDto)
  @Refuses(peopleErrors['posting-overlaps'], peopleErrors['actor-is-subject'])
  async post(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PostPersonDto,
  ) {
    if (actor.personId === id) throw peopleErrors['actor-is-subject']();
    return { id: await this.postPerson.execute(scope, id, body) };
  }

  /** Shows the national id in full; each call is audited with its reason. */
  @Post(':id/national-id-reveals')
  @HttpCode(200)
  @Requires(peoplePermissions['reveal-national-id'])
  @Answers(NationalIdDto)
  @Refuses(peopleErrors['no-national-id'])
  async reveal(
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RevealDto,
  ): Promise<NationalIdDto> {
    return { nationalId: await this.revealNationalId.execute(scope, id, body.reason) };
  }
}
