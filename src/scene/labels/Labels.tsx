import { useEffect, useMemo } from 'react';
import type { Stage } from '../stage.ts';
import { createLabelMaterial } from './labelMaterial.ts';
import { useLabelGeometry } from './useLabelGeometry.ts';

/** All labels: one draw call for the halos, which go under every letter, and one for the letters. */
export function Labels({ stage }: { stage: Stage }) {
  const geometry = useLabelGeometry(stage);
  const [halo, text] = useMemo(
    () => [
      createLabelMaterial(stage.uniforms, stage.labels.atlas, true),
      createLabelMaterial(stage.uniforms, stage.labels.atlas, false),
    ],
    [stage],
  );
  useEffect(() => {
    stage.labelClock.materials = [halo, text];
    return () => {
      halo.dispose();
      text.dispose();
    };
  }, [stage, halo, text]);
  return (
    <>
      <mesh geometry={geometry} material={halo} frustumCulled={false} renderOrder={3} dispose={null} />
      <mesh geometry={geometry} material={text} frustumCulled={false} renderOrder={4} dispose={null} />
    </>
  );
}
