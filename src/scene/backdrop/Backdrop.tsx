import { useEffect, useMemo } from 'react';
import { BufferAttribute, BufferGeometry } from 'three';
import type { Theme } from '../sceneColours.ts';
import type { Stage } from '../stage.ts';
import { createSkyMaterial, createStarMaterial } from './backdropMaterial.ts';
import { starField } from './starField.ts';

const STARS = 420;

/** The ground of the map: night sky with stars, or paper. In WebGL, so that an exported image has it too. */
export function Backdrop({ stage, theme }: { stage: Stage; theme: Theme }) {
  const sky = useMemo(() => {
    const geometry = new BufferGeometry();
    // one triangle that covers the screen
    geometry.setAttribute(
      'position',
      new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3),
    );
    return { geometry, material: createSkyMaterial(stage.uniforms) };
  }, [stage]);
  const stars = useMemo(() => {
    const { directions, brightness } = starField(STARS);
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(directions, 3));
    geometry.setAttribute('brightness', new BufferAttribute(brightness, 1));
    return { geometry, material: createStarMaterial(stage.uniforms) };
  }, [stage]);
  useEffect(
    () => () => {
      for (const { geometry, material } of [sky, stars]) {
        geometry.dispose();
        material.dispose();
      }
    },
    [sky, stars],
  );
  return (
    <>
      <mesh {...sky} frustumCulled={false} renderOrder={-2} dispose={null} />
      {theme === 'dark' && <points {...stars} frustumCulled={false} renderOrder={-1} dispose={null} />}
    </>
  );
}
