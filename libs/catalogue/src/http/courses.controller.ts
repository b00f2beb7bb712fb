import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  Answers,
  AnswersNothing,
  AnswersPage,
  CreatedDto,
  Idempotent,
  IfMatch,
  ListQuery,
  platformErrors,
  Refuses,
  Requires,
  VersionDto,
  type Page,
} from '@jssu/platform';
import { ApproveCourseVersion } from '../application/approve-course-version.js';
import { ChangeCourseVersion } from '../application/change-course-version.js';
import { CreateCourse } from '../application/create-course.js';
import { DraftCourseVersion } from '../application/draft-course-version.js';
import { RetireCourseVersion } from '../application/retire-course-version.js';
import { catalogueErrors } from '../domain/catalogue-errors.js';
import { CatalogueView } from '../persistence/catalogue.view.js';
import { ContentDto, CreateCourseDto, RetireVersionDto } from './catalogue.dto.js';
import { CourseCreatedDto, CourseDto, CourseVersionDto } from './course-answers.dto.js';
import { cataloguePermissions } from './permissions.js';

@ApiTags('courses')
@ApiBearerAuth()
@Controller('api/v1/courses')
export class CoursesController {
  constructor(
    private readonly view: CatalogueView,
    private readonly createCourse: CreateCourse,
    private readonly draftVersion: DraftCourseVersion,
    private readonly changeVersion: ChangeCourseVersion,
    private readonly approveVersion: ApproveCourseVersion,
    private readonly retireVersion: RetireCourseVersion,
  ) {}

  /** Courses by code, each with its versions. */
  @Get()
  @Requires(cataloguePermissions.read)
  @AnswersPage(CourseDto)
  list(@Query() query: ListQuery): Promise<Page<CourseDto>> {
    return this.view.courses(query.limit, query.cursor);
  }

  /** A course with version 1 as a draft. */
  @Post()
  @Requires(cataloguePermissions['manage-courses'])
  @Idempotent()
  @Answers(CourseCreatedDto)
  @Refuses(catalogueErrors['bad-content'], catalogueErrors['code-taken'])
  create(@Body() body: CreateCourseDto): Promise<CourseCreatedDto> {
    return this.createCourse.execute(body);
  }

  /** One course with its versions, the oldest first. */
  @Get(':id')
  @Requires(cataloguePermissions.read)
  @Answers(CourseDto)
  one(@Param('id', ParseUUIDPipe) id: string): Promise<CourseDto> {
    return this.view.course(id);
  }

  /** The next version as a draft; a course has one draft at a time. */
  @Post(':id/versions')
  @Requires(cataloguePermissions['manage-courses'])
  @Idempotent()
  @Answers(CreatedDto)
  @Refuses(catalogueErrors['bad-content'], catalogueErrors['draft-exists'])
  async draft(@Param('id', ParseUUIDPipe) id: string, @Body() body: ContentDto): Promise<CreatedDto> {
    return { id: await this.draftVersion.execute(id, body.content) };
  }

  /** One version with its syllabus. */
  @Get(':id/versions/:versionId')
  @Requires(cataloguePermissions.read)
  @Answers(CourseVersionDto, { etag: true })
  async version(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('versionId', ParseUUIDPipe) versionId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CourseVersionDto> {
    const version = await this.view.courseVersion(versionId);
    if (version.courseId !== id) throw platformErrors['not-found']({ what: 'course version' });
    void reply.header('etag', `"${version.version}"`);
    return version;
  }

  /** Replaces the syllabus of a draft. Needs `If-Match` with the version that was read. */
  @Put(':id/versions/:versionId')
  @Requires(cataloguePermissions['manage-courses'])
  @Answers(VersionDto)
  @Refuses(catalogueErrors['bad-content'], catalogueErrors['version-frozen'])
  async change(
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('versionId', ParseUUIDPipe) versionId: string,
    @Body() body: ContentDto,
  ): Promise<VersionDto> {
    return { version: await this.changeVersion.execute(id, versionId, version, body.content) };
  }

  /** Approves a draft; from then on it never changes, and the version approved before is retired. */
  @Post(':id/versions/:versionId/approve')
  @HttpCode(204)
  @Requires(cataloguePermissions['manage-courses'])
  @AnswersNothing()
  @Refuses(catalogueErrors['version-frozen'])
  approve(@Param('id', ParseUUIDPipe) id: string, @Param('versionId', ParseUUIDPipe) versionId: string): Promise<void> {
    return this.approveVersion.execute(id, versionId);
  }

  /** Takes the approved version out of use. */
  @Post(':id/versions/:versionId/retire')
  @HttpCode(204)
  @Requires(cataloguePermissions['manage-courses'])
  @AnswersNothing()
  @Refuses(catalogueErrors['not-in-use'])
  retire(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('versionId', ParseUUIDPipe) versionId: string,
    @Body() body: RetireVersionDto,
  ): Promise<void> {
    return this.retireVersion.execute(id, versionId, body.reason);
  }
}
