/** `basic`: units, people and accounts. `story`: also courses, schemes and their runs, played through at several stages. */
export type DemoScale = 'basic' | 'story';
