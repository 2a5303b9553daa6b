import { useEffect, useMemo } from 'react';
import type { BufferGeometry } from 'three';
import type { Theme } from '../sceneColours.ts';
import type { Stage } from '../stage.ts';
import { createRegionMaterial, paintRegions } from './regionMaterial.ts';

/** All regions: one draw call, behind lines and points. */
export function SoftRegions(props: { stage: Stage; geometry: BufferGeometry; theme: Theme }) {
  const { stage, geometry, theme } = props;
  const material = useMemo(() => createRegionMaterial(stage.uniforms), [stage]);
  useEffect(() => () => material.dispose(), [material]);
  useMemo(() => paintRegions(material, theme), [material, theme]);
  return (
    <mesh geometry={geometry} material={material} frustumCulled={false} renderOrder={0} dispose={null} />
  );
}
