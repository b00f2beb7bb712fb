/** The door for HTTP of a new lib, and its requests for the matrix of rights. */

export const module = (n) => `import { Module } from '@nestjs/common';
import { ${n.module}Module } from '../${n.name}.module.js';
import { ${n.Things}Controller } from './${n.things}.controller.js';

@Module({ imports: [${n.module}Module], controllers: [${n.Things}Controller] })
export class ${n.module}HttpModule {}
`;

export const permissions = (n) => `import { definePermissions } from '@jssu/platform';

export const ${n.permissions} = definePermissions('${n.name}', {
  read: { roles: { administrator: 'scope', auditor: 'scope', commander: 'scope', trainer: 'scope' } },
  manage: { roles: { administrator: 'scope' } },
});
`;

export const dto = (n) => `import { Transform, Type } from 'class-transformer';
import { IsUUID, Matches, ValidateNested } from 'class-validator';
import { LocalizedTextDto } from '@jssu/platform';
import { ${n.aThing}Code } from '../domain/${n.thing}-code.js';

export class Create${n.Thing}Dto {
  /** @example "GWD-1" */
  @Transform(({ value }) => (typeof value === 'string' ? (${n.aThing}Code(value) ?? value) : value))
  @Matches(/^[A-Z0-9][A-Z0-9-]{1,39}$/)
  code: string;

  @ValidateNested()
  @Type(() => LocalizedTextDto)
  name: LocalizedTextDto;

  @IsUUID()
  unitId: string;
}

export class ${n.Thing}Dto {
  @IsUUID()
  id: string;

  /** @example "GWD-1" */
  code: string;

  name: LocalizedTextDto;

  @IsUUID()
  unitId: string;

  /**
   * For \`If-Match\`.
   * @example 1
   */
  version: number;
}
`;

export const controller = (n) => `import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  Answers,
  AnswersPage,
  CreatedDto,
  Idempotent,
  InScope,
  ListQuery,
  Refuses,
  Requires,
  type Page,
  type Scope,
} from '@jssu/platform';
import { Create${n.Thing} } from '../application/create-${n.thing}.js';
import { ${n.errors} } from '../domain/${n.name}-errors.js';
import { ${n.Thing}View } from '../persistence/${n.thing}.view.js';
import { Create${n.Thing}Dto, ${n.Thing}Dto } from './${n.name}.dto.js';
import { ${n.permissions} } from './permissions.js';

@ApiTags('${n.things}')
@ApiBearerAuth()
@Controller('api/v1/${n.things}')
export class ${n.Things}Controller {
  constructor(
    private readonly view: ${n.Thing}View,
    private readonly create${n.Thing}: Create${n.Thing},
  ) {}

  /** Those of the units in scope, by code. */
  @Get()
  @Requires(${n.permissions}.read)
  @AnswersPage(${n.Thing}Dto)
  list(@InScope() scope: Scope, @Query() query: ListQuery): Promise<Page<${n.Thing}Dto>> {
    return this.view.list(scope, query.limit, query.cursor);
  }

  /** A new ${n.spoken} in a unit of the scope. Its code must be free. */
  @Post()
  @Requires(${n.permissions}.manage)
  @Idempotent()
  @Answers(CreatedDto)
  @Refuses(${n.errors}['code-taken'])
  async create(@InScope() scope: Scope, @Body() body: Create${n.Thing}Dto): Promise<CreatedDto> {
    return { id: await this.create${n.Thing}.execute(scope, body) };
  }
}
`;

export const routes = (n) => `import { aimed, NAME, read, type RouteRequests } from './route-request.js';

export const routes: RouteRequests = {
  requests: {
    'GET /api/v1/${n.things}': read,
    'POST /api/v1/${n.things}': aimed(({ unitId }, n) => ({
      options: { body: { code: \`MATRIX-\${n}\`, name: NAME, unitId } },
    })),
  },
};
`;
