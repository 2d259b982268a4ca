import { describe, expect, it } from '@jest/globals';
import { colours, contrastRatio, contrasts, tokensAsCss } from '../src/tokens.ts';

describe('contrast of the design tokens (console 4)', () => {
  it('measures black on white as 21', () => expect(contrastRatio('#000000', '#FFFFFF')).toBeCloseTo(21, 5));

  it.each(contrasts.map(([text, ground, least]) => ({ text, ground, least })))('$text on $ground reaches $least', ({ text, ground, least }) => {
    expect(Number(contrastRatio(colours[text], colours[ground]).toFixed(1))).toBeGreaterThanOrEqual(least);
  });

  it('gives every colour to the stylesheet', () => {
    const css = tokensAsCss();
    for (const [name, value] of Object.entries(colours)) expect(css).toContain(`--zt-${name}:${value}`);
  });
});
