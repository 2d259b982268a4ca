import type { ThemeConfig } from 'antd';
import { colours, fontFamily, lineHeight, phoneTextSizes, radius, textSizes, type TextSize } from './tokens.ts';

const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Text, and the height of what is clicked or touched, in px. */
const measures = {
  desk: { text: textSizes, control: { normal: 32, large: 36, extraLarge: 44 } },
  phone: { text: phoneTextSizes, control: { normal: 44, large: 52, extraLarge: 60 } },
} as const;
export type Place = keyof typeof measures;

/** The antd theme: the same tokens as the stylesheet. */
export const themeOf = (size: TextSize, place: Place): ThemeConfig => ({
  cssVar: { key: 'zt' },
  hashed: false,
  token: {
    colorPrimary: colours.primary,
    colorPrimaryHover: colours['primary-hover'],
    colorPrimaryActive: colours['primary-hover'],
    colorLink: colours.link,
    colorLinkHover: colours.link,
    colorInfo: colours.link,
    colorSuccess: colours.ok,
    colorWarning: colours.warn,
    colorError: colours.danger,
    colorText: colours['text-1'],
    colorTextSecondary: colours['text-2'],
    colorTextTertiary: colours['text-3'],
    colorTextDescription: colours['text-3'],
    colorTextPlaceholder: colours['text-3'],
    colorBorder: colours['control-border'],
    colorBorderSecondary: colours.line,
    colorBgLayout: colours.page,
    borderRadius: radius,
    fontFamily,
    fontSize: measures[place].text[size],
    lineHeight,
    controlHeight: measures[place].control[size],
    motion: !still,
    motionDurationMid: '0.15s',
    motionDurationSlow: '0.2s',
  },
  components: { Select: { optionSelectedBg: colours['info-ground'] }, Tabs: { itemSelectedColor: colours.primary } },
});
