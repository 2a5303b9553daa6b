import { expect, test } from 'vitest';
import { jointLayers, layerCoordinates } from './jointLayers.ts';

const row = (data: Float32Array, dim: number, at: number) => [...data.subarray(at * dim, (at + 1) * dim)];

test('each layer is centred and scaled to one root mean square length, whatever its own drift and size', () => {
  // the second layer is the first one, ten times as long, all of it pulled far to one side
  const first = Float32Array.from([1, 0, 0, 0, 1, 0, 1, 1, 0, 0.5, 1, 0]);
  const second = first.map((value, at) => value * 10 + (at % 3 === 2 ? 40 : 0));
  const { data, rows, dim } = jointLayers([first, second], 3);
  expect([...rows]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  for (const layer of [0, 1]) {
    const own = [0, 1, 2, 3].map((at) => row(data, dim, layer * 4 + at));
    for (let d = 0; d < 3; d++) expect(own.reduce((sum, values) => sum + values[d], 0)).toBeCloseTo(0, 5);
    const squares = own.flat().reduce((sum, value) => sum + value * value, 0);
    expect(squares / 4).toBeCloseTo(1, 5);
  }
});

test('a layer of equal rows has no place of its own, and stands in the middle of all', () => {
  const table = Float32Array.from([0.3, 0.4, 0.3, 0.4, 0.3, 0.4]);
  const last = Float32Array.from([1, 0, 0, 1, -1, 0]);
  const joint = jointLayers([table, last], 2);
  expect([...joint.rows]).toEqual([-1, -1, -1, 0, 1, 2]);
  const places = layerCoordinates(Float32Array.from([2, 0, 4, 0, 0, 6]), joint, 2, 2);
  expect([...places[0]]).toEqual([2, 2, 2, 2, 2, 2]);
  expect([...places[1]]).toEqual([2, 0, 4, 0, 0, 6]);
});

test('rows that are equal count once and share a place', () => {
  const layer = Float32Array.from([1, 0, 0, 1, 1, 0]);
  const joint = jointLayers([layer], 2);
  expect([...joint.rows]).toEqual([0, 1, 0]);
  expect(joint.data).toHaveLength(4);
});

test('one occurrence, or none, leaves nothing to project', () => {
  expect(jointLayers([Float32Array.from([1, 2])], 2).data).toHaveLength(0);
  expect(layerCoordinates(new Float32Array(0), jointLayers([Float32Array.from([1, 2])], 2), 1, 3)).toEqual([
    new Float32Array(3),
  ]);
  expect(jointLayers([new Float32Array(0)], 2).rows).toHaveLength(0);
});
