import { useEffect, useMemo } from 'react';
import type { Stage } from '../stage.ts';
import { createPointMaterial } from './pointMaterial.ts';
import type { PointProps } from './usePointGeometry.ts';
import { usePointGeometry } from './usePointGeometry.ts';

/** All points of the map, one draw call. */
export function PointCloud({ stage, version, looks }: { stage: Stage; version: number; looks: PointProps }) {
  const geometry = usePointGeometry(stage, version, looks);
  const material = useMemo(() => createPointMaterial(stage.uniforms), [stage]);
  useEffect(() => () => material.dispose(), [material]);
  return (
    <points geometry={geometry} material={material} frustumCulled={false} renderOrder={2} dispose={null} />
  );
}
