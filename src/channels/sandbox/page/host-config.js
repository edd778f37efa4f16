// Colours are the page's own CSS variables, so that light and dark are decided in one place: style.css.
const foreground = (main) => ({
  default: { default: main, subtle: 'var(--ink-soft)' },
  dark: { default: 'var(--ink)', subtle: 'var(--ink-soft)' },
  light: { default: 'var(--ink-soft)', subtle: 'var(--ink-soft)' },
  accent: { default: 'var(--accent-ink)', subtle: 'var(--accent-ink)' },
  good: { default: 'var(--good-ink)', subtle: 'var(--good-ink)' },
  warning: { default: 'var(--warning-ink)', subtle: 'var(--warning-ink)' },
  attention: { default: 'var(--attention-ink)', subtle: 'var(--attention-ink)' },
});

const style = (background, main) => ({
  backgroundColor: background,
  borderColor: background,
  foregroundColors: foreground(main),
});

const font = (fontFamily) => ({
  fontFamily,
  fontSizes: { small: 13, default: 15, medium: 17, large: 19, extraLarge: 23 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
});

/** How Microsoft's renderer is to draw cards here. */
export const HOST_CONFIG = {
  supportsInteractivity: true,
  fontTypes: { default: font('inherit'), monospace: font('ui-monospace, monospace') },
  lineHeights: { small: 19, default: 22, medium: 25, large: 26, extraLarge: 30 },
  spacing: { small: 4, default: 14, medium: 20, large: 28, extraLarge: 36, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  containerStyles: {
    default: style('transparent', 'var(--ink)'),
    emphasis: style('var(--emphasis)', 'var(--ink)'),
    accent: style('var(--accent-wash)', 'var(--ink)'),
    good: style('var(--good-wash)', 'var(--good-ink)'),
    warning: style('var(--warning-wash)', 'var(--warning-ink)'),
    attention: style('var(--attention-wash)', 'var(--attention-ink)'),
  },
  textBlock: { headingLevel: 3 },
  textStyles: { heading: { size: 'large', weight: 'bolder' } },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', size: 'small', weight: 'bolder' },
  },
  factSet: {
    title: { weight: 'default', isSubtle: true, wrap: true, maxWidth: 180 },
    value: { weight: 'default', wrap: true },
    spacing: 6,
  },
  actions: {
    // More than this would go into a menu, out of sight.
    maxActions: 50,
    spacing: 'medium',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
  },
};
