import { PerspectiveCamera, Scene, type WebGLRenderer, type WebGLRenderTarget } from 'three';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Presenter } from './presenter.ts';

/** A GPU that takes so many milliseconds for a picture, and what it was asked. */
function slowGpu(takesMs: number) {
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
    tick: () => asked.push('tick'),
    invalidate: () => asked.push('more'),
    onShown: () => asked.push('shown'),
  });
  const lose = () => {
    isLost = true;
  };
  return { presenter, asked, lose };
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

test('a GPU that is quick time after time draws into the canvas, until it is slow again', async () => {
  const { presenter, asked } = slowGpu(2);
  for (let frame = 0; frame < 8; frame++) {
    presenter.frame();
    await vi.advanceTimersByTimeAsync(40);
  }
  expect(asked.filter((what) => what === 'drawn aside')).toHaveLength(8);
  asked.length = 0;
  presenter.frame();
  expect(asked).toEqual(['tick', 'drawn', 'shown']);
  await vi.advanceTimersByTimeAsync(40);

  // threads that take the cores: the next picture takes longer by the clock
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now() * 20);
  presenter.frame();
  await vi.advanceTimersByTimeAsync(40);
  asked.length = 0;
  presenter.frame();
  await vi.advanceTimersByTimeAsync(40);
  expect(asked).toEqual(['tick', 'drawn aside', 'copied', 'shown']);
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
