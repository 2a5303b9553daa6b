import { useEffect, useMemo } from 'react';
import type { Stage } from '../stage.ts';
import { createPointMaterial } from './pointMaterial.ts';
import type { PointProps } from './usePointLooks.ts';
import { usePointLooks } from './usePointLooks.ts';

/** All points of the map, one draw call. */
export function PointCloud({ stage, version, looks }: { stage: Stage; version: number; looks: PointProps }) {
  usePointLooks(stage, version, looks);
  const material = useMemo(() => createPointMaterial(stage.uniforms), [stage]);
  useEffect(() => () => material.dispose(), [material]);
  return (
    <points
      geometry={stage.points.geometry}
      material={material}
      frustumCulled={false}
      renderOrder={2}
      dispose={null}
    />
  );
}
