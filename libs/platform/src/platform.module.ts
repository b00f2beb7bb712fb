import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule, getDataSourceToken } from '@nestjs/typeorm';
import { ClsPluginTransactional } from '@nestjs-cls/transactional';
import { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import { ClsModule } from 'nestjs-cls';
import { Environment } from '@jssu/config';
import { Clock } from './context/clock.js';
import { RequestContext } from './context/request-context.js';
import { dataSourceOptions } from './database/data-source.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { Metrics } from './observe/metrics.js';
import { Outbox } from './queue/outbox.js';
import { Queues } from './queue/queues.js';

/** What every process has: configuration, database, transactions, context, clock, outbox, metrics. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(environment: Environment): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(environment.DATABASE_URL, environment.DATABASE_POOL),
          retryAttempts: 10,
          retryDelay: 1000,
        }),
        ClsModule.forRoot({
          global: true,
          plugins: [
            new ClsPluginTransactional({
              imports: [TypeOrmModule],
              adapter: new TransactionalAdapterTypeOrm({ dataSourceToken: getDataSourceToken() }),
            }),
          ],
        }),
      ],
      providers: [
        { provide: Environment, useValue: environment },
        Clock,
        RequestContext,
        UnitOfWork,
        Outbox,
        Metrics,
        Queues,
      ],
      exports: [Environment, Clock, RequestContext, UnitOfWork, Outbox, Metrics, Queues, ClsModule, TypeOrmModule],
    };
  }
}
