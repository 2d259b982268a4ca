export { runTour, type TourFigures, type TourOptions } from './tour.ts';
