export class LiveDto {
  status: 'live';
}

export class ReadyDto {
  status: 'ready' | 'not-ready';

  /** Whether the database answers. */
  database: boolean;

  /**
   * Whether the process was told to stop: it finishes what it has, and takes nothing new.
   * @example false
   */
  stopping: boolean;
}
