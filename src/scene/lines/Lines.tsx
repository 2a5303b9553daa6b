import { useEffect, useMemo } from 'react';
import type { Stage } from '../stage.ts';
import { createLineMaterial } from './lineMaterial.ts';
import type { LineProps } from './useLineGeometry.ts';
import { useLineGeometry } from './useLineGeometry.ts';

/** Lines to neighbours, the line between two compared points, and arrows: one draw call, under the points. */
export function Lines(props: { stage: Stage; version: number; moves: number; looks: LineProps }) {
  const { stage, version, moves, looks } = props;
  const geometry = useLineGeometry(stage, version, moves, looks);
  const material = useMemo(() => createLineMaterial(stage.uniforms), [stage]);
  useEffect(() => () => material.dispose(), [material]);
  return (
    <mesh geometry={geometry} material={material} frustumCulled={false} renderOrder={1} dispose={null} />
  );
}
