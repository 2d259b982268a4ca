import 'reflect-metadata';
import { endOnCrash, endWith } from '@zhitong/platform';
import { startCity } from './city.ts';
import { welcome } from './welcome.ts';

endOnCrash();
try {
  const city = await startCity(process.env);
  process.stdout.write(welcome(city));
} catch (error) {
  endWith(error);
}
