import { expect, test } from 'vitest';
import { shortVehicle } from './vehicle.ts';

test('a vehicle is called by its year, model and trim', () => {
  expect(shortVehicle('2024 Chevrolet Tahoe LT')).toBe('’24 Tahoe LT');
  expect(shortVehicle('2019 Land Rover Defender')).toBe('’19 Defender');
});

test('a model that is a number keeps its make', () => {
  expect(shortVehicle('2021 Ram 1500 Big Horn')).toBe('’21 Ram 1500 Big Horn');
});

test('what is not year, make and model stays as it is', () => {
  expect(shortVehicle('used Civic under 15k')).toBe('used Civic under 15k');
  expect(shortVehicle('2024 Tahoe')).toBe('2024 Tahoe');
});
