import { type RefObject, useImperativeHandle, useRef } from 'react';
import type { SemanticMapHandle } from '../../../scene/mapProps.ts';
import { figureScene } from '../../figure/figureScene.ts';
import { joinPictures } from '../../files/joinPictures.ts';

/** The refs of the two maps, which the view exports as one picture. */
export function useTwoScenes(): readonly [
  RefObject<SemanticMapHandle | null>,
  RefObject<SemanticMapHandle | null>,
] {
  const left = useRef<SemanticMapHandle>(null);
  const right = useRef<SemanticMapHandle>(null);
  useImperativeHandle(figureScene, () => {
    const both = () => [left.current, right.current].filter((scene) => scene !== null);
    return {
      toPng: async () => joinPictures(await Promise.all(both().map((scene) => scene.toPng()))),
      project: (index) => left.current?.project(index) ?? null,
      framesDrawn: () => both().reduce((sum, scene) => sum + scene.framesDrawn(), 0),
      labelled: () => left.current?.labelled() ?? new Int32Array(0),
      moveTo: (positions) => left.current?.moveTo(positions),
    };
  }, []);
  return [left, right];
}
