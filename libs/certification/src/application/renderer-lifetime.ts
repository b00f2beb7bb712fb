import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CertificateRenderer } from '../documents/index.js';

/** The renderer ends after the jobs in hand, which end before any `onApplicationShutdown`. */
@Injectable()
export class RendererLifetime implements OnApplicationShutdown {
  constructor(private readonly renderer: CertificateRenderer) {}

  onApplicationShutdown(): Promise<void> {
    return this.renderer.close();
  }
}
