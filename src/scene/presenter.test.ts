import { PerspectiveCamera, Scene, type WebGLRenderer, type WebGLRenderTarget } from 'three';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Presenter } from './presenter.ts';

/** A GPU that takes so many milliseconds for a picture, and what it was asked. */
function slowGpu(firstMs: number) {
  let takesMs = firstMs;
  let isMoving = false;
  const asked: string[] = [];
  let target: WebGLRenderTarget | null = null;
  let isLost = false;
  const gl = {
    FRAMEBUFFER_BINDING: 1,
    READ_FRAMEBUFFER: 2,
    DRAW_FRAMEBUFFER: 3,
    FRAMEBUFFER: 4,
    TIMEOUT_EXPIRED: 5,
    WAIT_FAILED: 6,
    isContextLost: () => isLost,
    fenceSync: () => (isLost ? null : { done: performance.now() + takesMs }),
    flush: () => {},
    deleteSync: () => {},
    clientWaitSync: ({ done }: { done: number }) => (performance.now() >= done ? 0 : 5),
    getParameter: () => target,
    bindFramebuffer: () => {},
    blitFramebuffer: () => asked.push('copied'),
  };
  const renderer = {
    domElement: { width: 80, height: 60 },
    getContext: () => gl,
    setRenderTarget: (to: WebGLRenderTarget | null) => {
      target = to;
    },
    render: () => asked.push(target ? 'drawn aside' : 'drawn'),
  } as unknown as WebGLRenderer;
  const scene = new Scene();
  const presenter = new Presenter({
    renderer,
    camera: new PerspectiveCamera(),
    scene: () => scene,
    moving: () => isMoving,
    tick: () => asked.push('tick'),
    invalidate: () => asked.push('more'),
    onShown: () => asked.push('shown'),
  });
  const lose = (lost = true) => {
    isLost = lost;
  };
  const change = (ms: number, moving: boolean) => {
    takesMs = ms;
    isMoving = moving;
  };
  /** Draws so many pictures, each until it is shown. @returns what the last one asked for */
  const draw = async (pictures: number) => {
    for (let picture = 0; picture < pictures; picture++) {
      asked.length = 0;
      presenter.frame();
      await vi.advanceTimersByTimeAsync(400);
    }
    return [...asked];
  };
  return { presenter, asked, lose, change, draw };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act, 16));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a picture of a slow GPU comes into the canvas when it is done; what is asked meanwhile waits for it', async () => {
  const { presenter, asked } = slowGpu(200);
  presenter.frame();
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(asked).toEqual(['tick', 'drawn aside']);
  presenter.frame();
  presenter.frame();
  await vi.advanceTimersByTimeAsync(80);
  expect(asked).toEqual(['tick', 'drawn aside']);
  await vi.advanceTimersByTimeAsync(60);
  expect(asked).toEqual(['tick', 'drawn aside', 'copied', 'shown', 'tick', 'drawn aside']);
  await vi.advanceTimersByTimeAsync(300);
  expect(asked.slice(6)).toEqual(['copied', 'shown']);
});

const ASIDE = ['tick', 'drawn aside', 'copied', 'shown'];
const STRAIGHT = ['tick', 'drawn', 'shown'];

test('a GPU that has been quick draws into the canvas, until it is slow again', async () => {
  const { draw, change } = slowGpu(5);
  expect(await draw(4)).toEqual(ASIDE);
  expect(await draw(1)).toEqual(STRAIGHT);
  // a picture that is slow is drawn before anybody can know, and one alone may be chance
  change(60, false);
  expect(await draw(2)).toEqual(STRAIGHT);
  expect(await draw(1)).toEqual(ASIDE);
  change(5, false);
  expect(await draw(1)).toEqual(ASIDE);
  expect(await draw(9)).toEqual(STRAIGHT);
});

test('while the camera moves the page waits a little longer for the sake of more frames, but not for any GPU', async () => {
  const { draw, change } = slowGpu(60);
  expect(await draw(6)).toEqual(ASIDE);
  change(60, true);
  expect(await draw(1)).toEqual(STRAIGHT);
  change(60, false);
  expect(await draw(1)).toEqual(ASIDE);
  change(300, true);
  expect(await draw(3)).toEqual(ASIDE);
});

test('a context that is lost under way shows nothing, and what comes back is drawn', async () => {
  const { presenter, asked, lose } = slowGpu(2);
  lose();
  presenter.frame();
  await vi.advanceTimersByTimeAsync(40);
  expect(asked).toEqual(['tick', 'drawn aside']);
  presenter.frame();
  await vi.advanceTimersByTimeAsync(40);
  expect(asked).toEqual(['tick', 'drawn aside', 'tick', 'drawn aside']);

  // it comes back, and asks for a frame, before the browser has shown the one that failed
  presenter.frame();
  await vi.advanceTimersByTimeAsync(6);
  lose(false);
  presenter.frame();
  await vi.advanceTimersByTimeAsync(80);
  expect(asked.slice(6)).toEqual(['tick', 'drawn aside', 'copied', 'shown']);
});

test('a map that is taken away lets nobody wait', async () => {
  const { presenter, asked } = slowGpu(100);
  presenter.frame();
  await vi.advanceTimersByTimeAsync(20);
  const answer = presenter.between(async () => asked.push('asked'));
  const failed = expect(answer).rejects.toThrow('gone');
  presenter.dispose();
  await failed;
  presenter.resized();
  await vi.advanceTimersByTimeAsync(300);
  expect(asked).toEqual(['tick', 'drawn aside']);
});

test('what is asked of a slow GPU comes between two pictures', async () => {
  const { presenter, asked } = slowGpu(100);
  presenter.frame();
  await vi.advanceTimersByTimeAsync(20);
  const answer = presenter.between(async () => {
    asked.push('begun');
    await new Promise((resolve) => setTimeout(resolve, 50));
    asked.push('answered');
    return 7;
  });
  presenter.frame();
  await vi.advanceTimersByTimeAsync(300);
  expect(await answer).toBe(7);
  expect(asked).toEqual([
    'tick',
    'drawn aside',
    'copied',
    'shown',
    'begun',
    'answered',
    'tick',
    'drawn aside',
    'copied',
    'shown',
  ]);
});
