/** Outlines on a grid of 24, drawn with a line of 2. `flips`: has a direction, and is mirrored where text runs right to left. */
const PATHS = {
  book: { d: 'M4 5.5A2.5 2.5 0 0 1 6.5 3H20v15H6.500A2.5 2.5 0 0 0 4 20.500zM4 20.500A2.5 2.5 0 0 0 6.5 21H20v-3' },
  ribbon: { d: 'M12 3a6 6 0 1 1 0 12 6 6 0 0 1 0-12M8.5 14 7 22l5-3 5 3-1.5-8' },
  calendar: { d: 'M4 6h16v15H4zM4 10.500h16M8 3v5M16 3v5' },
  lanes: { d: 'M3 6h9M3 12h18M3 18h12M16 6h5M19 18h2' },
  people: {
    d: 'M9 4a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7M2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.300a3.5 3.5 0 0 1 0 6.400M18 14.500c2.2.8 3.5 2.8 3.5 5.5',
  },
  person: { d: 'M12 3.500a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4.5 20.500c0-4 3.3-6.5 7.5-6.500s7.5 2.5 7.5 6.5' },
  shield: { d: 'M12 3 4.5 6v5.500c0 4.7 3.1 7.9 7.5 9.5 4.4-1.6 7.5-4.8 7.5-9.500V6zM8.5 12l2.5 2.500L15.5 10' },
  check: { d: 'm4.5 12.5 5 5L19.5 7' },
  clock: { d: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M12 7.500V12l3 2' },
  hourglass: { d: 'M6 3h12M6 21h12M7.5 3v3.500L12 12l-4.5 5.500V21M16.5 3v3.500L12 12l4.5 5.500V21' },
  cross: { d: 'M6 6l12 12M18 6 6 18' },
  pause: { d: 'M8 5v14M16 5v14' },
  ban: { d: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M5.7 5.700l12.6 12.6' },
  pen: { d: 'M4 20l1-4.500L16.5 4 20 7.5 8.5 19z' },
  dash: { d: 'M6 12h12' },
  question: { d: 'M9 9a3 3 0 1 1 4.5 2.600c-1 .6-1.5 1.2-1.5 2.400M12 17.500v.1' },
  hand: { d: 'M9 14 4 9l5-5M4 9h9.500a6.5 6.5 0 0 1 0 13H11', flips: true },
  cap: { d: 'M12 5 2 10l10 5 10-5zM6 12.500V17c2.5 2.5 9.5 2.5 12 0v-4.500M22 10v5' },
  warning: { d: 'M12 3.5 2 20.500h20zM12 10v4.500M12 17.500v.1' },
  info: { d: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M12 11v5.500M12 7.500v.1' },
  offline: {
    d: 'M3 3l18 18M5 12.500a10 10 0 0 1 4-2.400M2 8.800a15 15 0 0 1 4.5-2.900M15 10.100a10 10 0 0 1 4 2.400M10.5 5.100A15 15 0 0 1 22 8.800M8.5 16a5 5 0 0 1 7 0M12 20v.1',
  },
  search: { d: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M20.5 20.500l-5-5' },
  forward: { d: 'M9 5l7 7-7 7', flips: true },
  back: { d: 'M15 5l-7 7 7 7', flips: true },
  download: { d: 'M12 3v12M7 10.500l5 5 5-5M4 20.500h16' },
  more: { d: 'M4 7h16M4 12h16M4 17h16' },
  upload: { d: 'M12 16V4M7 8.500l5-5 5 5M4 20.500h16' },
  list: { d: 'M8 6h12M8 12h12M8 18h12M3.500 6v.1M3.500 12v.1M3.500 18v.1' },
  gears: {
    d: 'M12 8.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7M12 2.500v3M12 18.500v3M2.500 12h3M18.500 12h3M5.300 5.300l2.100 2.100M16.600 16.600l2.100 2.100M5.300 18.700l2.100-2.100M16.600 7.400l2.100-2.100',
  },
  key: { d: 'M8 9.500a4.500 4.500 0 1 1 0 9 4.500 4.500 0 0 1 0-9M11.200 10.800 20 2M16.500 5.500l3 3' },
  retry: { d: 'M20 5v5h-5M19.500 10a8 8 0 1 0 .5 4', flips: true },
  share: {
    d: 'M17 3a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5M6.5 9.500a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5M17 16a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5M8.7 10.800l6.1-4M8.7 13.200l6.1 4',
  },
  sun: {
    d: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8M12 2v2.500M12 19.500V22M2 12h2.500M19.5 12H22M5 5l1.7 1.700M17.3 17.3 19 19M19 5l-1.7 1.700M6.7 17.3 5 19',
  },
  moon: { d: 'M20 14.500A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5' },
  place: {
    d: 'M12 21.500c4-4.5 6.5-8 6.5-11.500a6.5 6.5 0 1 0-13 0c0 3.5 2.5 7 6.5 11.500M12 7.500a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5',
  },
  device: { d: 'M3 5h18v11H3zM9 20h6M12 16v4' },
} as const;

export type IconName = keyof typeof PATHS;

/** Says nothing by itself: what it means stands beside it, or is the name of the button around it. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  const path: { d: string; flips?: boolean } = PATHS[name];
  return (
    <svg
      aria-hidden
      data-flips={path.flips || undefined}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={path.d} />
    </svg>
  );
}
