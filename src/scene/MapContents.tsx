import { useFrame } from '@react-three/fiber';
import { useCallback, useEffect, useMemo } from 'react';
import { Backdrop } from './backdrop/Backdrop.tsx';
import { bytesFromHex } from './colourSpace.ts';
import { Labels } from './labels/Labels.tsx';
import { priorityOrder } from './labels/priorityOrder.ts';
import type { PlacedText } from './labels/textWants.ts';
import { Lines } from './lines/Lines.tsx';
import type { SemanticMapProps } from './mapProps.ts';
import { HIDDEN } from './mapProps.ts';
import { PointCloud } from './points/PointCloud.tsx';
import { isShown } from './points/pointLooks.ts';
import { SCENE_COLOURS } from './sceneColours.ts';
import { SoftRegions } from './softRegions/SoftRegions.tsx';
import { useRegionShapes } from './softRegions/useRegionShapes.ts';
import type { Stage } from './stage.ts';
import { paintUniforms } from './stageUniforms.ts';
import { toWorld } from './world/robustFrame.ts';

interface Contents {
  stage: Stage;
  props: SemanticMapProps;
  /** Counts replacements of the position arrays, and new frames (centre and scale). */
  version: number;
  moves: number;
}

/** What is drawn, inside the fiber root. */
export function MapContents({ stage, props, version, moves }: Contents) {
  const { theme, labels, colours, visible, labelPriority, selected, compared, hovered, highlighted } = props;
  const { arrows, captions, regions } = props;
  const { shapes, geometry } = useRegionShapes(stage, version, props);

  // the theme is painted before the first frame, and with each change of it
  useMemo(
    () => paintUniforms(stage.uniforms, SCENE_COLOURS[theme], theme === 'dark' ? 0.28 : 0.1),
    [stage, theme],
  );

  const order = useMemo(() => priorityOrder(labelPriority), [labelPriority]);
  // one for all selections: who has been asked for a label need not be asked again
  const eligible = useCallback((index: number) => isShown(visible, index), [visible]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: moves says that the stage has another frame
  const texts = useMemo((): PlacedText[] => {
    const { frame } = stage;
    const named = (captions ?? []).map(
      ({ text, at, colour }): PlacedText => ({
        kind: 'caption',
        text,
        at: toWorld(at, frame),
        colour: colour ? bytesFromHex(colour) : null,
      }),
    );
    for (const [index, { text, colour }] of (regions ?? []).entries())
      if (text) named.push({ kind: 'region', text, index, shapes, colour: bytesFromHex(colour) });
    for (const { label, labelAt: place = 'middle', from, to, colour } of arrows ?? []) {
      if (!label) continue;
      const ends = { from: toWorld(from, frame), to: toWorld(to, frame) };
      named.push({ kind: 'arrow', text: label, place, colour: bytesFromHex(colour), ...ends });
    }
    return named;
  }, [stage, captions, regions, shapes, arrows, moves]);

  useEffect(() => {
    stage.labels.setContent({
      labels,
      colours,
      order,
      eligible,
      lookedAt: [selected, compared, hovered].filter((index) => index !== null),
      neighbours: highlighted.filter((index) => visible?.[index] !== HIDDEN),
      texts,
      arrows: (arrows ?? [])
        .filter(({ look }) => look !== 'trail')
        .map(({ from, to }) => ({ from: toWorld(from, stage.frame), to: toWorld(to, stage.frame) })),
      ink: SCENE_COLOURS[theme].ink,
    });
    stage.requestLabels();
  }, [
    stage,
    labels,
    colours,
    order,
    eligible,
    visible,
    selected,
    compared,
    hovered,
    highlighted,
    texts,
    arrows,
    theme,
  ]);

  // with a priority of its own fiber leaves the drawing to the stage
  useFrame(() => stage.present(), 1);

  return (
    <>
      <Backdrop stage={stage} theme={theme} />
      <SoftRegions stage={stage} geometry={geometry} theme={theme} />
      <Lines stage={stage} version={version} moves={moves} looks={props} />
      <PointCloud stage={stage} version={version} looks={props} />
      <Labels stage={stage} />
    </>
  );
}
