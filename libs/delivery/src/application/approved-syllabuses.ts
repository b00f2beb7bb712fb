import { Injectable } from '@nestjs/common';
import { CatalogueView, type CourseContent } from '@jssu/catalogue';

const MAX_KEPT = 500;

/** Syllabuses of course versions. An approved one never changes again, so that it is read once in the life of a process. */
@Injectable()
export class ApprovedSyllabuses {
  private readonly kept = new Map<string, CourseContent>();

  constructor(private readonly catalogue: CatalogueView) {}

  async of(courseVersionId: string): Promise<CourseContent> {
    const known = this.kept.get(courseVersionId);
    if (known) return known;
    const { content, state } = await this.catalogue.courseVersion(courseVersionId);
    if (state === 'draft') return content;
    if (this.kept.size >= MAX_KEPT) this.kept.clear();
    this.kept.set(courseVersionId, content);
    return content;
  }
}
