import { createTheme, type CSSVariablesResolver } from '@mantine/core';

/** Deep green of the unit, warm neutrals. Every pair used for text reaches 4.5:1 in both schemes. */
export const theme = createTheme({
  primaryColor: 'green',
  primaryShade: { light: 8, dark: 7 },
  colors: {
    green: [
      ...['#edf6f0', '#d6eadd', '#afd3bd', '#86bd9c', '#63a980', '#47966a'],
      ...['#347f56', '#276b47', '#1a5439', '#0e3b27'],
    ] as never,
    gray: [
      ...['#faf8f4', '#f3f0ea', '#e8e4db', '#dad4c9', '#c2bbae', '#9c9487'],
      ...['#6b6459', '#575147', '#3e3a33', '#282520'],
    ] as never,
    dark: [
      ...['#e6e2da', '#c3bdb2', '#a39c90', '#6f6a60', '#49453e', '#38352f'],
      ...['#2c2925', '#211f1b', '#191714', '#11100e'],
    ] as never,
  },
  fontFamily: 'var(--jssu-font)',
  headings: { fontFamily: 'var(--jssu-font)', fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
});

/** What our own style sheets use beside Mantine's variables. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#faf8f4',
    '--mantine-color-text': '#282520',
    '--mantine-color-dimmed': '#6b6459',
    '--mantine-color-placeholder': '#756d61',
    '--mantine-color-anchor': '#1a5439',
    '--mantine-color-error': '#b3261e',
    '--jssu-surface': '#ffffff',
    '--jssu-line': '#e3ded4',
    '--jssu-header': '#1a5439',
    '--jssu-chosen': '#e2efe7',
    '--jssu-chosen-text': '#123f2a',
  },
  dark: {
    '--mantine-color-body': '#191714',
    '--mantine-color-text': '#e6e2da',
    '--mantine-color-dimmed': '#aba498',
    '--mantine-color-placeholder': '#8f887c',
    '--mantine-color-anchor': '#86bd9c',
    '--mantine-color-error': '#ff9d94',
    '--jssu-surface': '#211f1b',
    '--jssu-line': '#38352f',
    '--jssu-header': '#123524',
    '--jssu-chosen': '#1f3a2c',
    '--jssu-chosen-text': '#c7e5d2',
  },
});
