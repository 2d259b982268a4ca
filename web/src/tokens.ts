/** Every colour of the console, its ground and the contrast it must reach there. `test/tokens.spec.ts` recomputes the ratios. */
export const colours = {
  page: '#F5F6F8',
  surface: '#FFFFFF',
  'text-1': '#1F2329',
  'text-2': '#51565D',
  'text-3': '#6B7178',
  primary: '#B81C22',
  'primary-hover': '#9A1318',
  'on-primary': '#FFFFFF',
  ok: '#1B6E3B',
  'ok-ground': '#E9F6EE',
  warn: '#8A5300',
  'warn-ground': '#FFF6E0',
  danger: '#A8071A',
  'danger-ground': '#FFF0F0',
  link: '#0B57B7',
  'info-ground': '#EAF2FC',
  'control-border': '#868C94',
  line: '#E1E4E8',
  'wall-page': '#0E1B2E',
  'wall-surface': '#16263D',
  'wall-text-1': '#F2F5FA',
  'wall-text-2': '#B4C0D2',
  'wall-accent': '#F2C14E',
  'wall-ok': '#6FD08C',
  'wall-warn': '#FFC069',
  'wall-fault': '#FF9C9C',
  'tile-1': '#E3ECF7',
  'tile-2': '#BFD4EC',
  'tile-3': '#8FB3DC',
  'tile-4': '#3F75B5',
  'tile-5': '#1F4E8C',
  'series-1': '#1F5FA8',
  'series-2': '#B3590A',
  'series-3': '#1B6E3B',
  'series-4': '#7A3E9D',
  'series-5': '#0F7282',
} as const;
export type Colour = keyof typeof colours;

/** [foreground, ground, least ratio to one decimal]. */
export const contrasts = [
  ['text-1', 'surface', 15.8],
  ['text-2', 'page', 6.8],
  ['text-3', 'page', 4.6],
  ['on-primary', 'primary', 6.5],
  ['on-primary', 'primary-hover', 8.5],
  ['ok', 'ok-ground', 5.7],
  ['warn', 'warn-ground', 5.9],
  ['danger', 'danger-ground', 7],
  ['link', 'surface', 6.9],
  ['link', 'info-ground', 4.5],
  ['control-border', 'page', 3.1],
  ['wall-text-1', 'wall-page', 15.8],
  ['wall-text-2', 'wall-surface', 8.3],
  ['wall-accent', 'wall-surface', 9.1],
  ['wall-ok', 'wall-surface', 7.6],
  ['wall-warn', 'wall-surface', 7.6],
  ['wall-fault', 'wall-surface', 7.6],
  ['series-1', 'surface', 4.8],
  ['series-2', 'surface', 4.8],
  ['series-3', 'surface', 4.8],
  ['series-4', 'surface', 4.8],
  ['series-5', 'surface', 4.8],
  ['text-1', 'tile-1', 4.7],
  ['text-1', 'tile-2', 4.7],
  ['text-1', 'tile-3', 4.7],
  ['on-primary', 'tile-4', 4.7],
  ['on-primary', 'tile-5', 4.7],
] as const satisfies readonly (readonly [Colour, Colour, number])[];

export const space = [4, 8, 12, 16, 24, 32] as const;
export const typeScale = { label: 12, body: 14, lead: 16, title: 20, heading: 24, figure: 32 } as const;
export const radius = 6;
export const lineHeight = 1.5;
export const rowHeights = { compact: 36, normal: 44, wide: 56 } as const;
export const fontFamily = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif";
/** 标准, 大, 特大: the size of body text in the console. */
export const textSizes = { normal: 14, large: 16, extraLarge: 18 } as const;
export type TextSize = keyof typeof textSizes;
/** The same on the phone. */
export const phoneTextSizes = { normal: 16, large: 20, extraLarge: 24 } as const satisfies Record<TextSize, number>;

/** WCAG 2.2 contrast ratio of two `#RRGGBB` colours. */
export function contrastRatio(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Lengths are in rem of a 14 px root, so that the text size moves all of them. */
export function tokensAsCss(): string {
  const rem = (px: number) => `${Number((px / textSizes.normal).toFixed(4))}rem`;
  const properties = [
    ...Object.entries(colours).map(([name, value]) => [name, value]),
    ...space.map((px) => [`space-${px}`, rem(px)]),
    ...Object.entries(typeScale).map(([name, px]) => [`type-${name}`, rem(px)]),
    ...Object.entries(rowHeights).map(([name, px]) => [`row-${name}`, rem(px)]),
    ['radius', `${radius}px`],
    ['font', fontFamily],
  ];
  const sizes = Object.entries(textSizes).map(([name, px]) => `:root[data-text-size="${name}"]{font-size:${(px / 16) * 100}%}`);
  const onPhone = Object.entries(phoneTextSizes).map(([name, px]) => `:root.phone[data-text-size="${name}"]{font-size:${(px / 16) * 100}%}`);
  return `:root{${properties.map(([name, value]) => `--zt-${name}:${value}`).join(';')};font-size:87.5%}${[...sizes, ...onPhone].join('')}`;
}
