import {
  type CSSVariablesResolver,
  createTheme,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
} from '@mantine/core';

const accent: MantineColorsTuple = [
  '#e8effc',
  '#cfddf8',
  '#a8c2f2',
  '#86aaff',
  '#5f8bf0',
  '#3d6fe0',
  '#1d5bd1',
  '#184cb0',
  '#143f92',
  '#103274',
];

/** Where the chosen colour scheme is kept; public/color-scheme.js reads the same key before the first paint. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'beback-color-scheme' });

/** Mantine's theme on the tokens of theme.css: our sizes, our neutrals, quiet controls. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  colors: { accent },
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  fontSizes: {
    xs: 'var(--bb-text-xs)',
    sm: 'var(--bb-text-s)',
    md: 'var(--bb-text)',
    lg: 'var(--bb-text-l)',
    xl: 'var(--bb-text-xl)',
  },
  fontWeights: { regular: '400', medium: '600', bold: '600' },
  headings: { fontWeight: '600' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: {
      defaultProps: { size: 'sm' },
      vars: (_theme: unknown, props: { variant?: string; color?: string }) => ({
        root: { '--button-height': 'var(--bb-control)', '--button-padding-x': '12px', ...buttonColours(props) },
      }),
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Input: { vars: () => ({ wrapper: { '--input-height': 'var(--bb-control)', '--input-fz': 'var(--bb-text)' } }) },
    InputWrapper: { defaultProps: { size: 'sm', withAsterisk: false } },
    Modal: {
      defaultProps: {
        centered: true,
        closeButtonProps: { 'aria-label': 'Close' },
        overlayProps: { backgroundOpacity: 0.35 },
        transitionProps: { duration: 140 },
      },
    },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
  },
});

/** Points Mantine's own variables at the tokens, so that both schemes are designed in one place. */
export const cssVariables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--bb-surface)',
    '--mantine-color-text': 'var(--bb-ink)',
    '--mantine-color-bright': 'var(--bb-ink)',
    '--mantine-color-dimmed': 'var(--bb-ink-3)',
    '--mantine-color-placeholder': 'var(--bb-ink-3)',
    '--mantine-color-anchor': 'var(--bb-accent)',
    '--mantine-color-error': 'var(--bb-overdue)',
    '--mantine-color-default': 'var(--bb-surface)',
    '--mantine-color-default-hover': 'var(--bb-sunken)',
    '--mantine-color-default-color': 'var(--bb-ink)',
    '--mantine-color-default-border': 'var(--bb-line-strong)',
    '--mantine-color-disabled': 'var(--bb-sunken)',
    '--mantine-color-disabled-color': 'var(--bb-ink-3)',
    '--mantine-shadow-md': 'var(--bb-float)',
    '--mantine-shadow-xl': 'var(--bb-float)',
  };
  return { variables: {}, light: both, dark: both };
};

/** The main action is ink on paper rather than colour: the accent stays free for what is live or chosen. */
function buttonColours({ variant = 'filled', color }: { variant?: string; color?: string }): Record<string, string> {
  if (variant !== 'filled' || color) return {};
  return {
    '--button-bg': 'var(--bb-fill)',
    '--button-hover': 'color-mix(in srgb, var(--bb-fill) 86%, var(--bb-page))',
    '--button-color': 'var(--bb-on-fill)',
    '--button-bd': '1px solid transparent',
  };
}
