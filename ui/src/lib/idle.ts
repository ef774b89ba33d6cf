// Locks after a while in which nobody touched the window. A clock is read, so that a computer that slept counts too.
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
const LOOK_EVERY = 5_000;

/** Calls `onIdle` once the window was left alone for so many minutes, 0 for never; returns how to stop. `isBusy` counts as a touch. */
export function watchIdle(minutes: () => number, onIdle: () => void, isBusy: () => boolean = () => false): () => void {
  let last = Date.now();
  const touched = () => {
    last = Date.now();
  };
  const look = () => {
    if (isBusy()) touched();
    if (minutes() === 0 || Date.now() - last < minutes() * 60_000) return;
    touched();
    onIdle();
  };
  for (const touch of TOUCHES) addEventListener(touch, touched, { passive: true, capture: true });
  const clock = setInterval(look, LOOK_EVERY);
  return () => {
    clearInterval(clock);
    for (const touch of TOUCHES) removeEventListener(touch, touched, { capture: true });
  };
}
