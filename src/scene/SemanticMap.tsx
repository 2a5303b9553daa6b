import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { Fault, faultFrom } from '../contract/fault.ts';
import { listenToKeys } from './camera/keyboard.ts';
import { listenToPointers } from './camera/pointerGestures.ts';
import { MapContents } from './MapContents.tsx';
import type { SemanticMapProps } from './mapProps.ts';
import type { MapRoot } from './mapRoot.ts';
import { openMapRoot } from './mapRoot.ts';
import { createIdPicker } from './picking/idPicker.ts';
import { createPickMaterial } from './points/pointMaterial.ts';
import { SLICE } from './points/slice.ts';
import { SCENE_COLOURS } from './sceneColours.ts';
import { Stage } from './stage.ts';
import { createIntents } from './stageIntents.ts';

interface Mounted {
  stage: Stage;
  root: MapRoot;
}

/**
 * The semantic map: fills its parent, draws points, labels and lines in one canvas, and says which row was
 * hovered, chosen or enclosed. It takes props and knows no store. Where WebGL 2 is missing it draws nothing and
 * calls `onUnavailable`.
 */
export default function SemanticMap(props: SemanticMapProps) {
  const host = useRef<HTMLDivElement>(null);
  const outline = useRef<SVGPathElement>(null);
  const latest = useRef(props);
  const [mounted, setMounted] = useState<Mounted | null>(null);
  const [track, setTrack] = useState({ version: 0, moves: 0 });
  const {
    positions,
    extent,
    identities,
    dims,
    theme,
    reducedMotion,
    flyTo,
    resetNonce,
    viewLink,
    ariaLabel,
    insets,
    mode,
    textScale = 1,
  } = props;

  useLayoutEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const stage = new Stage(latest.current.lang ?? 'zh-CN');
    let root: MapRoot;
    try {
      root = openMapRoot(element, stage, {
        onLost: () => latest.current.onLost?.(),
        onRestored: () => latest.current.onRestored?.(),
      });
    } catch (error) {
      stage.dispose();
      latest.current.onUnavailable?.(faultFrom(error));
      return;
    }
    const picker = createIdPicker(createPickMaterial(stage.uniforms));
    const intents = createIntents({
      stage,
      props: () => latest.current,
      async pick(x, y, reach) {
        if (stage.points.drawn === 0 || root.lost()) return null;
        const { camera } = stage;
        const [offsetX, offsetY] = camera.centreShift();
        const place = { x, y, reach, width: camera.width, height: camera.height, offsetX, offsetY };
        // the context may be lost while the answer is on its way: then there is nothing under the pointer
        const { renderer } = root;
        return root
          .between(() => picker.pick(renderer, camera, stage.points.geometry, place, () => stage.frames))
          .catch(() => null);
      },
      outline: (polygon) => outline.current?.setAttribute('d', polygon ? pathOf(polygon) : ''),
    });
    const stopPointers = listenToPointers(root.canvas, intents);
    const stopKeys = listenToKeys(root.canvas, intents);
    const resize = (): void => {
      root.resize(element.clientWidth, element.clientHeight);
      stage.setSize(element.clientWidth, element.clientHeight, latest.current.insets);
    };
    const observer = new ResizeObserver(resize);
    observer.observe(element);
    resize();
    let first = true;
    stage.onShown = () => {
      if (!first || !stage.points.complete) return;
      first = false;
      // the browser shows it after this call: only then is the map there to be seen
      requestAnimationFrame(() => {
        latest.current.onReady?.();
        if (root.lost()) return;
        picker
          .prepare(root.renderer, stage.camera, stage.points.geometry, () => stage.frames, root.between)
          .catch(() => {});
      });
    };
    stage.onMoved = (reframed) => {
      const { version } = stage.track;
      setTrack((last) =>
        reframed || version !== last.version ? { version, moves: last.moves + (reframed ? 1 : 0) } : last,
      );
    };
    setMounted({ stage, root });
    return () => {
      observer.disconnect();
      stopPointers();
      stopKeys();
      picker.dispose();
      stage.dispose(root.renderer.getContext() as WebGL2RenderingContext);
      root.dispose();
      setMounted(null);
    };
  }, []);

  useEffect(() => {
    if (!mounted) return;
    mounted.stage.reducedMotion = reducedMotion;
  }, [mounted, reducedMotion]);

  // before the points, which take the view of the maps that are there
  useEffect(() => (mounted && viewLink ? mounted.stage.join(viewLink) : undefined), [mounted, viewLink]);

  useEffect(() => {
    if (!mounted) return;
    const { stage } = mounted;
    const set = (): void => stage.setPositions(positions, dims, performance.now(), { extent, identities });
    if (stage.track.count > 0 || positions.length <= SLICE * dims) {
      set();
      return;
    }
    // many points are looked at in a task of their own, not in the one that made the canvas
    const timer = setTimeout(set);
    return () => clearTimeout(timer);
  }, [mounted, positions, extent, identities, dims]);

  useEffect(() => {
    if (!mounted) return;
    const { stage } = mounted;
    stage.textScale = textScale;
    stage.setSize(stage.camera.width, stage.camera.height, insets);
  }, [mounted, insets, textScale]);

  useEffect(() => {
    if (!mounted) return;
    const { canvas } = mounted.root;
    canvas.tabIndex = 0;
    canvas.setAttribute('role', 'application');
    canvas.setAttribute('aria-label', ariaLabel);
    canvas.style.cursor = mode === 'box' || mode === 'lasso' ? 'crosshair' : 'grab';
  }, [mounted, ariaLabel, mode]);

  useEffect(() => {
    mounted?.root.render(<MapContents stage={mounted.stage} props={props} {...track} />);
  });

  const nonce = flyTo?.nonce;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the nonce alone says that it is asked again
  useEffect(() => {
    if (mounted && flyTo) mounted.stage.flyTo(flyTo.index, performance.now());
  }, [mounted, nonce]);

  const firstReset = useRef(resetNonce);
  useEffect(() => {
    if (!mounted || firstReset.current === resetNonce) return;
    firstReset.current = resetNonce;
    mounted.stage.goHome(performance.now());
  }, [mounted, resetNonce]);

  useImperativeHandle(
    props.ref,
    () => ({
      toPng: () => (mounted ? pngOf(mounted) : Promise.reject(new Fault('webgl-missing'))),
      project: (index) => mounted?.stage.placeOf(index, performance.now()) ?? null,
      framesDrawn: () => mounted?.stage.frames ?? 0,
      labelled: () => mounted?.stage.labels.shown() ?? new Int32Array(0),
      moveTo: (positions) => mounted?.stage.moveTo(positions, performance.now()),
    }),
    [mounted],
  );

  const { background, backgroundEdge, ink } = SCENE_COLOURS[theme];
  return (
    <div
      ref={host}
      style={{
        position: 'absolute',
        inset: 0,
        overflow: 'hidden',
        // the same ground before the first frame
        background: `radial-gradient(circle, ${background}, ${backgroundEdge})`,
      }}
    >
      <svg
        aria-hidden="true"
        style={{ position: 'absolute', inset: 0, width: '100%', height: '100%', pointerEvents: 'none' }}
      >
        <path
          ref={outline}
          fill={ink}
          fillOpacity={0.08}
          stroke={ink}
          strokeWidth={1.5}
          strokeDasharray="5 4"
        />
      </svg>
    </div>
  );
}

function pathOf(polygon: readonly number[]): string {
  let path = '';
  for (let i = 0; i < polygon.length; i += 2) path += `${i === 0 ? 'M' : 'L'}${polygon[i]} ${polygon[i + 1]}`;
  return `${path}Z`;
}

async function pngOf({ stage, root }: Mounted): Promise<Blob> {
  if (root.lost()) throw new Fault('webgl-lost');
  stage.tellView();
  // the other maps of a link have told theirs by then
  await null;
  stage.layOutNow(performance.now());
  root.draw();
  // in the same task as the drawing: the buffer is cleared afterwards
  const made = new Promise<Blob | null>((resolve) => root.canvas.toBlob(resolve, 'image/png'));
  const blob = await made;
  if (!blob) throw new Fault('webgl-lost');
  // a picture that was under way has its labels at other places
  stage.invalidate();
  return blob;
}
