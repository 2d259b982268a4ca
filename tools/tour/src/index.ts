export type { Sent } from './api.ts';
export { runTour, type TourFigures, type TourOptions } from './tour.ts';
