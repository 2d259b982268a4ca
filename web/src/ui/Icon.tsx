const shapes = {
  check: 'M3 8.5l3.2 3.2L13 5',
  clock: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM8 4.8V8l2.2 1.6',
  warning: 'M8 2.4l6 10.6H2zM8 6.4v3M8 11.2v.2',
  cross: 'M4 4l8 8M12 4l-8 8',
  minus: 'M3.5 8h9',
  plus: 'M8 3.2v9.6M3.2 8h9.6',
  info: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM8 7.2v3.6M8 5v.2',
  right: 'M6 3.5L10.5 8 6 12.5',
  down: 'M3.5 6L8 10.5 12.5 6',
  left: 'M10 3.5L5.5 8l4.5 4.5',
  search: 'M7 2.8a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4zM10.2 10.2l3.2 3.2',
  refresh: 'M13 8a5 5 0 1 1-1.6-3.7M13.2 2.4v2.8h-2.8',
  person: 'M8 2.6a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2zM3 13.6c.5-2.7 2.4-4 5-4s4.5 1.3 5 4',
  leave: 'M9.5 3H3.5v10h6M7 8h6.5M11 5.5L13.5 8 11 10.5',
  globe: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM2.4 8h11.2M8 2.2c2 1.7 2.6 3.6 2.6 5.8S10 12.1 8 13.8C6 12.1 5.4 10.2 5.4 8S6 3.9 8 2.2z',
  eye: 'M1.8 8C3.2 5.4 5.3 4 8 4s4.8 1.4 6.2 4c-1.4 2.6-3.5 4-6.2 4S3.2 10.6 1.8 8zM8 6.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z',
  home: 'M2.5 7.5L8 3l5.5 4.5M4 6.5V13h8V6.5',
  gauge: 'M2.5 11.5a5.5 5.5 0 1 1 11 0M8 11.5l2.6-3.6',
  arrows: 'M5 13V3M5 3L2.5 5.5M5 3l2.5 2.5M11 3v10M11 13l-2.5-2.5M11 13l2.5-2.5',
  tree: 'M6 2.5h4v3H6zM2 10.5h4v3H2zM10 10.5h4v3h-4zM8 5.5V8M4 10.5V8h8v2.5',
  people: 'M6 3.2a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4zM1.8 13c.4-2.3 2-3.4 4.2-3.4s3.8 1.1 4.2 3.4M10.4 3.6a2 2 0 0 1 0 3.8M11.6 9.9c1.5.4 2.4 1.4 2.7 3.1',
  shield: 'M8 2l5 1.8v3.7c0 3-1.9 5.3-5 6.5-3.1-1.2-5-3.5-5-6.5V3.8z',
  pulse: 'M1.8 8.5h3l1.7-4.5 3 8 1.7-3.5h3',
  up: 'M8 13V3M8 3L4 7M8 3l4 4',
  fall: 'M8 3v10M8 13l-4-4M8 13l4-4',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  dots: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
} as const;
export type IconName = keyof typeof shapes;

/** Decoration beside words: the words are what is read out. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={shapes[name]} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
