/** Clerk's components in our colours and without a box of their own: they stand on a page, not on a card. */
export const clerkAppearance = {
  variables: {
    fontFamily: 'inherit',
    borderRadius: '6px',
    colorPrimary: 'var(--bb-fill)',
    colorPrimaryForeground: 'var(--bb-on-fill)',
    colorBackground: 'var(--bb-page)',
    colorForeground: 'var(--bb-ink)',
    colorMutedForeground: 'var(--bb-ink-3)',
    colorNeutral: 'var(--bb-ink)',
    colorInput: 'var(--bb-surface)',
    colorInputForeground: 'var(--bb-ink)',
    colorDanger: 'var(--bb-overdue)',
    colorSuccess: 'var(--bb-won)',
  },
  elements: {
    rootBox: { width: '100%' },
    cardBox: { width: '100%', overflow: 'visible', boxShadow: 'none', border: 'none', borderRadius: 0 },
    // Room for the focus ring, which would be cut off.
    card: { padding: '4px', margin: '-4px', background: 'none', boxShadow: 'none', border: 'none' },
    footer: { background: 'none' },
  },
};
