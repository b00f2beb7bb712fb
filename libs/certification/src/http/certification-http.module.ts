import { Module } from '@nestjs/common';
import { CertificationModule } from '../certification.module.js';
import { CertificationController } from './certification.controller.js';

@Module({ imports: [CertificationModule], controllers: [CertificationController] })
export class CertificationHttpModule {}
